// @ts-check
/** What is said after a stop, and where it leads. */
import { endsTheSession } from "./pain-rules.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./view.js").View} View */

/** @type {Record<string, string>} */
const LEADS_TO = { recheck: "/questions", "emergency-check": "/emergency" };

/** @param {View} view @param {State} state @param {(title: string) => HTMLElement} item */
export function showStopped(view, state, item) {
  const { say } = view;
  const words = wordsFor(state);
  const ends = state.show !== null && endsTheSession(state.show);
  view.write("stopped-title", say(`${words}-title`));
  view.write("stopped-text", say(`${words}-text`));
  const titles = [...new Set(state.leftOut.map((step) => step.title))];
  view.part("left-out").hidden = titles.length === 0;
  view.part("left-out-list").replaceChildren(...titles.map(item));
  const go = view.part("stopped-go");
  go.dataset.act = words === "end" ? "finish" : "resume";
  view.write("stopped-go", ends ? null : say(words === "next" ? "go-on" : `${words}-button`));
  const link = /** @type {HTMLAnchorElement} */ (view.part("stopped-link"));
  view.write("stopped-link", ends ? say(`${words}-button`) : null);
  link.href = LEADS_TO[state.show ?? ""] ?? "/";
  const row = /** @type {HTMLElement} */ (go.parentElement?.querySelector(".player-row"));
  row.hidden = ends || words === "end";
  view.show("stopped");
}

/** @param {State} state */
function wordsFor(state) {
  if (state.show === "recheck") return "recheck";
  if (state.show === "emergency-check") return "emergency";
  if (state.index + 1 >= state.entries.length) return "end";
  return state.show === "rest" ? "rest" : "next";
}
