// @ts-check
/** Taps and keys: what the person asks for, by the name that the page gives it. */

/** The second of two taps so close together was not meant for what the button has come to mean in between. */
const DOUBLE_TAP_MS = 350;

/** These are for the screens before a session, or for any (player.js). */
const NOT_HERE = ["start", "afresh", "list", "mute", "check", "checked", "here", "listen"];

/** @type {Record<string, string>} */
const KEYS = {
  " ": "pause-or-resume",
  arrowright: "skip",
  arrowleft: "repeat",
  r: "repeat",
  escape: "stop",
  s: "stop",
  m: "mute",
  "+": "extend",
  "=": "extend", // the same key without shift
  "-": "easier",
  e: "easier",
  "?": "keys",
};

/**
 * @param {import("./view.js").View} view @param {() => Play.State["mode"] | null} mode of the session, none before it
 * @param {(what: string) => void} ask
 */
export function listen(view, mode, ask) {
  const main = view.part("main");
  let tapped = { at: -DOUBLE_TAP_MS, act: main.dataset.act };

  const pauseOrResume = () => {
    if (mode() === "paused") ask("resume");
    else if (mode() === "running") ask("pause");
  };

  view.section.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const button = /** @type {HTMLElement | null} */ (target.closest("[data-act]"));
    if (button === main) {
      const { at, act } = tapped;
      tapped = { at: event.timeStamp, act: main.dataset.act };
      if (event.timeStamp - at < DOUBLE_TAP_MS && act !== main.dataset.act) return;
    }
    if (button && !NOT_HERE.includes(button.dataset.act ?? "")) ask(button.dataset.act ?? "");
    else if (!button && target.closest('[data-part="stage"]')) pauseOrResume();
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
    else if (what === "mute") view.buttons("mute")[0].click();
    else if (what === "keys") listKeys(view, ask);
    else ask(what);
  });
}

/** What each key does. Nobody can read and hold at once, so the session waits. @param {import("./view.js").View} view @param {(what: string) => void} ask */
function listKeys(view, ask) {
  ask("pause");
  /** @type {HTMLDialogElement} */ (view.part("keys")).showModal();
}
