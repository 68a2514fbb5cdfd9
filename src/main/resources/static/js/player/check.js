// @ts-check
/** Looks at a phone before the first session: what works, and what to do about what does not. Never needed to go on. */

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
