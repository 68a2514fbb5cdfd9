// @ts-check
/** The figure beside the words, led by the clock of the session: as long as that stands, so does the figure. A help, never a condition. */
import { current, ran } from "./state.js";

export class Picture {
  /** @type {import("../figure/figure-stage.js").FigureStage | null} */
  #stage = null;
  #wanted = "";
  #shown = "";

  /** @param {HTMLElement} host @param {HTMLElement} section says where the figures are, and in which build */
  constructor(host, section) {
    this.host = host;
    this.address = (/** @type {Play.Picture} */ picture) => pictureAddress(section, picture);
  }

  /** @param {import("./session.js").Session} session */
  show(session) {
    const picture = current(session.state).form.figure;
    const address = picture && typeof picture === "object" ? this.address(picture) : null;
    const wanted = address === null ? "" : `${address} ${picture?.from} ${picture?.to} ${session.state.index}`;
    if (wanted === this.#wanted) {
      // What was paused has gone on: the figure asks for the time only while it moves.
      if (this.#shown === wanted && session.state.mode === "running") this.#stage?.follow(this.#clockOf(session));
      return;
    }
    this.#wanted = wanted;
    if (address === null || !picture) this.#stage?.clear();
    else void this.#load(address, picture, session, wanted);
  }

  /** @param {string} address @param {Play.Picture} picture @param {import("./session.js").Session} session @param {string} wanted */
  async #load(address, picture, session, wanted) {
    try {
      const { FigureStage } = await import("../figure/figure-stage.js");
      this.#stage ??= new FigureStage(this.host);
      if (!(await this.#stage.load(address)) || wanted !== this.#wanted) return;
    } catch {
      return; // no figures here; the words say it all
    }
    this.#shown = wanted;
    if (picture.from === picture.to) this.#stage.show(picture.to);
    else this.#stage.follow(this.#clockOf(session), picture.from, picture.to);
  }

  /** @param {import("./session.js").Session} session */
  #clockOf(session) {
    return () => ran(session.state, session.now);
  }
}

/** @param {HTMLElement} page says where the figures are, and in which build @param {Play.Picture} picture @returns {string | null} none where the page knows of no figures */
export function pictureAddress({ dataset: { figures, build } }, { id, side }) {
  return figures ? `${figures}${[id, side, build].filter(Boolean).join("-")}.json` : null;
}
