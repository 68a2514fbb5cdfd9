// @ts-check
/**
 * One guided session as a pure state machine over (script, what happened, now). It owns no clock and no screen: time is ms
 * since the start, handed in, and every function answers a new state. Deadlines follow from the durations of the script, so
 * whatever shifts a step shifts all that follows. What happens is written down as it happens; replaying that gives the state.
 */
import { asksNothing, consequenceOf, endsTheSession, keepAllowed, ONLY_REST_FROM } from "./pain-rules.js";
import { forms } from "./script.js";
import { current, deadline, easierForm, heldUntil, isGoing, meant, meantIndex, ran, role, room, written } from "./state.js";

/** A change of step seen later than this was missed: the next step starts when the person is back. */
export const LATE_MS = 1500;
/** Away for longer than this, and the session waits to be taken up again. */
export const AWAY_MS = 60_000;
/** A press up held as long as one can is enough once 20 s have added up. */
export const AS_ABLE_ENOUGH_MS = 20_000;
/** To get into position or to rest, where the script has no get-ready before the hold that says how long. */
export const BETWEEN_MS = 10_000;

/** @param {Play.Script} script @param {number | null} before pain 0 to 10 before starting @returns {Play.State} */
export function begin(script, before) {
  const entries = entriesFor(script, before);
  if (entries.length === 0) throw new RangeError("Nothing in this script may be done at this pain");
  /** @type {Play.State} */
  const state = {
    entries,
    index: 0,
    mode: "running",
    ...fresh(entries[0].form, 0),
    asking: false,
    show: null,
    leftOut: [],
    lockedTags: new Set(),
    away: false,
    before,
    events: [],
  };
  return written(state, 0, "start", {}, null);
}

/** What of a script may be done at a pain: at 7 and more only what asks nothing of the body. @param {Play.Script} script @param {number | null} before @returns {Play.Entry[]} */
export function entriesFor(script, before) {
  const all = script.steps.map(entry);
  if (before === null || before < ONLY_REST_FROM) return all;
  const gentle = keepAllowed(all, asksNothing);
  const rest = all.flatMap((one) => forms(one.form)).find(asksNothing);
  return gentle.length === 0 && rest ? [entry(rest)] : gentle;
}

/** Where the state is by `now`: steps whose deadline has passed are done, each at its deadline. @param {Play.State} state @param {number} now @returns {Play.State} */
export function advance(state, now, lateMs = LATE_MS) {
  while (state.mode === "running" && deadline(state) <= now) {
    const at = deadline(state);
    state = state.between ? heldAgain(state, at) : stepEnded(state, at);
    if (now - at > lateMs && state.mode === "running") state = missed(state, at, now);
  }
  return state;
}

/** What the person does. An act that means nothing here changes nothing. @param {Play.State} state @param {Play.Act} what @param {number} now @returns {Play.State} */
export function act(state, what, now, lateMs = LATE_MS) {
  state = advance(state, now, lateMs);
  switch (what.type) {
    case "pause":
      return state.mode === "running" ? written(halted(state, "paused", now), now, "pause") : state;
    case "resume":
      return resumed(state, now);
    case "done":
      return readyNow(state, now);
    case "skip":
      return isGoing(state) ? skipped(state, now) : state;
    case "easier":
      return isGoing(state) ? eased(state, now) : state;
    case "extend":
      return isGoing(state) ? extended(state, now) : state;
    case "repeat":
      return isGoing(state) ? repeated(state, now) : state;
    case "stop":
      return stopped(state, what, now);
    case "finish":
      return finished(state, now);
    case "start":
      return state;
  }
}

/** The state that a journal leads to, as of its last event. @param {Play.Script} script @param {number | null} before @param {Play.SessionEvent[]} events @returns {Play.State} */
export function replay(script, before, events) {
  let state = begin(script, before);
  for (const event of events) {
    state = advance(state, event.atMs, Infinity);
    // An as-able hold that was ended as enough is written as done, but was asked for as a rest.
    const asked = event.type === "done" && role(state) === "hold" ? { ...event, type: /** @type {const} */ ("repeat") } : event;
    if (state.events.length < event.n) state = act(state, asked, event.atMs, Infinity);
  }
  return state;
}

// What each act does

/** @param {Play.State} state @param {number} now @returns {Play.State} */
function resumed(state, now) {
  if (state.mode === "paused" || state.asking) {
    const about = state.asking ? meant(state) : current(state);
    return written({ ...state, mode: "running", since: now, away: false, asking: false }, now, "resume", {}, about);
  }
  if (state.mode === "stopped") {
    const next = entered(state, state.index + 1, now);
    return next.mode === "finished" ? next : written(next, now, "resume");
  }
  return state.mode === "running" && state.between ? heldAgain(written(state, now, "resume"), now) : state;
}

/** "I'm in position": what only waits for the person may end early. A hold may not. @param {Play.State} state @param {number} now @returns {Play.State} */
function readyNow(state, now) {
  if (state.mode !== "running" || role(state) === "hold") return state;
  return state.between ? resumed(state, now) : stepEnded(state, now);
}

/** @param {Play.State} state @param {number} now @returns {Play.State} */
function skipped(state, now) {
  return entered(written(state, now, "skip", heldUntil(state, now), meant(state)), meantIndex(state) + 1, now);
}

/** The easier form starts afresh, with time to take it up, so that what is done is done in full. @param {Play.State} state @param {number} now @returns {Play.State} */
function eased(state, now) {
  const form = easierForm(state);
  if (form === null) return state;
  const at = meantIndex(state);
  const next = written(state, now, "easier", heldUntil(state, now), meant(state));
  const entries = next.entries.map((one, i) => (i === at ? { step: one.step, form } : one));
  return again({ ...next, entries }, now, "get-ready");
}

/** @param {Play.State} state @param {number} now @returns {Play.State} */
function extended(state, now) {
  const more = room(state);
  return more === 0 ? state : written({ ...state, lengthMs: state.lengthMs + more }, now, "extend");
}

/** From the start of this step; in an as-able hold, rest and then go on adding up. @param {Play.State} state @param {number} now @returns {Play.State} */
function repeated(state, now) {
  const { form } = current(state);
  const asAble = form.asAble && form.role === "hold";
  if (asAble && state.between) return state;
  if (!asAble) return again(written(state, now, "repeat", heldUntil(state, now)), now, "get-ready");
  const addedMs = state.addedMs + ran(state, now);
  if (addedMs >= Math.min(AS_ABLE_ENOUGH_MS, form.seconds * 1000)) return stepEnded(state, now);
  return { ...again(written(state, now, "repeat", heldUntil(state, now)), now, "rest"), addedMs };
}

/** First the tap, which ends the hold at once; then the answer, which says what changes. @param {Play.State} state @param {Play.Act} what @param {number} now @returns {Play.State} */
function stopped(state, what, now) {
  if (isGoing(state)) {
    const tap = /** @type {const} */ ({ ...heldUntil(state, now), reason: "pain" });
    return written({ ...halted(state, "stopped", now), asking: true, away: false }, now, "stop", tap, meant(state));
  }
  if (!state.asking || !what.reason) return state;
  const { reason, pain = null, where = null } = what;
  return changed(written(state, now, "stop", { reason, pain, where }, meant(state)), { reason, pain }, now);
}

/** @param {Play.State} state @param {{reason: Play.Reason, pain: number | null}} stop @param {number} now @returns {Play.State} */
function changed(state, stop, now) {
  const index = meantIndex(state);
  const change = consequenceOf(meant(state).form, stop, state.before);
  const lockedTags = new Set([...state.lockedTags, ...change.dropTags]);
  const following = state.entries.slice(index + 1);
  const kept = keepAllowed(
    following,
    (step) => !step.tags.some((tag) => lockedTags.has(tag)) && (!change.dropExercises || asksNothing(step)),
  );
  const instead = change.replaceWith ? [entry(change.replaceWith)] : [];
  const next = {
    ...state,
    index,
    entries: [...state.entries.slice(0, index + 1), ...instead, ...kept],
    leftOut: following.filter((one) => !kept.includes(one) && one.form.role !== "get-ready").map((one) => one.form),
    asking: false,
    lockedTags,
    show: change.show,
  };
  return endsTheSession(change.show) ? finished(next, now) : next;
}

/** @param {Play.State} state @param {number} now @returns {Play.State} */
function finished(state, now) {
  if (state.mode === "finished") return state;
  const held = isGoing(state) ? heldUntil(state, now) : {};
  const about = held.heldMs === undefined ? null : current(state);
  return written({ ...halted(state, "finished", now), asking: false }, now, "finish", held, about);
}

// How steps follow each other

/** @param {Play.State} state @param {number} at @returns {Play.State} */
function stepEnded(state, at) {
  return entered(written(state, at, "done", heldUntil(state, at)), state.index + 1, at);
}

/** @param {Play.State} state @param {number} index @param {number} at @returns {Play.State} */
function entered(state, index, at) {
  if (index >= state.entries.length) return finished({ ...state, mode: "stopped" }, at);
  return { ...state, index, mode: "running", asking: false, away: false, ...fresh(state.entries[index].form, at) };
}

/** The step at hand from its start; a hold after time to get into position or to rest. @param {Play.State} state @param {number} now @param {"get-ready" | "rest"} between @returns {Play.State} */
function again(state, now, between) {
  const { form } = current(state);
  /** @type {Play.State} */
  const next = { ...state, mode: "running", away: false, ...fresh(form, now) };
  return form.role === "hold" ? { ...next, between, lengthMs: betweenMs(state) } : next;
}

/** The hold after the time between: what is still to be added up, which is all of it unless it is as-able. @param {Play.State} state @param {number} at @returns {Play.State} */
function heldAgain(state, at) {
  const { form } = current(state);
  const { addedMs } = state;
  return { ...state, ...fresh(form, at), addedMs, lengthMs: form.seconds * 1000 - addedMs };
}

/** Nobody was there to see the step change, so the next one waits for them. @param {Play.State} state @param {number} at @param {number} now @returns {Play.State} */
function missed(state, at, now) {
  const waiting = written({ ...halted(state, "paused", at), away: true }, at, "pause");
  return now - at <= AWAY_MS ? resumed(waiting, now) : waiting;
}

/** @param {Play.State} state @param {Play.State["mode"]} mode @param {number} now @returns {Play.State} */
function halted(state, mode, now) {
  return { ...state, ranMs: ran(state, now), since: now, mode };
}

/** As long as the get-ready before the hold, so that a script of short seconds has short rests too. @param {Play.State} state */
function betweenMs(state) {
  const ready = state.entries[state.index - 1]?.form;
  return ready?.role === "get-ready" ? ready.seconds * 1000 : BETWEEN_MS;
}

/** @param {Play.Step} step @returns {Play.Entry} */
function entry(step) {
  return { step, form: step };
}

/** @param {Play.Step} form @param {number} at */
function fresh(form, at) {
  return { since: at, ranMs: 0, lengthMs: form.seconds * 1000, writtenMs: 0, addedMs: 0, between: null };
}
