// @ts-check
/**
 * Where records wait on this device: IndexedDB, or memory where the browser has none or denies it. A copy in memory comes
 * first, so that a full disk loses nothing as long as the page is open.
 */

const DATABASE = "unknot";
const RECORDS = "records";
/** Set while anything waits here, so that any page can know it without opening the database (app.js). */
const WAITING = "unknot.waiting";

/** @returns {Play.Store} */
export function memoryStore() {
  /** @type {Map<string, Play.Waiting>} */
  const entries = new Map();
  return {
    lasting: false,
    all: async () => [...entries.values()],
    put: async (entry) => void entries.set(entry.id, entry),
    remove: async (id) => void entries.delete(id),
  };
}

/** @returns {Promise<Play.Store>} */
export async function deviceStore() {
  try {
    return withMemory(await open());
  } catch {
    return memoryStore(); // private window, storage denied: its `lasting` is false, and the player says so
  }
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(RECORDS, { keyPath: "id" });
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close(); // else this tab would keep another from erasing
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}

/** @param {IDBDatabase} database @returns {Play.Store} */
function withMemory(database) {
  const memory = memoryStore();
  const run = (/** @type {IDBTransactionMode} */ mode, /** @type {(store: IDBObjectStore) => IDBRequest} */ what) =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(RECORDS, mode);
      const request = what(transaction.objectStore(RECORDS));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? request.error);
    });
  const store = {
    lasting: true,
    all: async () => {
      const kept = /** @type {Play.Waiting[]} */ (await run("readonly", (records) => records.getAll()).catch(() => []));
      const ids = new Set(kept.map((entry) => entry.id));
      return [...kept, .../** @type {Play.Waiting[]} */ (await memory.all()).filter((entry) => !ids.has(entry.id))];
    },
    put: async (/** @type {Play.Waiting} */ entry) => {
      try {
        await run("readwrite", (records) => records.put(entry));
        await memory.remove(entry.id);
        flag(true);
      } catch {
        store.lasting = false; // full or taken away: kept in memory, and the player says so
        await memory.put(entry);
      }
    },
    remove: async (/** @type {string} */ id) => {
      await memory.remove(id);
      await run("readwrite", (records) => records.delete(id)).catch(() => {}); // it is sent again later, which changes nothing
      if ((await store.all()).length === 0) flag(false);
    },
  };
  return store;
}

/** @param {boolean} waiting */
function flag(waiting) {
  try {
    if (waiting) localStorage.setItem(WAITING, "1");
    else localStorage.removeItem(WAITING);
  } catch {
    // full or denied: then it is sent from the pages that keep records, and not from every page
  }
}
