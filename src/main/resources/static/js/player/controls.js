// @ts-check
/** Taps and keys: what the person asks for, by the name that the page gives it. */

/** A second tap so soon after a button has changed its meaning was meant for the old one. */
const DOUBLE_TAP_MS = 500;

/** @type {Record<string, string>} */
const KEYS = { " ": "pause-or-resume", arrowright: "skip", escape: "stop", s: "stop", m: "mute", "+": "extend", e: "easier", r: "repeat" };

/**
 * @param {import("./view.js").View} view @param {() => Play.State["mode"] | null} mode of the session, none before it
 * @param {(what: string) => void} ask
 */
export function listen(view, mode, ask) {
  const main = view.part("main");
  let meaning = { act: main.dataset.act, since: 0 };
  new MutationObserver(() => {
    if (main.dataset.act !== meaning.act) meaning = { act: main.dataset.act, since: performance.now() };
  }).observe(main, { attributeFilter: ["data-act"] });

  const pauseOrResume = () => {
    if (mode() === "paused") ask("resume");
    else if (mode() === "running") ask("pause");
  };

  view.section.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const button = /** @type {HTMLElement | null} */ (target.closest("[data-act]"));
    if (button === main && performance.now() - meaning.since < DOUBLE_TAP_MS) return;
    if (button) ask(button.dataset.act ?? "");
    else if (target.closest('[data-part="stage"]')) pauseOrResume();
  });

  // Keys work while the focus is in the player, it is going on, and no answer is asked for.
  view.section.addEventListener("keydown", (event) => {
    const going = mode() === "running" || mode() === "paused";
    if (!going || event.ctrlKey || event.metaKey || event.altKey) return;
    const onButton = /** @type {Element} */ (event.target).closest("button, a") !== null;
    const what = KEYS[event.key.toLowerCase()];
    if (!what || (event.key === " " && onButton)) return; // space presses the button that has the focus
    event.preventDefault();
    if (what === "pause-or-resume") pauseOrResume();
    else ask(what);
  });
}
