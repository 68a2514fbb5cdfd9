// @ts-check
/**
 * Signing out of a phone takes along what it kept of the account, as erasing does: where something was not sent yet, that is said
 * first, with how much it is, and only the second tap signs out. Nothing is lost without a word.
 */
export { default } from "../erasure.js";
