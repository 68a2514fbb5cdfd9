// @ts-check
/**
 * What is sent about a session, and what it adds up to. The server adds up by the same rules over the same fixtures
 * (src/test/resources/player-fixtures).
 */
import { stepsById } from "./script.js";

/** @typedef {import("./script.js").Script} Script */
/** @typedef {import("./script.js").SessionEvent} SessionEvent */
/** @typedef {{change: "better" | "same" | "worse", pain: number}} After */
/**
 * @typedef {object} SessionRecord
 * @property {string} script
 * @property {string} revision
 * @property {string} startedAt
 * @property {string | null} finishedAt
 * @property {{sentAt: string}} clock
 * @property {SessionEvent[]} events
 * @property {{pain: number} | null} before
 * @property {After | null} after
 */

/**
 * @param {Script} script @param {{startedAt: number, before: number | null, after: After | null, events: SessionEvent[]}} run startedAt in ms of the wall clock
 * @returns {SessionRecord} all but the moment of sending, which is set when it is sent
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
 * @param {Script} script @param {SessionEvent[]} events
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
