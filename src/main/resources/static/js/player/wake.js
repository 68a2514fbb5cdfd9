// @ts-check
/**
 * Wakes the player at a moment, also in a hidden tab, whose own timers a browser lets run once a second and later once a
 * minute. It is a hint only: whoever is woken reads the clock. Without workers the page's timer is all there is.
 */
export class Wake {
  #n = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {() => void} onWake @param {() => Worker | null} start */
  constructor(onWake, start = startWorker) {
    this.onWake = onWake;
    this.worker = start();
    this.worker?.addEventListener("message", ({ data }) => this.#fire(data));
  }

  /** Instead of the moment that was set before. @param {number} ms from now */
  in(ms) {
    const n = ++this.#n;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fire(n), ms);
    this.worker?.postMessage({ n, inMs: ms });
  }

  off() {
    this.#n++;
    clearTimeout(this.#timer);
    this.worker?.postMessage({ n: this.#n, inMs: null });
  }

  /** Of the two timers the first counts. @param {number} n */
  #fire(n) {
    if (n !== this.#n) return;
    this.off();
    this.onWake();
  }
}

/** @returns {Worker | null} */
function startWorker() {
  try {
    return new Worker(new URL("./wake-worker.js", import.meta.url));
  } catch {
    return null; // no workers here; a hidden page is then late, and a visible one is not
  }
}
