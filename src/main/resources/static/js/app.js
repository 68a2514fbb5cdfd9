// @ts-check
/**
 * Behaviour by need: an element with data-module="name" gets js/name.js, whose default export takes the element. Then the
 * service worker, so that the first screens, the ease script and the emergency page are there without a network.
 */
for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-module]"))) {
  import(`./${element.dataset.module}.js`).then((module) => module.default(element));
}

if ("serviceWorker" in navigator) {
  addEventListener("load", () => navigator.serviceWorker.register("/sw.js"));
}
