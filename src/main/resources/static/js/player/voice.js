// @ts-check
/**
 * Says what the screen shows, in the language of the page. It never carries the timing: a voice starts late, differently on each
 * phone, and a new line takes the place of one that is still being said.
 *
 * [1] Browsers let a page speak only after it spoke in a tap; nothing said at no volume is enough.
 * [2] Some browsers stop speaking when nobody holds on to the utterance.
 * [3] A voice on the device goes on without a network.
 */
export class Voice {
  /** @type {SpeechSynthesisUtterance | null} [2] */
  #saying = null;
  #primed = false;

  /** @param {string} language such as en-AU @param {SpeechSynthesis | undefined} synthesis @param {number} rate */
  constructor(language, synthesis = globalThis.speechSynthesis, rate = 0.95) {
    this.language = language;
    this.rate = rate;
    this.synthesis = synthesis;
  }

  /** To be called in a tap. [1] */
  prime() {
    if (this.#primed || !this.synthesis) return;
    this.#primed = true;
    const nothing = new SpeechSynthesisUtterance(" ");
    nothing.volume = 0;
    this.#speak(nothing);
  }

  /** Whether there is a voice. They are loaded late, so this is asked some seconds after the tap. */
  get available() {
    return this.voices.length > 0;
  }

  /** Voices of the page's language, those on the device first. [3] */
  get voices() {
    const [language] = this.language.toLowerCase().split("-");
    const rank = (/** @type {SpeechSynthesisVoice} */ voice) =>
      Number(voice.localService) * 2 + Number(voice.lang.replace("_", "-").toLowerCase() === this.language.toLowerCase());
    return (this.synthesis?.getVoices() ?? [])
      .filter((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === language)
      .sort((a, b) => rank(b) - rank(a));
  }

  /** What is being said at the moment, empty when nothing is. */
  get saying() {
    return this.synthesis?.speaking ? (this.#saying?.text ?? "") : "";
  }

  /** @param {string} text */
  say(text) {
    if (!this.synthesis || !this.#primed || text === "") return;
    this.silence();
    const words = new SpeechSynthesisUtterance(text);
    words.voice = this.voices[0] ?? null;
    words.lang = words.voice?.lang ?? this.language;
    words.rate = this.rate;
    this.#speak(words);
  }

  silence() {
    if (this.synthesis?.speaking || this.synthesis?.pending) this.synthesis.cancel();
    this.#saying = null;
  }

  /** @param {SpeechSynthesisUtterance} words */
  #speak(words) {
    this.#saying = words;
    try {
      this.synthesis?.speak(words);
    } catch {
      this.#saying = null; // a browser that has the words but no voice; the screen says it all
    }
  }
}
