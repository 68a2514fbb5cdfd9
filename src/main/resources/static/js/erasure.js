// @ts-check
/**
 * Whoever erases what the server has about them means this phone, too: answers of the first screens, what is under way, and
 * records that still wait. What was meant to be erased is gone even if the network fails the form. Where something was not sent
 * yet, that is said first, with how much it is, and only the second tap erases.
 */
import { forget, unsent } from "./unsent.js";
import { wordsOf } from "./words.js";

/** @param {HTMLFormElement} form */
export default function erasure(form) {
  const say = wordsOf(/** @type {HTMLTemplateElement} */ (form.querySelector("template")));
  const words = /** @type {HTMLElement} */ (form.querySelector('[data-part="unsent"]'));
  let said = 0;
  if (form.hidden) void unsent().then((count) => (form.hidden = count === 0));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const count = await unsent();
    if (count > said) {
      said = count;
      words.textContent = count === 1 ? say("unsent-one") : say("unsent-many", count);
      words.hidden = false;
    } else {
      await forget();
      if (form.hasAttribute("action")) form.submit();
      else location.assign("/privacy?erased=true"); // all that there was, was here
    }
  });
}
