// @ts-check
/**
 * Headset buttons and the lock screen, and a shake for each tone where the phone can. What they mean is told to whoever listens.
 *
 * [1] Browsers give the buttons only to a page that plays a sound element, so one plays too softly to hear, unless sound is off.
 */
const BED_SECONDS = 10;

/** @type {[MediaSessionAction, string][]} */
const BUTTONS = [["play", "resume"], ["pause", "pause"], ["nexttrack", "skip"], ["previoustrack", "repeat"], ["stop", "stop"]];

/** ms on, off, on …; a bonus where sound is off or the phone lies on the floor. @type {Record<NonNullable<Play.Cue["tone"]>, number[]>} */
const SHAKES = { ready: [80], start: [220], half: [80, 80, 80], last: [50, 60, 50, 60, 50], end: [400], switch: [220, 100, 220] };

export class Hands {
  /** @type {HTMLAudioElement | null} */
  #audio = null;

  /** @param {(what: string) => void} ask @param {{mediaSession?: MediaSession, vibrate?: (pattern: number[]) => boolean}} device */
  constructor(ask, device = navigator) {
    this.ask = ask;
    this.device = device;
  }

  /** To be called soon after a tap. @param {boolean} sounds */
  begin(sounds) {
    if (sounds && this.device.mediaSession) void this.#bed().catch(() => {}); // no such sound here: the page has buttons too
    for (const [button, what] of BUTTONS) this.#on(button, () => this.ask(what));
  }

  /** [1] */
  async #bed() {
    const { wav } = await import("../track/wav.js");
    this.#audio = new Audio(URL.createObjectURL(new Blob(wav(BED_SECONDS, []), { type: "audio/wav" })));
    this.#audio.loop = true;
    await this.#audio.play();
  }

  end() {
    this.#audio?.pause();
    if (this.#audio) URL.revokeObjectURL(this.#audio.src);
    this.#audio = null;
    for (const [button] of BUTTONS) this.#on(button, null);
    if (this.device.mediaSession) this.device.mediaSession.playbackState = "none";
  }

  /** @param {MediaSessionAction} button @param {(() => void) | null} what */
  #on(button, what) {
    try {
      this.device.mediaSession?.setActionHandler(button, what);
    } catch {
      // an older browser that does not know this button; the others work
    }
  }

  /** What the lock screen shows. @param {string[]} heading @param {boolean} running */
  tell([title, artist], running) {
    const { mediaSession } = this.device;
    if (!mediaSession) return;
    mediaSession.playbackState = running ? "playing" : "paused";
    if (mediaSession.metadata?.title !== title || mediaSession.metadata?.artist !== artist) {
      mediaSession.metadata = new MediaMetadata({ title, artist });
    }
  }

  /** @param {Play.Cue["tone"]} tone */
  shake(tone) {
    if (tone) this.device.vibrate?.(SHAKES[tone]);
  }
}
