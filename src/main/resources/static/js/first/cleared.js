// @ts-check
/** Nothing runs uncleared: a page of ease that was opened by its address goes back to the questions, and what was answered is sent. */
import { canStore, send, standsBeforeEaseHere } from "./answers.js";

export default async function cleared() {
  if (!canStore()) {
    return;
  }
  const before = await standsBeforeEaseHere(new Date());
  if (before) {
    location.replace(before);
    return;
  }
  send();
  addEventListener("online", () => send());
}
