// @ts-check
/** All that is heard: tones laid ahead, words said as they are shown, and silence when that is wished. */
import { Tones } from "./tones.js";
import { Voice } from "./voice.js";

export class Ear {
  muted = false;

  /** @param {string} language */
  constructor(language, tones = new Tones(), voice = new Voice(language)) {
    this.tones = tones;
    this.voice = voice;
  }

  /** To be called in a tap. @returns {boolean} whether there is sound at all */
  prime() {
    this.voice.prime();
    return this.tones.prime();
  }

  /** @param {{inMs: number, tone: NonNullable<Play.Cue["tone"]>}[]} tones instead of all that was laid before */
  layAhead(tones) {
    this.tones.layAhead(this.muted ? [] : tones);
  }

  /** @param {string} text */
  say(text) {
    if (!this.muted) this.voice.say(text);
  }

  hush() {
    this.voice.silence();
  }

  /** @param {boolean} muted */
  mute(muted) {
    this.muted = muted;
    if (!muted) return;
    this.voice.silence();
    this.tones.silence();
  }
}
