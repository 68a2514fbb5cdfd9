// @ts-check
/**
 * What the player keeps on this device between page loads: the session under way, the scripts it has seen, what is locked,
 * and whether sound is off. Storage that is full or denied costs only this convenience, never a session.
 */

const RUN = "unknot.player.run";
const ALIVE = "unknot.player.alive";
const SCRIPT = "unknot.player.script:";
const AHEAD = "unknot.player.ahead";
const SKEW = "unknot.player.skew";
const LOCKED = "unknot.player.locked";
const CHECKED = "unknot.player.checked";
const TRIED = "unknot.player.tried";
const MUTED = "unknot.player.muted";

/** A script that ran out is kept this long, so that a session of it can be taken up. */
const OLD_MS = 24 * 3_600_000;

/** @param {Storage | null} storage */
export function keptOn(storage) {
  return {
    /** Whether anything can be kept here at all. */
    works: () => write(storage, TRIED, true),
    run: () => /** @type {Play.Run | null} */ (read(storage, RUN, isRun)),
    /** @param {Play.Run} run */
    keepRun: (run) => write(storage, RUN, run),
    forgetRun: () => {
      storage?.removeItem(RUN);
      storage?.removeItem(ALIVE);
    },
    /** When the session was last seen going on, in ms since its start. Written each second, so it is a number by itself. */
    alive: () => Number(read(storage, ALIVE, Number.isFinite) ?? 0),
    /** @param {number} ms */
    keepAlive: (ms) => write(storage, ALIVE, ms),
    /** A session that cannot be read any more, as it was stored. */
    brokenRun: () => (read(storage, RUN, isRun) === null ? (storage?.getItem(RUN) ?? null) : null),

    /** @param {string} url */
    script: (url) => /** @type {unknown} */ (read(storage, SCRIPT + url, () => true)),
    /** @param {string} url @param {Play.Script} script */
    keepScript: (url, script) => {
      dropOld(storage);
      write(storage, SCRIPT + url, script);
    },

    /** What was put here for when there is no network: the last that has begun. @param {number} now @returns {Play.Ahead | null} */
    ahead: (now) => aheadOf(storage).findLast(({ from }) => Date.parse(from) <= now) ?? null,
    /** @param {Play.Ahead[]} scripts */
    keepAhead: (scripts) => write(storage, AHEAD, scripts),
    /** Today did not go as expected, so what stands on that is not for tomorrow. */
    dropTomorrow: () => write(storage, AHEAD, aheadOf(storage).slice(0, 1)),

    /** How far the server's clock is ahead of this phone's, in ms. */
    aheadBy: () => Number(read(storage, SKEW, Number.isFinite) ?? 0),
    /** @param {number} ms */
    keepAheadBy: (ms) => write(storage, SKEW, ms),

    /** @returns {Play.Locked} */
    locked: () => /** @type {Play.Locked | null} */ (read(storage, LOCKED, isLocked)) ?? { tags: [], exercises: [] },
    /** @param {Play.Locked} locked */
    keepLocked: (locked) => write(storage, LOCKED, locked),

    checked: () => read(storage, CHECKED, () => true) === true,
    keepChecked: () => write(storage, CHECKED, true),

    muted: () => read(storage, MUTED, () => true) === true,
    /** @param {boolean} muted */
    keepMuted: (muted) => write(storage, MUTED, muted),
  };
}

/** This device's storage, or none where the browser denies it. @returns {Storage | null} */
export function deviceStorage() {
  try {
    return localStorage;
  } catch {
    return null; // a SecurityError: cookies and storage are off
  }
}

/** @param {Storage | null} storage @param {string} key @param {(value: any) => boolean} fits @returns {unknown} */
function read(storage, key, fits) {
  const text = storage?.getItem(key) ?? null;
  if (text === null) return null;
  try {
    const value = JSON.parse(text);
    return fits(value) ? value : null;
  } catch {
    return null; // not JSON: as good as not there; brokenRun still hands out what it was
  }
}

/** @param {Storage | null} storage @param {string} key @param {unknown} value @returns {boolean} whether it is kept */
function write(storage, key, value) {
  try {
    storage?.setItem(key, JSON.stringify(value));
    return storage !== null;
  } catch {
    return false; // full
  }
}

/** @param {Storage | null} storage @returns {Play.Ahead[]} */
function aheadOf(storage) {
  const isAhead = (/** @type {any} */ one) => typeof one?.from === "string" && Array.isArray(one.script?.steps);
  return /** @type {Play.Ahead[] | null} */ (read(storage, AHEAD, (value) => Array.isArray(value) && value.every(isAhead))) ?? [];
}

/** Scripts that can never be started again would fill the phone. @param {Storage | null} storage */
function dropOld(storage) {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i) ?? "");
  for (const key of keys.filter((one) => one.startsWith(SCRIPT))) {
    const script = /** @type {any} */ (read(storage, key, () => true));
    if (!(Date.parse(script?.validUntil) > Date.now() - OLD_MS)) storage?.removeItem(key);
  }
}

/** @param {any} value */
function isRun(value) {
  return (
    typeof value?.id === "string" &&
    Array.isArray(value.script?.steps) &&
    Array.isArray(value.events) &&
    value.events.length > 0 &&
    Number.isFinite(value.startedAt)
  );
}

/** @param {any} value */
function isLocked(value) {
  return Array.isArray(value?.tags) && Array.isArray(value?.exercises);
}
