// @ts-check
/**
 * What is on this phone and nowhere else, and how to take it away. For whoever is about to do that: erasing, signing out.
 *
 * `unsent()` says how many records nobody but this phone has: of sessions, heat and quiet minutes that wait in the outbox or were
 * set aside there, and of what was begun and is not over. Above 0, say so with the number before anything is cleared, and let a
 * second tap decide. It never fails: storage that is denied holds nothing. `forget()` clears all that is ours.
 */
import { deviceStorage } from "./player/kept.js";
import { deviceStore } from "./player/store.js";

const OURS = "unknot.";
const DATABASE = "unknot";
const PICTURES = "unknot-pictures";
/** A session and quiet minutes under way; heat is in the outbox from its start. */
const UNDER_WAY = ["unknot.player.run", "unknot.quiet.sitting"];
/** Where heat and quiet minutes waited before there was one outbox, by id. */
const OLD = ["unknot.heat.unsent", "unknot.heat.unsent.aside", "unknot.quiet.unsent"];
const GONE_WITHIN_MS = 2000;

/** @param {Pick<Storage, "getItem"> | null} storage @param {Promise<Pick<Play.Store, "all">>} store @returns {Promise<number>} */
export async function unsent(storage = deviceStorage(), store = deviceStore()) {
  const waiting = await (await store).all();
  const begun = UNDER_WAY.filter((key) => isBegun(storage?.getItem(key) ?? null)).length;
  return waiting.length + begun + OLD.reduce((sum, key) => sum + entries(storage?.getItem(key) ?? null), 0);
}

/** What cannot be read may be something. @param {string | null} text */
function isBegun(text) {
  return text !== null && parsed(text)?.over !== true;
}

/** @param {string | null} text */
function entries(text) {
  const all = text === null ? null : parsed(text);
  return all === undefined ? 1 : Object.keys(all ?? {}).length;
}

/** @param {string} text @returns {any} undefined where it is not JSON */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // written by a version of ours that we do not know, or half written
  }
}

/**
 * Done when it is gone, or after a moment: another tab of ours may hold on to the database for a little.
 * @param {Storage | null} storage @param {Pick<IDBFactory, "deleteDatabase">} databases @param {Pick<CacheStorage, "delete">} [caches]
 */
export async function forget(storage = deviceStorage(), databases = indexedDB, caches = globalThis.caches) {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i));
  for (const key of keys) if (key?.startsWith(OURS)) storage?.removeItem(key);
  const request = databases.deleteDatabase(DATABASE);
  const gone = new Promise((resolve) => (request.onsuccess = request.onerror = resolve));
  await Promise.race([Promise.all([gone, caches?.delete(PICTURES)]), new Promise((resolve) => setTimeout(resolve, GONE_WITHIN_MS))]);
}
