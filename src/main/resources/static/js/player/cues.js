// @ts-check
/**
 * What is said, shown and sounded, and when. Cues are told relative to the start of their step; those that mean the end move
 * with it when the step is lengthened.
 */
import { current, ran } from "./state.js";

/** @typedef {import("./script.js").Cue} Cue */
/** @typedef {import("./state.js").State} State */

const OF_THE_END = ["last", "end", "switch"];

/** The cues of the step at hand, in order, at ms after its start. While getting in position or resting there are none. @param {State} state @returns {Cue[]} */
export function cues(state) {
  if (state.between) return [];
  const { form } = current(state);
  const longer = state.lengthMs - form.seconds * 1000;
  return form.cues
    .map((cue) => ({ ...cue, atMs: move(cue, longer) }))
    .filter((cue) => cue.atMs <= state.lengthMs)
    .sort((a, b) => a.atMs - b.atMs);
}

/** The line to show now: of the latest cue that has words. @param {State} state @param {number} now @returns {string | null} */
export function line(state, now) {
  const at = ran(state, now);
  const said = cues(state).filter((cue) => cue.text !== "" && cue.atMs <= at);
  return said.at(-1)?.text ?? null;
}

/** What is still to sound in this step: how long from now, and which tone. @param {State} state @param {number} now @returns {{inMs: number, tone: NonNullable<Cue["tone"]>}[]} */
export function tonesAhead(state, now) {
  if (state.mode !== "running") return [];
  const at = ran(state, now);
  return cues(state).flatMap(({ atMs, tone }) => (tone !== null && atMs >= at ? [{ inMs: atMs - at, tone }] : []));
}

/** @param {Cue} cue @param {number} longer */
function move(cue, longer) {
  if (cue.tone !== null && OF_THE_END.includes(cue.tone)) return Math.max(0, cue.atMs + longer);
  return cue.tone === "half" ? cue.atMs + longer / 2 : cue.atMs;
}
