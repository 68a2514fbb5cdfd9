// @ts-check
/**
 * Short sounds of our own making, each meaning one thing, laid on the audio clock ahead of time so that a busy or hidden page
 * is not late. Sound is never needed: all is on the screen too.
 *
 * [1] After a call or a lock a phone's audio may be closed, or claim to run while its clock stands still: then it is made anew.
 */
import { claim } from "./other-sound.js";


/** Each note: after how long, how high (Hz), how long (s). */
const NOTES = /** @type {Record<Play.Tone, [number, number, number][]>} */ ({
  ready: [[0, 440, 0.35]],
  start: [[0, 523, 0.18], [0.2, 659, 0.35]],
  half: [[0, 587, 0.16], [0.24, 587, 0.16]],
  last: [[0, 784, 0.09], [0.16, 784, 0.09], [0.32, 784, 0.09]],
  end: [[0, 659, 0.2], [0.22, 523, 0.2], [0.44, 392, 0.5]],
  switch: [[0, 523, 0.15], [0.18, 784, 0.15], [0.36, 523, 0.3]],
});
const LOUDNESS = 0.25;
const FADE_S = 0.02;

/** A clock that has not moved in this long is dead. */
const DEAD_AFTER_MS = 500;

export class Tones {
  /** @type {AudioContext | null} */
  #audio = null;
  /** @type {GainNode | null} what is laid ahead hangs on this, and falls silent with it */
  #ahead = null;
  #seen = { audioS: -1, atMs: 0 };

  /** To be called in a tap: browsers let no page make a sound before one. @returns {boolean} whether there is sound at all */
  prime() {
    const Audio = globalThis.AudioContext;
    if (!Audio) return false;
    claim();
    if (this.#isDead()) {
      void this.#audio?.close().catch(() => {}); // [1] it may be closed already
      this.#audio = null;
    }
    this.#audio ??= new Audio();
    this.#seen = { audioS: this.#audio.currentTime, atMs: performance.now() };
    void this.#audio.resume().catch(() => {}); // not allowed now; the next tap asks again
    return true;
  }

  get runs() {
    return this.#audio?.state === "running";
  }

  /** [1] */
  #isDead() {
    if (this.#audio === null || this.#audio.state === "closed") return true;
    const { audioS, atMs } = this.#seen;
    return this.#audio.state === "running" && this.#audio.currentTime === audioS && performance.now() - atMs > DEAD_AFTER_MS;
  }

  /** @param {{inMs: number, tone: Play.Tone}[]} tones instead of all that was laid before */
  layAhead(tones) {
    this.silence();
    if (!this.#audio || tones.length === 0) return;
    const ahead = this.#audio.createGain();
    ahead.connect(this.#audio.destination);
    this.#ahead = ahead;
    for (const { inMs, tone } of tones) {
      for (const [after, hertz, seconds] of NOTES[tone]) this.#note(this.#audio, ahead, inMs / 1000 + after, hertz, seconds);
    }
  }

  silence() {
    this.#ahead?.disconnect();
    this.#ahead = null;
  }

  /** @param {AudioContext} audio @param {GainNode} ahead @param {number} inS @param {number} hertz @param {number} seconds */
  #note(audio, ahead, inS, hertz, seconds) {
    const at = audio.currentTime + inS;
    const source = audio.createOscillator();
    const volume = audio.createGain();
    source.frequency.value = hertz;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(LOUDNESS, at + FADE_S);
    volume.gain.exponentialRampToValueAtTime(0.001, at + seconds);
    source.connect(volume).connect(ahead);
    source.start(at);
    source.stop(at + seconds);
  }
}
