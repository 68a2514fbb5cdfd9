// @ts-check
/**
 * What is sent about a session, and what it adds up to. The server adds up by the same rules over the same fixtures
 * (src/test/resources/player-fixtures).
 */
import { forms, stepsById } from "./script.js";

/** @typedef {import("./script.js").Script} Script */
/** @typedef {import("./script.js").SessionEvent} SessionEvent */
/** @typedef {{change: "better" | "same" | "worse", pain: number}} After */
/** @typedef {"stopped" | "eased" | "skipped" | "done"} Outcome */
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

/** From mild to grave: the gravest of an exercise's steps counts. */
const GRAVITY = /** @type {Outcome[]} */ (["done", "skipped", "eased", "stopped"]);

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

/**
 * How each exercise of the script ended, under the name it has in the script. One that was never come to is not in it.
 * @param {Script} script @param {SessionEvent[]} events
 * @returns {Record<string, {outcome: Outcome, to: string | null}>} to = the easier form, where it was eased
 */
export function outcomes(script, events) {
  /** @type {Record<string, {outcome: Outcome, to: string | null}>} */
  const ended = {};
  for (const step of stepsById(script).values()) {
    if (step.role !== "hold") continue;
    const its = withoutSlips(events.filter((event) => event.step === step.id));
    const outcome = outcomeOf(its);
    if (outcome === null) continue;
    const before = ended[step.exercise];
    if (before && GRAVITY.indexOf(before.outcome) >= GRAVITY.indexOf(outcome)) continue;
    ended[step.exercise] = { outcome, to: outcome === "eased" ? lastForm(step, its) : null };
  }
  return ended;
}

/** @param {SessionEvent[]} its @returns {Outcome | null} */
function outcomeOf(its) {
  const types = new Set(its.map((event) => event.type));
  if (types.has("stop")) return "stopped";
  if (types.has("easier")) return "eased";
  if (types.has("skip")) return "skipped";
  return types.has("done") ? "done" : null;
}

/** A stop that is followed at once by a resume of the same step was a slip of the hand. @param {SessionEvent[]} its */
function withoutSlips(its) {
  return its.filter((event, i) => !(event.type === "stop" && its[i + 1]?.type === "resume"));
}

/** @param {import("./script.js").Step} step @param {SessionEvent[]} its */
function lastForm(step, its) {
  const named = its.filter((event) => event.form !== null).at(-1)?.form;
  const chain = forms(step);
  const counted = chain[Math.min(its.filter((event) => event.type === "easier").length, chain.length - 1)].exercise;
  return its.at(-1)?.type === "easier" ? counted : (named ?? counted);
}
