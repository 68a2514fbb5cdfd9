// @ts-check
/**
 * Behaviour by need: an element with data-module="name" gets js/name.js, whose default export takes the element. Then what waits on
 * this phone is sent, from whichever page has a network; and the service worker, so that the first screens, the ease script and the
 * emergency page are there without one.
 */
for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-module]"))) {
  import(`./${element.dataset.module}.js`).then((module) => module.default(element));
}

try {
  if (localStorage.getItem("unknot.waiting")) import("./player/outbox.js").then(({ deviceOutbox }) => deviceOutbox()).then((outbox) => outbox.flush());
} catch {
  // storage denied: then nothing waits there
}

if ("serviceWorker" in navigator) {
  addEventListener("load", () => navigator.serviceWorker.register("/sw.js"));
}
