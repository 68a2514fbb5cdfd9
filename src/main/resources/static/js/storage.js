// @ts-check
/** Small things that a page keeps on this device between page loads. Storage that is full, denied or written to by somebody else costs only that. */

/** @param {string} key @returns {any} null where there is nothing that can be read */
export function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null; // denied, or not JSON: as if there were nothing
  }
}

/** @param {string} key @param {unknown} value @returns {boolean} whether it is kept */
export function write(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false; // full or denied: the page goes on, and says that it keeps nothing
  }
}
