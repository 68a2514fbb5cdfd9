// @ts-check
/**
 * Behaviour by need: an element with data-module="name" gets js/name.js, whose default export takes the element. Then what waits on
 * this phone is sent, from whichever page has a network; and the service worker, so that the first screens, the ease script and the
 * emergency page are there without one.
 *
 * [1] A form with data-held is answered by its module. A button that is pressed before the module has come is not lost: without a
 *     network the browser could only show its own error page, and what asks before it erases would not have asked.
 * [2] A module that takes this long may never come; the server answers as it does where no script runs at all.
 */
const HELD_MS = 3000;

for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-module]"))) {
  const ready = import(`./${element.dataset.module}.js`).then((module) => module.default(element));
  if (element instanceof HTMLFormElement && "held" in element.dataset) hold(element, ready);
}

/** [1] @param {HTMLFormElement} form @param {Promise<unknown>} ready */
function hold(form, ready) {
  /** @type {SubmitEvent | null} */
  let pressed = null;
  const keep = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    pressed = event;
  };
  const letGo = () => {
    form.removeEventListener("submit", keep);
    if (pressed) form.requestSubmit(pressed.submitter);
    pressed = null;
  };
  form.addEventListener("submit", keep);
  setTimeout(letGo, HELD_MS); // [2]
  ready.finally(letGo);
}

try {
  if (localStorage.getItem("unknot.waiting")) import("./player/outbox.js").then(({ deviceOutbox }) => deviceOutbox()).then((outbox) => outbox.flush());
} catch {
  // storage denied: then nothing waits there
}

if ("serviceWorker" in navigator) {
  addEventListener("load", () => navigator.serviceWorker.register("/sw.js"));
}
