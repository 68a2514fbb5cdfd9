// @ts-check
/**
 * Passkeys: make one, or sign in by one. Shown only where the browser can do it. On the page that signs in, a passkey is also
 * offered in the keyboard's own list at the e-mail field, without asking first; pressing the button ends that wait, because a
 * browser does one ceremony at a time.
 *
 * And if an answer never comes? The browser's own sheet can be closed at any time; then the other ways in are still there.
 */
import { forServer, fromServer } from "./encoding.js";

/** @typedef {"make" | "use"} Ceremony */

const ADDRESS = { make: "/api/passkeys", use: "/api/sign-ins" };

/** @param {HTMLElement} element */
export default async function passkey(element) {
  if (!globalThis.PublicKeyCredential || !navigator.credentials) return;
  const ceremony = /** @type {Ceremony} */ (element.dataset.ceremony);
  const button = /** @type {HTMLButtonElement} */ (element.querySelector("button"));
  const waiting = new AbortController();
  element.hidden = false;
  button.addEventListener("click", async () => {
    waiting.abort();
    button.disabled = true;
    await perform(element, ceremony, {});
    button.disabled = false;
  });
  if (ceremony === "use" && document.querySelector('input[autocomplete~="webauthn"]') && (await offersByItself())) {
    await perform(element, ceremony, { mediation: "conditional", signal: waiting.signal });
  }
}

async function offersByItself() {
  return Boolean(await globalThis.PublicKeyCredential.isConditionalMediationAvailable?.());
}

/** @param {HTMLElement} element @param {Ceremony} ceremony @param {object} how */
async function perform(element, ceremony, how) {
  let credential = null;
  try {
    const question = await ask(`${ADDRESS[ceremony]}/questions`, {});
    const publicKey = fromServer(question.options);
    const given = { publicKey, ...how };
    credential =
      ceremony === "make" ? await navigator.credentials.create(given) : await navigator.credentials.get(given);
    const next = element.dataset.next;
    const arrived = await ask(ADDRESS[ceremony], { id: question.id, credential: forServer(credential), next });
    location.assign(arrived.next);
  } catch (failure) {
    if ("mediation" in how && !credential) return; // nobody asked for it yet
    const part = failure instanceof Stale ? "again" : "failed";
    const words = /** @type {HTMLElement} */ (element.querySelector(`[data-part="${part}"]`));
    words.hidden = false;
  }
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
