// @ts-check
/**
 * What is said, shown and sounded, and when. Cues are told relative to the start of their step; those that mean the end move
 * with it when the step is lengthened.
 */
import { current, meant, ran, remaining, role } from "./state.js";

const LAST_MS = 5000;
/** Shorter steps are told only at their start: there is no time to say more. */
const SHORTEST_MS = 20_000;

const OF_THE_END = ["last", "end", "switch"];

/** The cues of the step at hand, in order, at ms after its start. While getting in position or resting there are none. @param {Play.State} state @returns {Play.Cue[]} */
export function cues(state) {
  if (state.between) return [];
  const { form } = current(state);
  const longer = state.lengthMs - form.seconds * 1000;
  return form.cues
    .map((cue) => ({ ...cue, atMs: move(cue, longer) }))
    .filter((cue) => cue.atMs <= state.lengthMs)
    .sort((a, b) => a.atMs - b.atMs);
}

/** The line to show now: of the latest cue that has words. @param {Play.State} state @param {number} now @returns {string | null} */
export function line(state, now) {
  const at = ran(state, now);
  const said = cues(state).filter((cue) => cue.text !== "" && cue.atMs <= at);
  return said.at(-1)?.text ?? null;
}

/** What is still to sound in this step: how long from now, and which tone. @param {Play.State} state @param {number} now @returns {{inMs: number, tone: NonNullable<Play.Cue["tone"]>}[]} */
export function tonesAhead(state, now) {
  if (state.mode !== "running") return [];
  const at = ran(state, now);
  return cues(state).flatMap(({ atMs, tone }) => (tone !== null && atMs >= at ? [{ inMs: atMs - at, tone }] : []));
}

/**
 * What has come since it was last looked, in order, each cue once however late and however rarely one looks.
 * @param {Play.State} state @param {number} now @param {Play.Heard | null} before what this answered the last time
 * @returns {{heard: Play.Heard, come: Play.Cue[]}}
 */
export function comeSince(state, now, before) {
  const { step, form } = current(state);
  const at = ran(state, now);
  const go = `${state.index} ${step.id} ${form.exercise} ${state.between}`;
  const from = before?.go === go && before.at <= at ? before.at : -1; // the same step again says it all again
  return { heard: { go, at }, come: cues(state).filter((cue) => cue.atMs > from && cue.atMs <= at) };
}

/** When there is something new to sound, say or tell, or the step is over, in ms from now. @param {Play.State} state @param {number} now */
export function nextMomentIn(state, now) {
  const at = ran(state, now);
  const moments = [...cues(state).map((cue) => cue.atMs), state.lengthMs / 2, state.lengthMs - LAST_MS, state.lengthMs];
  return Math.min(...moments.filter((ms) => ms > at).map((ms) => ms - at), Math.max(0, state.lengthMs - at));
}

/** @param {Play.Cue} cue @param {number} longer */
function move(cue, longer) {
  if (cue.tone !== null && OF_THE_END.includes(cue.tone)) return Math.max(0, cue.atMs + longer);
  return cue.tone === "half" ? cue.atMs + longer / 2 : cue.atMs;
}

// For who listens: told at the start of each step, half way, and five seconds before its end, never each second (WCAG 4.1.3)

/** Names the moment of a session that is worth telling. It is told when the name changes. @param {Play.State} state @param {number} now */
export function moment(state, now) {
  if (state.mode !== "running") return state.mode;
  return `${state.index} ${state.between} ${part(state, now)}`;
}

/** The words for the moment. @param {Play.State} state @param {number} now @param {Play.Say} say */
export function told(state, now, say) {
  if (state.mode !== "running") return say(`tell-${state.mode}`);
  const which = part(state, now);
  if (which !== "start") return say(`tell-${which}`);
  if (role(state) === "get-ready") return [say("tell-get-ready", meant(state).form.title), sideWord(state, say)].join(" ").trim();
  const seconds = Math.ceil(remaining(state, now) / 1000);
  return [sideWord(state, say), say(`tell-${role(state)}`, seconds)].join(" ").trim();
}

/** @param {Play.State} state @param {number} now @returns {"start" | "half" | "last"} */
function part(state, now) {
  const lasts = role(state) === "hold" || role(state) === "breathe";
  if (!lasts || state.lengthMs < SHORTEST_MS) return "start";
  if (remaining(state, now) <= LAST_MS) return "last";
  return ran(state, now) * 2 >= state.lengthMs ? "half" : "start";
}

/** @param {Play.State} state @param {Play.Say} say */
function sideWord(state, say) {
  const { side } = current(state).form;
  return side ? `${say(`side-${side}`)}.` : "";
}
