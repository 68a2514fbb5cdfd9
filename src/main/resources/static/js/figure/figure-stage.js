// @ts-check
/**
 * Shows a figure and moves it: one still, or the way from one keyframe to another, played, paused, sought, or led by the clock of
 * a session. Whoever asked their system for less motion gets both ends of the way side by side, numbered.
 *
 * [1] Each run is one path with its halo as stroke beneath its fill (paint-order), so a frame changes about ten attributes.
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
  /** @type {SVGPathElement[]} */
  #marks = [];

  /** @param {Figure.Drawn} drawn @param {string} keyframe @param {number | null} number when it is one of several */
  constructor({ samples }, keyframe, number) {
    this.samples = samples;
    this.keyframe = keyframe;
    this.svg = document.createElementNS(SVG, "svg");
    this.svg.setAttribute("viewBox", samples.view.join(" "));
    this.svg.setAttribute("class", "figure");
    this.svg.setAttribute("role", "img");
    const title = samples.frames.find((frame) => frame.id === keyframe)?.title ?? keyframe;
    this.svg.setAttribute("aria-label", title);
    this.body = this.svg.appendChild(document.createElementNS(SVG, "g"));
    const { feel = [], arrows = [] } = samples.marks?.[keyframe] ?? {};
    this.#marks = [...feel.map((d) => this.#mark("figure__feel", d)), ...arrows.map((d) => this.#mark("figure__arrow", d))];
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
      set(path, "class", op ? this.#nameOf(op) : "");
      set(path, "d", op ? this.#outline(op, xs, ys) : "");
    });
    for (const mark of this.#marks) mark.toggleAttribute("hidden", !arrived);
  }

  /** @param {Figure.Op} op */
  #nameOf(op) {
    const { t } = this.samples.parts["parts" in op ? op.parts[0] : op.part];
    const name = t === "near" || t === "far" || t === "mat" ? `figure__${t}` : `figure__prop figure__prop--${t}`;
    return "parts" in op ? name : `${name} figure__seam`;
  }

  /** [1] @param {Figure.Op} op @param {Float64Array} xs @param {Float64Array} ys */
  #outline(op, xs, ys) {
    const { r, parts } = this.samples;
    if ("parts" in op) return op.parts.map((part) => parts[part].h.map((of) => hullPath(xs, ys, r, of)).join("")).join("");
    const { a, b, share } = op;
    const mix = (/** @type {ArrayLike<number>} */ of) => [of[a], of[a] + (of[b] - of[a]) * share];
    return hullPath(mix(xs), mix(ys), mix(r), [0, 1]);
  }
}

/** @param {SVGPathElement} path @param {string} name @param {string} value */
function set(path, name, value) {
  if (path.getAttribute(name) !== value) path.setAttribute(name, value);
}

/** @param {SVGElement} svg @param {number} number @param {string} title */
function numbered(svg, number, title) {
  const figure = document.createElement("figure");
  const caption = figure.appendChild(document.createElement("figcaption"));
  caption.textContent = `${number}. ${title}`;
  figure.prepend(svg);
  return figure;
}
