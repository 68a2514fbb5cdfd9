// @ts-check
/**
 * Shows a figure and moves it: one still, or the way from one keyframe to another, played, paused, sought, or led by the clock of
 * a session. Whoever asked their system for less motion gets both ends of the way side by side, numbered.
 *
 * [1] Each run is one path with its halo as stroke beneath its fill, as in the stills, so a frame changes about ten attributes.
 * [2] The picture stands still again by itself: no frame is asked for once the end is reached, or while the page is hidden.
 * [3] Nothing of what was loaded becomes markup: paths and classes are set as attributes, words as text.
 */
import { hullPath } from "./hull.js";
import { emptyPosture, lengthOf, postureAt, postureOf, read, way } from "./samples.js";

const SVG = "http://www.w3.org/2000/svg";
const LESS_MOTION = "(prefers-reduced-motion: reduce)";

export class FigureStage {
  /** @type {Figure.Drawn | null} */
  #drawn = null;
  /** @type {Figure.Posture | null} */
  #posture = null;
  /** @type {Figure.Leg[]} */
  #legs = [];
  /** @type {Canvas[]} */
  #canvases = [];
  #ends = ["", ""];
  #playing = false;
  #at = 0;
  #frame = 0;
  #began = 0;
  /** @type {(() => number) | null} */
  #clock = null;
  #calm = matchMedia(LESS_MOTION);

  /** @param {HTMLElement} host is emptied and filled; hidden while there is nothing to show */
  constructor(host) {
    this.host = host;
    host.hidden = true;
    this.#calm.addEventListener("change", () => this.#redraw());
    document.addEventListener("visibilitychange", () => this.#go());
  }

  /**
   * Takes another figure. A picture is a help, never a condition: without it the words still say it all.
   *
   * @param {string} samplesUrl
   * @returns {Promise<boolean>} whether there is something to show
   */
  async load(samplesUrl) {
    this.clear();
    try {
      const answer = await fetch(samplesUrl);
      if (!answer.ok) throw new Error(`${samplesUrl}: ${answer.status}`);
      this.take(await answer.json());
      return true;
    } catch (problem) {
      console.warn("No picture:", problem);
      return false;
    }
  }

  /** @param {Figure.Samples} samples */
  take(samples) {
    this.clear();
    this.#drawn = read(samples);
    this.#posture = emptyPosture(this.#drawn);
  }

  clear() {
    this.#stop();
    this.#drawn = null;
    this.#canvases = [];
    this.host.replaceChildren();
    this.host.hidden = true;
  }

  /** One keyframe, standing. @param {string} keyframe */
  show(keyframe) {
    this.#stop();
    this.#legs = [];
    this.#ends = [keyframe, keyframe];
    this.#redraw();
  }

  /**
   * The way from one keyframe to another, from its start. Without them it goes on where it was paused.
   *
   * @param {string} [from] @param {string} [to]
   */
  play(from, to) {
    if (from !== undefined && to !== undefined) this.#take(from, to);
    this.#playing = true;
    this.#clock = null;
    this.#began = performance.now() - this.#at;
    this.#go();
  }

  pause() {
    this.#stop();
  }

  /** @param {number} ms after the way began */
  seek(ms) {
    this.#at = Math.min(this.length, Math.max(0, ms));
    if (this.#playing && !this.#clock) this.#began = performance.now() - this.#at;
    this.#draw();
  }

  /**
   * Lets the clock of a session say where the picture is: as long as it stands, so does the picture.
   *
   * @param {() => number} clock milliseconds since the way began
   * @param {string} [from] @param {string} [to]
   */
  follow(clock, from, to) {
    if (from !== undefined && to !== undefined) this.#take(from, to);
    this.#playing = true;
    this.#clock = clock;
    this.#go();
  }

  /** Of the way, in ms. */
  get length() {
    return lengthOf(this.#legs);
  }

  /** Where on the way it is, in ms. */
  get at() {
    return this.#at;
  }

  /** @param {string} from @param {string} to */
  #take(from, to) {
    this.#stop();
    this.#legs = this.#drawn ? way(this.#drawn, from, to) : [];
    this.#ends = [from, to];
    this.#at = 0;
    this.#redraw();
  }

  #stop() {
    this.#playing = false;
    cancelAnimationFrame(this.#frame);
  }

  /** [2] */
  #go() {
    cancelAnimationFrame(this.#frame);
    if (!this.#playing || this.#legs.length === 0 || this.#calm.matches || document.visibilityState === "hidden") return;
    this.#at = Math.min(this.length, Math.max(0, this.#clock ? this.#clock() : performance.now() - this.#began));
    this.#draw();
    if (this.#at < this.length) this.#frame = requestAnimationFrame(() => this.#go());
  }

  /** Makes the pictures anew: another keyframe, another way, or the wish for less motion has changed. */
  #redraw() {
    const drawn = this.#drawn;
    if (!drawn || this.#ends[0] === "") return;
    const [from, to] = this.#ends;
    const both = from !== to && (this.#calm.matches || this.#legs.length === 0);
    this.#canvases = (both ? [from, to] : [to]).map((keyframe, i) => new Canvas(drawn, keyframe, both ? i + 1 : null));
    this.host.replaceChildren(...this.#canvases.map((canvas) => canvas.element));
    this.host.toggleAttribute("data-both", both);
    this.host.hidden = false;
    this.#draw();
    this.#go();
  }

  #draw() {
    const [drawn, posture] = [this.#drawn, this.#posture];
    if (!drawn || !posture || this.#canvases.length === 0) return;
    const moving = this.#canvases.length === 1 && this.#legs.length > 0;
    this.#canvases.forEach((canvas) => {
      if (moving) postureAt(this.#legs, this.#at, posture);
      else postureOf(drawn, canvas.keyframe, posture);
      canvas.paint(posture, !moving || this.#at >= this.length);
    });
  }
}

/** One picture: an SVG whose paths are reused from frame to frame. */
class Canvas {
  /** @type {SVGPathElement[]} */
  #paths = [];
  /** What each path was last given: to ask the page would cost more than to remember. @type {string[]} */
  #given = [];
  /** Outlines of what never moves, such as the mat. @type {Map<number, string>} */
  #still = new Map();
  /** @type {SVGPathElement[]} */
  #marks = [];

  /** @param {Figure.Drawn} drawn @param {string} keyframe @param {number | null} number when it is one of several */
  constructor({ samples, resting }, keyframe, number) {
    this.samples = samples;
    this.resting = resting;
    this.keyframe = keyframe;
    this.svg = document.createElementNS(SVG, "svg");
    this.svg.setAttribute("viewBox", samples.view.join(" "));
    this.svg.setAttribute("class", "figure");
    this.svg.setAttribute("role", "img");
    const title = samples.frames.find((frame) => frame.id === keyframe)?.title ?? keyframe;
    this.svg.setAttribute("aria-label", title);
    this.body = this.svg.appendChild(document.createElementNS(SVG, "g"));
    const { feel = [], arrows = [], breath = [] } = samples.marks?.[keyframe] ?? {};
    for (const [name, paths] of Object.entries({ feel, arrow: arrows, breath })) {
      this.#marks.push(...paths.map((d) => this.#mark(`figure__${name}`, d)));
    }
    this.element = number === null ? this.svg : numbered(this.svg, number, title);
  }

  /** @param {string} name @param {string} d */
  #mark(name, d) {
    const path = this.svg.appendChild(document.createElementNS(SVG, "path"));
    path.setAttribute("class", name);
    path.setAttribute("d", d);
    return path;
  }

  /** @param {Figure.Posture} posture @param {boolean} arrived shows what is to be felt, and where to move */
  paint({ xs, ys, ops }, arrived) {
    for (let i = this.#paths.length; i < ops.length; i++) {
      this.#paths.push(this.body.appendChild(document.createElementNS(SVG, "path")));
    }
    this.#paths.forEach((path, i) => {
      const op = ops[i];
      this.#give(2 * i, path, "class", op ? this.#nameOf(op) : "");
      this.#give(2 * i + 1, path, "d", op ? this.#outline(op, xs, ys) : "");
    });
    for (const mark of this.#marks) mark.toggleAttribute("hidden", !arrived);
  }

  /** @param {number} place @param {SVGPathElement} path @param {string} name @param {string} value */
  #give(place, path, name, value) {
    if (this.#given[place] === value) return;
    this.#given[place] = value;
    path.setAttribute(name, value);
  }

  /** @param {Figure.Op} op */
  #nameOf(op) {
    const { t } = this.samples.parts["parts" in op ? op.parts[0] : op.part];
    if (t !== "near" && t !== "far") return t === "mat" ? "figure__mat" : `figure__prop figure__prop--${t}`;
    return "parts" in op ? `figure__halo figure__${t}` : `figure__${t}`;
  }

  /** @param {number} part @param {Float64Array} xs @param {Float64Array} ys */
  #hulls(part, xs, ys) {
    let path = "";
    for (const of of this.samples.parts[part].h) path += hullPath(xs, ys, this.samples.r, of);
    if (this.resting[part]) this.#still.set(part, path);
    return path;
  }

  /** [1] @param {Figure.Op} op @param {Float64Array} xs @param {Float64Array} ys */
  #outline(op, xs, ys) {
    const { r } = this.samples;
    if ("parts" in op) {
      let path = "";
      for (const part of op.parts) path += this.#still.get(part) ?? this.#hulls(part, xs, ys);
      return path;
    }
    const { a, b, share } = op;
    const mix = (/** @type {ArrayLike<number>} */ of) => [of[a], of[a] + (of[b] - of[a]) * share];
    return hullPath(mix(xs), mix(ys), mix(r), [0, 1]);
  }
}

/** @param {SVGElement} svg @param {number} number @param {string} title */
function numbered(svg, number, title) {
  const figure = document.createElement("figure");
  const caption = figure.appendChild(document.createElement("figcaption"));
  caption.textContent = `${number}. ${title}`;
  figure.prepend(svg);
  return figure;
}
