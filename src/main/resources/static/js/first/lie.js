// @ts-check
/** The chosen picture is the first hold: its page opens at once, from the phone if need be, and the server hears of it later. */
import { canStore, remember, send, standsBeforeEaseHere, stored } from "./answers.js";

/** What a position says about how a person can lie, and the page of its hold. */
const POSITIONS = /** @type {const} */ ({
  back: { page: "/ease/back-knees-up", answers: { "can-lie-back": "yes" } },
  side: { page: "/ease/side-pillow", answers: { "can-lie-side": "yes" } },
  belly: { page: "/ease/belly-pillow", answers: { "can-lie-belly": "yes" } },
  leaning: { page: "/ease/leaning", answers: { "can-lie-back": "no", "can-lie-side": "no", "can-lie-belly": "no" } },
});

/** @param {HTMLFormElement} form */
export default async function lie(form) {
  if (!canStore()) {
    return;
  }
  const before = await standsBeforeEaseHere(new Date());
  if (before) {
    location.replace(before);
    return;
  }
  send().then((show) => show && moreUrgent(show) && location.assign(show));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = POSITIONS[/** @type {keyof typeof POSITIONS} */ (event.submitter?.getAttribute("value"))];
    remember({ answers: chosen.answers, level: stored()?.level }, new Date());
    send();
    location.assign(chosen.page);
  });
}

/**
 * Whoever was told of a doctor came here to rest meanwhile; only what is new sends them away.
 *
 * @param {string} show
 */
function moreUrgent(show) {
  return show === "/emergency" || (show.startsWith("/doctor") && stored()?.level === "CLEAR");
}
