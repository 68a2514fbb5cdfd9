// @ts-check
/**
 * What becomes of other sound on this phone, music for instance, while ours plays; where a browser lets a page say so. Chosen once,
 * kept on this phone. Unless somebody chose, ours pauses it: then the ring switch does not mute us, and it goes on behind a lock.
 */
import { deviceStorage } from "./kept.js";

export const KEY = "unknot.player.others";
const TYPES = /** @type {Record<string, string>} */ ({ quieter: "transient", alone: "ambient", pause: "playback" });
const USUAL = "pause";

/** @param {Pick<Storage, "getItem"> | null} storage */
export function chosen(storage = deviceStorage()) {
  const word = storage?.getItem(KEY) ?? "";
  return Object.hasOwn(TYPES, word) ? word : USUAL;
}

/** To be called before there is sound. What must be heard, as the alarm of heat must, names its word. */
export function claim(word = chosen(), device = /** @type {any} */ (globalThis.navigator)) {
  if (device?.audioSession) device.audioSession.type = TYPES[word];
}
