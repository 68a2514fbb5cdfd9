// @ts-check
/**
 * Whoever erases what the server has about them means this phone, too: answers of the first screens, the session under way,
 * and records that still wait. What was meant to be erased is gone even if the network fails the form.
 */

const OURS = "unknot.";
const DATABASE = "unknot";

/** @param {HTMLFormElement} form */
export default function erasure(form) {
  form.addEventListener("submit", () => forget(localStorage, indexedDB));
}

/** @param {Storage} storage @param {Pick<IDBFactory, "deleteDatabase">} databases */
export function forget(storage, databases) {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i));
  for (const key of keys) if (key?.startsWith(OURS)) storage.removeItem(key);
  databases.deleteDatabase(DATABASE);
}
