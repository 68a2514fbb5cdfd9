// @ts-check
/**
 * On the plan page: puts today's and tomorrow's session on the phone, with their figures, so that the network may go before the
 * session begins. What fails here costs nothing but that.
 */
import { deviceStorage, keptOn } from "./kept.js";
import { pictureAddress } from "./picture.js";
import { forms, readScript, stepsById } from "./script.js";

const PICTURES = "unknot-pictures";

/** @param {HTMLFormElement} form */
export default async function ahead(form) {
  const kept = keptOn(deviceStorage());
  const answer = await fetch("/api/scripts/ahead", { method: "POST", headers: { Accept: "application/json" } }).catch(() => null);
  if (!answer?.ok) return;
  const scripts = /** @type {Play.Ahead[]} */ (await answer.json()).filter(({ script }) => readScript(script));
  const isKept = kept.keepAhead(scripts);
  await keepPictures(form, scripts.map(({ script }) => script)).catch(() => {}); // full, or no cache here: the words say it all
  const words = /** @type {HTMLElement | null} */ (form.querySelector('[data-part="ahead"]'));
  if (words && isKept && scripts.length > 0 && navigator.serviceWorker?.controller) words.removeAttribute("data-later");
}

/** @param {HTMLElement} form @param {Play.Script[]} scripts */
async function keepPictures(form, scripts) {
  const pictures = scripts.flatMap((script) => [...stepsById(script).values()].flatMap(forms)).map((step) => step.figure);
  const addresses = pictures.map((picture) => picture && pictureAddress(form, picture)).filter((address) => address !== null);
  const cache = await caches.open(PICTURES);
  for (const known of await cache.keys()) if (!addresses.includes(new URL(known.url).pathname)) await cache.delete(known);
  for (const address of new Set(addresses)) if (!(await cache.match(address))) await cache.add(address);
}
