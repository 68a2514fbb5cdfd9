// @ts-check
/** One timer on a thread of its own, which browsers do not slow down with a hidden page. Only wake.js talks to it. */
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

addEventListener("message", ({ data: { n, inMs } }) => {
  clearTimeout(timer);
  if (inMs !== null) timer = setTimeout(() => postMessage(n), inMs);
});
