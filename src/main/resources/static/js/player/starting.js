// @ts-check
/**
 * May this script be started now? Online the server decides, since it knows what has been said since. Without a network a
 * script may start while it is still valid and nothing in it has been locked on this device.
 */
import { readScript } from "./script.js";

/** @typedef {import("./script.js").Script} Script */
/** @typedef {{tags: string[], exercises: string[]}} Locked movements and exercises not to be done until the server has decided anew */
/** @typedef {{start: Script, isNew: boolean, online: boolean} | {refused: "too-old" | "locked" | "not-allowed", detail: string | null}} Start */

/** A script made longer ago than this is not started without asking. The server sets validUntil; this holds against a wrong clock. */
const LONGEST_VALID_MS = 24 * 3_600_000;

/**
 * @param {Script} script @param {number} now wall clock @param {Locked} locked
 * @returns {Start}
 */
export function startOffline(script, now, locked) {
  const left = Date.parse(script.validUntil) - now;
  if (left <= 0 || left > LONGEST_VALID_MS) return { refused: "too-old", detail: null };
  const isLocked = script.steps.some(
    (step) => step.tags.some((tag) => locked.tags.includes(tag)) || locked.exercises.includes(step.exercise),
  );
  return isLocked ? { refused: "locked", detail: null } : { start: script, isNew: false, online: false };
}

/**
 * @param {string} url of the script, such as /api/scripts/{id}
 * @param {Script} script @param {() => number} now @param {Locked} locked
 * @param {typeof fetch} ask
 * @returns {Promise<Start>}
 */
export async function startOnline(url, script, now, locked, ask = fetch) {
  let response;
  try {
    response = await ask(`${url}/start`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ revision: script.revision }),
      signal: AbortSignal.timeout(5000),
    });
  } catch {
    return startOffline(script, now(), locked);
  }
  if (response.status >= 500) return startOffline(script, now(), locked);
  if (response.ok) return { start: script, isNew: false, online: true };
  const answer = await response.json().catch(() => null);
  if (response.status === 409) return { start: readScript(answer?.script ?? answer), isNew: true, online: true };
  return { refused: "not-allowed", detail: answer?.detail ?? null };
}
