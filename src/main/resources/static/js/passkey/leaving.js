// @ts-check
/**
 * Signing out of a phone takes along what it kept of the account. Where something was not sent yet, that is said first, and only
 * the second tap signs out; nothing is lost without a word.
 */
import { forget, isUnsent } from "../erasure.js";
import { deviceStore } from "../player/store.js";

/** @param {HTMLFormElement} form */
export default async function leaving(form) {
  let unsent = false;
  const words = /** @type {HTMLElement | null} */ (form.querySelector('[data-part="unsent"]'));
  form.addEventListener("submit", (event) => {
    if (unsent && words?.hidden) {
      event.preventDefault();
      words.hidden = false;
    } else forget(localStorage, indexedDB, globalThis.caches);
  });
  unsent = await isUnsent(localStorage, await deviceStore());
}
