// @ts-check
/** Looks at a phone before the first session: what works, and what to do about what does not. Never needed to go on. */

import { deviceStorage } from "./kept.js";
import { chosen, claim, KEY } from "./other-sound.js";

/** How long an answer may take before it counts as no. */
const WITHIN_MS = 2500;

/**
 * @param {{ear: import("./ear.js").Ear, kept: Play.Kept}} parts
 * @returns {Promise<Record<"sound" | "voice" | "awake" | "offline" | "kept", boolean>>}
 */
export async function checked({ ear, kept }, device = navigator) {
  const sounds = ear.prime();
  ear.layAhead([{ inMs: 100, tone: "start" }]);
  const [awake, offline] = await Promise.all([soon(staysOn(device)), soon(worksOffline(device))]);
  return { sound: sounds && ear.tones.runs, voice: ear.voice.available, awake, offline, kept: kept.works() };
}

/** Whether this browser can be told what becomes of other sound. */
export const canChoose = (device = navigator) => "audioSession" in device;

/** @param {string} word @param {Pick<Storage, "setItem"> | null} storage */
export function choose(word, storage = deviceStorage()) {
  try {
    storage?.setItem(KEY, word);
  } catch {
    // full: it holds as long as the page is open
  }
  claim(word);
}

/** What becomes of other sound, where that can be chosen. @param {HTMLElement} part with the choices */
export function letChoose(part) {
  part.hidden = !canChoose();
  for (const input of part.querySelectorAll("input")) input.checked = input.value === chosen();
  part.onchange = (event) => choose(/** @type {HTMLInputElement} */ (event.target).value);
}

/** @param {Promise<boolean>} answer */
function soon(answer) {
  return Promise.race([answer.catch(() => false), new Promise((/** @type {(no: boolean) => void} */ resolve) => setTimeout(resolve, WITHIN_MS, false))]);
}

/** @param {Navigator} device */
async function staysOn(device) {
  const lock = await device.wakeLock.request("screen");
  await lock.release();
  return true;
}

/** @param {Navigator} device */
async function worksOffline(device) {
  const { active } = await device.serviceWorker.ready;
  return active !== null && (await caches.keys()).some((name) => name.startsWith("unknot-"));
}
