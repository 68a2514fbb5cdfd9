// @ts-check
/**
 * One audio element that plays from the first tap to the alarm, with its name on the lock screen. It follows the clock of what it
 * sounds for, never the other way round: after a call it is put to where it should be.
 */
import { claim } from "../player/other-sound.js";
import { wav } from "./wav.js";

/** How far the sound may be off before it is moved; moving makes a click. */
const OFF_MS = 700;

export class Track {
  /** @type {HTMLAudioElement | null} */
  #audio = null;
  #playing = false;

  /** @param {{onSilent?: (silent: boolean) => void, onPause?: () => void, onPlay?: () => void, others?: string}} [told] others: what becomes of other sound, unless the person decides */
  constructor({ onSilent = () => {}, onPause = () => {}, onPlay = () => {}, others } = {}) {
    this.others = others;
    this.onSilent = onSilent;
    this.onPause = onPause;
    this.onPlay = onPlay;
  }

  /** To be called in a tap: browsers let no page make a sound before one. @param {number} seconds @param {Sound.Mark[]} marks @param {string} title */
  start(seconds, marks, title) {
    this.stop();
    claim(this.others);
    const audio = new Audio(URL.createObjectURL(new Blob(wav(seconds, marks), { type: "audio/wav" })));
    audio.addEventListener("pause", () => this.#playing && this.onSilent(true)); // a call came, or another app plays
    audio.addEventListener("playing", () => this.onSilent(false));
    this.#audio = audio;
    this.#name(title);
    this.#play();
  }

  /** Where the sound should be now. @param {number} ms */
  follow(ms) {
    const audio = this.#audio;
    if (!audio || !this.#playing || audio.readyState === 0) return;
    if (Math.abs(audio.currentTime * 1000 - ms) > OFF_MS) audio.currentTime = Math.min(ms / 1000, Math.max(0, audio.duration - 0.1));
    if (audio.paused && !audio.ended) this.#play();
  }

  get ready() {
    return this.#audio !== null;
  }

  pause() {
    this.#playing = false;
    this.#audio?.pause();
  }

  /** After a pause, or in a tap where the sound was refused. @param {number} ms */
  resume(ms) {
    if (!this.#audio) return;
    this.#audio.currentTime = ms / 1000;
    this.#play();
  }

  stop() {
    this.#playing = false;
    if (this.#audio) {
      this.#audio.pause();
      URL.revokeObjectURL(this.#audio.src);
    }
    this.#audio = null;
    if ("mediaSession" in navigator) navigator.mediaSession.metadata = null;
  }

  #play() {
    this.#playing = true;
    void this.#audio?.play().catch(() => this.onSilent(true)); // not allowed, or no such sound here: the page says so and goes on
  }

  /** @param {string} title */
  #name(title) {
    if (!("mediaSession" in navigator)) return;
    navigator.mediaSession.metadata = new MediaMetadata({ title, artist: document.title });
    navigator.mediaSession.setActionHandler("pause", () => this.onPause());
    navigator.mediaSession.setActionHandler("play", () => this.onPlay());
  }
}
