// @ts-check
/** Keeps the screen on while a session runs. The browser takes that back when the page is hidden, so it is asked for again. */
export class Awake {
  /** @type {WakeLockSentinel | null} */
  #lock = null;
  #wanted = false;

  /** @param {(granted: boolean) => void} onAnswer */
  constructor(onAnswer) {
    this.onAnswer = onAnswer;
    document.addEventListener("visibilitychange", () => void this.again());
  }

  want() {
    this.#wanted = true;
    return this.again();
  }

  /** On each return to the page, and on the next tap where that was refused. */
  async again() {
    if (!this.#wanted || document.visibilityState !== "visible" || (this.#lock && !this.#lock.released)) return;
    try {
      this.#lock = await navigator.wakeLock.request("screen");
      this.onAnswer(true);
    } catch {
      this.onAnswer(false); // no such thing here, not over http, or the battery is low: the person is told
    }
  }

  async enough() {
    this.#wanted = false;
    const lock = this.#lock;
    this.#lock = null;
    await lock?.release();
  }
}
