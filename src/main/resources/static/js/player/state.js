// @ts-check
/**
 * Where a session stands, and what can be read off it at a moment: which phase, how long still, what easier form there is.
 * All times are ms since the start. Nothing here changes a state but {@link written}, which puts one more line in its record.
 */
import { forms } from "./script.js";

export const EXTEND_MS = 10_000;
/** clinical.md §3: a hold is at most 60 s; other steps may be lengthened up to ten minutes. */
export const HOLD_LIMIT_MS = 60_000;
export const OTHER_LIMIT_MS = 600_000;

/** @param {Play.State} state @returns {"get-ready" | "hold" | "rest" | "breathe" | "paused" | "stopped" | "finished"} */
export function phase(state) {
  return state.mode === "running" ? role(state) : state.mode;
}

/** What the step at hand is for at this moment, also while paused. @param {Play.State} state */
export function role(state) {
  return state.between ?? current(state).form.role;
}

/** @param {Play.State} state @returns {Play.Entry} */
export function current(state) {
  return state.entries[Math.min(state.index, state.entries.length - 1)];
}

/** The step that is meant by what a person says: a get-ready stands for what it prepares. @param {Play.State} state @returns {Play.Entry} */
export function meant(state) {
  return state.entries[meantIndex(state)];
}

/** @param {Play.State} state */
export function meantIndex(state) {
  const at = Math.min(state.index, state.entries.length - 1);
  return state.entries[at].form.role === "get-ready" && at + 1 < state.entries.length ? at + 1 : at;
}

/** @param {Play.State} state */
export function isGoing(state) {
  return state.mode === "running" || state.mode === "paused";
}

/** When the step at hand is over, if nothing is done. @param {Play.State} state */
export function deadline(state) {
  return state.since + state.lengthMs - state.ranMs;
}

/** How long the step at hand has run, pauses left out. @param {Play.State} state @param {number} now */
export function ran(state, now) {
  const more = state.mode === "running" ? Math.max(0, now - state.since) : 0;
  return Math.min(state.ranMs + more, state.lengthMs);
}

/** @param {Play.State} state @param {number} now */
export function remaining(state, now) {
  return state.lengthMs - ran(state, now);
}

/** What was held in this go and is in no event yet. Only holds count. @param {Play.State} state @param {number} now @returns {{heldMs?: number}} */
export function heldUntil(state, now) {
  const heldMs = role(state) === "hold" ? ran(state, now) - state.writtenMs : 0;
  return heldMs > 0 ? { heldMs } : {};
}

/** The form that Easier would go to; none where every easier one has a locked movement. @param {Play.State} state @returns {Play.Step | null} */
export function easierForm(state) {
  const [, ...below] = forms(meant(state).form);
  return below.find((form) => !form.tags.some((tag) => state.lockedTags.has(tag))) ?? null;
}

/** How much longer the step at hand may become. As-able holds end when enough has added up. @param {Play.State} state */
export function room(state) {
  const { step, form } = current(state);
  if (role(state) !== "hold") return Math.max(0, Math.min(EXTEND_MS, OTHER_LIMIT_MS - state.lengthMs));
  const limit = form.asAble ? 0 : Math.max(HOLD_LIMIT_MS, step.seconds * 1000, form.seconds * 1000);
  return Math.max(0, Math.min(EXTEND_MS, limit - state.lengthMs));
}

/**
 * @param {Play.State} state @param {number} atMs @param {Play.EventType} type
 * @param {Partial<Pick<Play.SessionEvent, "reason" | "pain" | "where" | "heldMs">>} details @param {Play.Entry | null} about
 * @returns {Play.State}
 */
export function written(state, atMs, type, details = {}, about = current(state)) {
  /** @type {Play.SessionEvent} */
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

/** Which one of how many: get-ready and rest are on the way to one. @param {Play.State} state @returns {[number, number]} */
export function progress(state) {
  const counts = state.entries.map((one) => one.form.role === "hold" || one.form.role === "breathe" || one.step.role === "hold");
  const all = counts.filter(Boolean).length;
  const come = counts.slice(0, meantIndex(state) + 1).filter(Boolean).length;
  return [Math.max(1, come), Math.max(1, all)];
}
