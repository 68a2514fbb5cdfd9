// @ts-check
/**
 * A form that takes away what is on this phone. Where something was not sent yet, that is said first, with how much it is, and
 * only the second tap goes on; "stay" takes the question back. More that was added in between is asked about again.
 */
import { unsent } from "./unsent.js";
import { wordsOf } from "./words.js";

/**
 * @typedef {object} Way
 * @property {() => Promise<void>} go what the form is for
 * @property {() => boolean} [isMeant] whether what is picked in it takes anything away
 * @property {() => Promise<unknown>} [send] tries to send what waits; only then is it counted
 */

/** @param {HTMLFormElement} form @param {Way} way @param {() => Promise<number>} count */
export function askingFirst(form, { go, isMeant = () => true, send }, count = unsent) {
  const say = wordsOf(/** @type {HTMLTemplateElement} */ (form.querySelector("template")));
  const words = /** @type {HTMLElement} */ (form.querySelector('[data-part="unsent"]'));
  const stay = /** @type {HTMLElement | null} */ (form.querySelector('[data-part="stay"]'));
  let said = 0;
  let busy = false;
  const tell = (/** @type {string} */ text, /** @type {number} */ many) => {
    said = many;
    words.textContent = text;
    words.hidden = text === "";
    if (stay) stay.hidden = many === 0;
  };
  stay?.addEventListener("click", () => {
    tell("", 0);
    /** @type {HTMLElement} */ (form.querySelector('[type="submit"]')).focus(); // the button under the focus has gone
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    try {
      let left = isMeant() ? await count() : 0;
      if (left > said && send) {
        tell(say("sending"), said);
        await send();
        left = await count();
        tell("", said);
      }
      if (left > said) tell(left === 1 ? say("unsent-one") : say("unsent-many", left), left);
      else await go();
    } finally {
      busy = false;
    }
  });
}
