// @ts-check
/**
 * Signing out of a phone takes along what it kept of the account. What waits is sent first; what cannot be sent is told, with how
 * much it is, and only the second tap signs out. Nothing is lost without a word, and nothing at all without a network: then one
 * stays signed in, and what is on the phone stays there.
 *
 * [1] A network that is there but does not answer must not keep somebody from leaving.
 */
import { askingFirst } from "../asking-first.js";
import { deviceOutbox } from "../player/outbox.js";
import { forget, unsent } from "../unsent.js";

const PATIENCE_MS = 5000; // [1]

/** @param {HTMLFormElement} form @param {() => Promise<{flush: () => Promise<unknown>}>} outbox what waits on this phone @param {() => Promise<number>} count how much that is */
export default function leaving(form, outbox = deviceOutbox, count = unsent) {
  const sendAll = () => Promise.race([outbox().then((waiting) => waiting.flush()), new Promise((done) => setTimeout(done, PATIENCE_MS))]);
  askingFirst(form, { send: sendAll, go: () => leave(form) }, count);
}

/** @param {HTMLFormElement} form */
async function leave(form) {
  const answer = await fetch(form.action, { method: "POST", headers: { Accept: "text/html" }, signal: AbortSignal.timeout(2 * PATIENCE_MS) }).catch(() => null);
  if (answer?.ok) {
    await forget();
    location.assign(answer.url);
    return;
  }
  /** @type {HTMLElement} */ (form.querySelector('[data-part="failed"]')).hidden = false;
}
