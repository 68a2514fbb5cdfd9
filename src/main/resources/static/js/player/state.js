// @ts-check
/**
 * Where a session stands, and what can be read off it at a moment: which phase, how long still, what easier form there is.
 * All times are ms since the start. Nothing here changes a state but {@link written}, which puts one more line in its record.
 */
import { forms } from "./script.js";

/** @typedef {import("./script.js").Step} Step */
/** @typedef {import("./script.js").SessionEvent} SessionEvent */

export const EXTEND_MS = 10_000;
/** clinical.md §3: a hold is at most 60 s; other steps may be lengthened up to ten minutes. */
export const HOLD_LIMIT_MS = 60_000;
export const OTHER_LIMIT_MS = 600_000;

/** @typedef {{step: Step, form: Step}} Entry a step of the session and the form in which it is done */
/**
 * @typedef {object} State
 * @property {Entry[]} entries what was done and what is left, in order
 * @property {number} index the entry at hand
 * @property {"running" | "paused" | "stopped" | "finished"} mode
 * @property {null | "get-ready" | "rest"} between before the hold goes on: time to take up the easier form, or to rest
 * @property {number} since when it last began to run
 * @property {number} ranMs ran before that, in this go
 * @property {number} lengthMs of this go
 * @property {number} writtenMs part of this go that is already in an event
 * @property {number} addedMs as-able: held in earlier goes of this step
 * @property {boolean} asking stopped, and not yet said why
 * @property {import("./script.js").Show | null} show what the last stop asks for
 * @property {Step[]} leftOut by the last stop
 * @property {Set<string>} lockedTags
 * @property {boolean} away paused because nobody was there
 * @property {number | null} before pain before starting
 * @property {SessionEvent[]} events
 */

/** @param {State} state @returns {"get-ready" | "hold" | "rest" | "breathe" | "paused" | "stopped" | "finished"} */
export function phase(state) {
  return state.mode === "running" ? role(state) : state.mode;
}

/** What the step at hand is for at this moment, also while paused. @param {State} state */
export function role(state) {
  return state.between ?? current(state).form.role;
}

/** @param {State} state @returns {Entry} */
export function current(state) {
  return state.entries[Math.min(state.index, state.entries.length - 1)];
}

/** The step that is meant by what a person says: a get-ready stands for what it prepares. @param {State} state @returns {Entry} */
export function meant(state) {
  return state.entries[meantIndex(state)];
}

/** @param {State} state */
export function meantIndex(state) {
  const at = Math.min(state.index, state.entries.length - 1);
  return state.entries[at].form.role === "get-ready" && at + 1 < state.entries.length ? at + 1 : at;
}

/** @param {State} state */
export function isGoing(state) {
  return state.mode === "running" || state.mode === "paused";
}

/** When the step at hand is over, if nothing is done. @param {State} state */
export function deadline(state) {
  return state.since + state.lengthMs - state.ranMs;
}

/** How long the step at hand has run, pauses left out. @param {State} state @param {number} now */
export function ran(state, now) {
  const more = state.mode === "running" ? Math.max(0, now - state.since) : 0;
  return Math.min(state.ranMs + more, state.lengthMs);
}

/** @param {State} state @param {number} now */
export function remaining(state, now) {
  return state.lengthMs - ran(state, now);
}

/** What was held in this go and is in no event yet. Only holds count. @param {State} state @param {number} now @returns {{heldMs?: number}} */
export function heldUntil(state, now) {
  const heldMs = role(state) === "hold" ? ran(state, now) - state.writtenMs : 0;
  return heldMs > 0 ? { heldMs } : {};
}

/** The form that Easier would go to; none where every easier one has a locked movement. @param {State} state @returns {Step | null} */
export function easierForm(state) {
  const [, ...below] = forms(meant(state).form);
  return below.find((form) => !form.tags.some((tag) => state.lockedTags.has(tag))) ?? null;
}

/** How much longer the step at hand may become. As-able holds end when enough has added up. @param {State} state */
export function room(state) {
  const { step, form } = current(state);
  if (role(state) !== "hold") return Math.max(0, Math.min(EXTEND_MS, OTHER_LIMIT_MS - state.lengthMs));
  const limit = form.asAble ? 0 : Math.max(HOLD_LIMIT_MS, step.seconds * 1000, form.seconds * 1000);
  return Math.max(0, Math.min(EXTEND_MS, limit - state.lengthMs));
}

/**
 * @param {State} state @param {number} atMs @param {import("./script.js").EventType} type
 * @param {Partial<Pick<SessionEvent, "reason" | "pain" | "where" | "heldMs">>} details @param {Entry | null} about
 * @returns {State}
 */
export function written(state, atMs, type, details = {}, about = current(state)) {
  /** @type {SessionEvent} */
  const event = {
    n: state.events.length + 1,
    atMs,
    type,
    step: about ? about.step.id : null,
    reason: null,
    pain: null,
    where: null,
    heldMs: null,
    form: about && about.form !== about.step ? about.form.exercise : null,
    ...details,
  };
  return { ...state, events: [...state.events, event], writtenMs: state.writtenMs + (details.heldMs ?? 0) };
}
