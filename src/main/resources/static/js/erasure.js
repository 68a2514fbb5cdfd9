// @ts-check
/**
 * Whoever erases what the server has about them means this phone, too: answers of the first screens, what is under way, and
 * records that still wait. What was meant to be erased is gone even if the network fails the form.
 */
import { askingFirst } from "./asking-first.js";
import { forget, unsent } from "./unsent.js";

/** @param {HTMLFormElement} form */
export default function erasure(form) {
  if (form.hidden) void unsent().then((count) => (form.hidden = count === 0));
  askingFirst(form, {
    isMeant: () => erases(form),
    go: async () => {
      if (erases(form)) await forget();
      if (form.hasAttribute("action")) form.submit();
      else location.assign("/privacy?erased=true"); // all that there was, was here
    },
  });
}

/** A form that asks what to do with a plan erases only where that is picked. @param {HTMLFormElement} form */
export function erases(form) {
  const choice = /** @type {RadioNodeList | null} */ (form.elements.namedItem("plan"));
  return choice === null || choice.value === "erase";
}
