// @ts-check
/**
 * What a person who listens is told, and when: at the start of each step, half way, five seconds before its end. Never each
 * second (WCAG 4.1.3; see design-language.md §4).
 */
import { current, meant, ran, remaining, role } from "./state.js";

/** @typedef {import("./state.js").State} State */

const LAST_MS = 5000;
/** Shorter steps are told only at their start: there is no time to say more. */
const SHORTEST_MS = 20_000;

/** Names the moment of a session that is worth telling. It is told when the name changes. @param {State} state @param {number} now */
export function moment(state, now) {
  if (state.mode !== "running") return state.mode;
  return `${state.index} ${state.between} ${part(state, now)}`;
}

/** The words for the moment. @param {State} state @param {number} now @param {import("./words.js").Say} say */
export function told(state, now, say) {
  if (state.mode !== "running") return say(`tell-${state.mode}`);
  const which = part(state, now);
  if (which !== "start") return say(`tell-${which}`);
  if (role(state) === "get-ready") return [say("tell-get-ready", meant(state).form.title), sideWord(state, say)].join(" ").trim();
  const seconds = Math.ceil(remaining(state, now) / 1000);
  return [sideWord(state, say), say(`tell-${role(state)}`, seconds)].join(" ").trim();
}

/** @param {State} state @param {number} now @returns {"start" | "half" | "last"} */
function part(state, now) {
  const lasts = role(state) === "hold" || role(state) === "breathe";
  if (!lasts || state.lengthMs < SHORTEST_MS) return "start";
  if (remaining(state, now) <= LAST_MS) return "last";
  return ran(state, now) * 2 >= state.lengthMs ? "half" : "start";
}

/** @param {State} state @param {import("./words.js").Say} say */
function sideWord(state, say) {
  const { side } = current(state).form;
  return side ? `${say(`side-${side}`)}.` : "";
}
