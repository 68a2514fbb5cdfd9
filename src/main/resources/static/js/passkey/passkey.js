// @ts-check
/**
 * Passkeys: make one, or sign in by one. Shown only where the browser can do it. On the page that signs in, a passkey is also
 * offered in the keyboard's own list at the e-mail field, without asking first.
 *
 * [1] One ceremony at a time on a page, whichever of its buttons is pressed: the first press ends the quiet offer, even one whose
 *     question is still on its way. Two at once signed in twice: the second gave the session a new id just as the page was left,
 *     the answer with that id was lost, and the person was signed out without a word.
 * [2] The button stays where the focus is; a disabled one would throw it back to the top of the page.
 *
 * And if an answer never comes? The browser's own sheet can be closed at any time; then the other ways in are still there.
 */
import { forServer, fromServer } from "./encoding.js";

/** @typedef {"make" | "use"} Ceremony */

const ADDRESS = { make: "/api/passkeys", use: "/api/sign-ins" };

/** Ends what was offered without asking. [1] */
const offer = new AbortController();
let busy = false;
globalThis.addEventListener?.("pageshow", () => (busy = false)); // also when one comes back to the page as it was left

/** @param {HTMLElement} element */
export default async function passkey(element) {
  if (!globalThis.PublicKeyCredential || !navigator.credentials) return;
  const ceremony = /** @type {Ceremony} */ (element.dataset.ceremony);
  const button = /** @type {HTMLButtonElement} */ (element.querySelector("button"));
  element.hidden = false;
  button.addEventListener("click", async () => {
    if (busy) return; // [2]
    busy = true;
    offer.abort();
    for (const part of ["failed", "again"]) wordsOf(element, part).hidden = true;
    await perform(element, ceremony, {});
  });
  if (ceremony === "use" && document.querySelector('input[autocomplete~="webauthn"]') && (await offersByItself())) {
    await perform(element, ceremony, { mediation: "conditional", signal: offer.signal });
  }
}

async function offersByItself() {
  return Boolean(await globalThis.PublicKeyCredential.isConditionalMediationAvailable?.());
}

/** Is busy until it has failed; when it is done, the page is being left. @param {HTMLElement} element @param {Ceremony} ceremony @param {{mediation?: string, signal?: AbortSignal}} how */
async function perform(element, ceremony, how) {
  let credential = null;
  try {
    const question = await ask(`${ADDRESS[ceremony]}/questions`, {});
    how.signal?.throwIfAborted();
    const publicKey = fromServer(question.options);
    const given = /** @type {any} */ ({ publicKey, ...how });
    credential =
      ceremony === "make" ? await navigator.credentials.create(given) : await navigator.credentials.get(given);
    how.signal?.throwIfAborted();
    busy = true;
    const next = element.dataset.next;
    const arrived = await ask(ADDRESS[ceremony], { id: question.id, credential: forServer(credential), next });
    location.assign(arrived.next);
  } catch (failure) {
    if (how.signal?.aborted || (how.mediation && !credential)) return; // nobody asked for it yet
    busy = false;
    wordsOf(element, failure instanceof Stale ? "again" : "failed").hidden = false;
  }
}

/** @param {HTMLElement} element @param {string} part @returns {HTMLElement} */
function wordsOf(element, part) {
  return /** @type {HTMLElement} */ (element.querySelector(`[data-part="${part}"]`));
}

/** The sign-in is too old for what was asked. */
class Stale extends Error {}

/** @param {string} address @param {object} body @returns {Promise<any>} */
async function ask(address, body) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
  });
  if (answer.status === 403) throw new Stale();
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}
