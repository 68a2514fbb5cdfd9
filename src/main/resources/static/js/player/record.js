// @ts-check
/**
 * What is sent about a session, and what it adds up to. The server adds up by the same rules over the same fixtures
 * (src/test/resources/player-fixtures).
 */
import { stepsById } from "./script.js";

/**
 * @param {Play.Script} script @param {{startedAt: number, before: number | null, after: Play.After | null, events: Play.SessionEvent[]}} run startedAt in ms of the wall clock
 * @returns {Play.SessionRecord} all but the moment of sending, which is set when it is sent
 */
export function toRecord(script, run) {
  const finish = run.events.find((event) => event.type === "finish");
  return {
    script: script.id,
    revision: script.revision,
    startedAt: new Date(run.startedAt).toISOString(),
    finishedAt: finish ? new Date(run.startedAt + finish.atMs).toISOString() : null,
    clock: { sentAt: "" },
    events: run.events,
    before: run.before === null ? null : { pain: run.before },
    after: run.after,
  };
}

/**
 * Whole seconds held, by exercise and side. Every heldMs counts for the form that was done.
 * @param {Play.Script} script @param {Play.SessionEvent[]} events
 * @returns {Record<string, {left: number, right: number, none: number}>}
 */
export function heldSeconds(script, events) {
  const steps = stepsById(script);
  /** @type {Record<string, {left: number, right: number, none: number}>} */
  const held = {};
  for (const event of events) {
    const step = event.step === null ? undefined : steps.get(event.step);
    if (!step || event.heldMs === null) continue;
    const exercise = event.form ?? step.exercise;
    held[exercise] ??= { left: 0, right: 0, none: 0 };
    held[exercise][step.side ?? "none"] += event.heldMs;
  }
  for (const sides of Object.values(held)) {
    for (const side of /** @type {const} */ (["left", "right", "none"])) sides[side] = Math.floor(sides[side] / 1000);
  }
  return held;
}

/**
 * An id for a record that sorts by time (UUID version 7, RFC 9562): 48 bits of ms, then chance.
 * @param {number} ms of the wall clock @param {Uint8Array} chance at least 10 bytes
 */
export function uuidv7(ms, chance) {
  const bytes = new Uint8Array(16);
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(ms / 2 ** (8 * (5 - i))) % 256;
  bytes.set(chance.subarray(0, 10), 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export function newRecordId() {
  return uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
