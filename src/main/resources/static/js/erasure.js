// @ts-check
/**
 * Whoever erases what the server has about them means this phone, too: answers of the first screens, the session under way,
 * and records that still wait. What was meant to be erased is gone even if the network fails the form. Where something was not
 * sent yet, that is said first, and only the second tap erases.
 */
import { deviceStore } from "./player/store.js";

const OURS = "unknot.";
const DATABASE = "unknot";
const PICTURES = "unknot-pictures";
const RUN = "unknot.player.run";

/** @param {HTMLFormElement} form */
export default async function erasure(form) {
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

/** Whether something is only on this phone: a record that waits, or a session half-way. @param {Storage} storage @param {Play.Store} store */
export async function isUnsent(storage, store) {
  return storage.getItem(RUN) !== null || (await store.all()).length > 0;
}

/** @param {Storage} storage @param {Pick<IDBFactory, "deleteDatabase">} databases @param {Pick<CacheStorage, "delete">} [caches] */
export function forget(storage, databases, caches) {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i));
  for (const key of keys) if (key?.startsWith(OURS)) storage.removeItem(key);
  databases.deleteDatabase(DATABASE);
  void caches?.delete(PICTURES);
}
