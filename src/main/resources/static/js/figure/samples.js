// @ts-check
/**
 * Reads what the server sampled of a figure: where every circle is, many times on the way from one keyframe to the next. Between
 * two samples a circle moves straight, and they lie so close that no limb is seen to shrink. No kinematics here: nothing can drift.
 *
 * [1] The painter's order belongs to a sample; half-way to the next it changes, so that each of the two is nearest when it holds.
 */
const TENTH = 10;

/** @type {Record<string, (time: number) => number>} the same curves as Keyframe.Ease */
const EASES = {
  linear: (time) => time,
  in: (time) => time * time,
  out: (time) => time * (2 - time),
  "in-out": (time) => time * time * (3 - 2 * time),
};

/**
 * @param {Figure.Samples} samples
 * @returns {Figure.Drawn}
 */
export function read(samples) {
  if (samples.v !== 1) throw new Error(`Samples of version ${samples.v}; this page reads version 1`);
  const motions = samples.moves.map(motion);
  return { samples, motions, resting: samples.parts.map((part) => part.h.flat().every((circle) => rests(motions, circle))) };
}

/** Whether a circle is at one place all the time. @param {Figure.Motion[]} motions @param {number} circle */
function rests(motions, circle) {
  const [x, y] = [motions[0].xs[0][circle], motions[0].ys[0][circle]];
  return motions.every(({ xs, ys }) => xs.every((sample) => sample[circle] === x) && ys.every((sample) => sample[circle] === y));
}

/** @param {Figure.Move} move @returns {Figure.Motion} */
function motion(move) {
  const circles = move.xy[0].length / 2;
  const running = new Int32Array(2 * circles);
  /** @type {Float64Array[]} */
  const xs = [];
  /** @type {Float64Array[]} */
  const ys = [];
  for (const sample of move.xy) {
    for (let i = 0; i < running.length; i++) running[i] += sample[i];
    xs.push(Float64Array.from({ length: circles }, (_, i) => running[2 * i] / TENTH));
    ys.push(Float64Array.from({ length: circles }, (_, i) => running[2 * i + 1] / TENTH));
  }
  /** @type {Figure.Op[][]} */
  const ops = [];
  for (const code of move.ops) ops.push(code === "" ? ops[ops.length - 1] : opsOf(code));
  return { from: move.from, to: move.to, ms: move.ms, ease: move.ease, xs, ys, ops };
}

/** For example {@code 0.1 2.3 s4:7:8:70}: two runs, then the end of part 4. @param {string} code @returns {Figure.Op[]} */
export function opsOf(code) {
  return code.split(" ").map((op) => {
    if (!op.startsWith("s")) return { parts: op.split(".").map(Number) };
    const [part, a, b, share] = op.slice(1).split(":").map(Number);
    return { part, a, b, share: share / 100 };
  });
}

/**
 * The moves that lead from one keyframe to another, forwards or, where that is the way, backwards.
 *
 * @param {Figure.Drawn} drawn @param {string} from @param {string} to
 * @returns {Figure.Leg[]} empty when it is the same keyframe, or no way leads there
 */
export function way({ motions }, from, to) {
  const forwards = chain(motions, from, to);
  if (forwards) return timed(forwards, false);
  const backwards = chain(motions, to, from);
  return backwards ? timed(backwards.reverse(), true) : [];
}

/** @param {Figure.Motion[]} motions @param {string} from @param {string} to @returns {Figure.Motion[] | null} */
function chain(motions, from, to) {
  /** @type {Figure.Motion[]} */
  const found = [];
  for (let at = from; at !== to; ) {
    const next = motions.find((move) => move.from === at && !found.includes(move));
    if (!next) return null;
    found.push(next);
    at = next.to;
  }
  return found;
}

/** @param {Figure.Motion[]} motions @param {boolean} backwards @returns {Figure.Leg[]} */
function timed(motions, backwards) {
  let startMs = 0;
  return motions.map((move) => {
    const leg = { move, backwards, startMs };
    startMs += move.ms;
    return leg;
  });
}

/** @param {Figure.Leg[]} legs */
export function lengthOf(legs) {
  const last = legs.at(-1);
  return last ? last.startMs + last.move.ms : 0;
}

/** A posture to draw into, so that nothing is allocated for each frame. @param {Figure.Drawn} drawn @returns {Figure.Posture} */
export function emptyPosture({ samples }) {
  return { xs: new Float64Array(samples.r.length), ys: new Float64Array(samples.r.length), ops: [] };
}

/**
 * Where everything is so many milliseconds after the way began.
 *
 * @param {Figure.Leg[]} legs @param {number} ms @param {Figure.Posture} into
 */
export function postureAt(legs, ms, into) {
  const leg = legs.findLast(({ startMs }) => startMs <= ms) ?? legs[0];
  const time = Math.min(1, Math.max(0, leg.move.ms === 0 ? 1 : (ms - leg.startMs) / leg.move.ms));
  // The way back gathers speed as the way there did: the curve runs over time, the samples run backwards.
  const gone = (EASES[leg.move.ease] ?? EASES.linear)(time);
  between(leg.move, leg.backwards ? 1 - gone : gone, into);
}

/** @param {Figure.Motion} move @param {number} gone 0 to 1 @param {Figure.Posture} into */
function between(move, gone, into) {
  const last = move.xs.length - 1;
  const at = gone * last;
  const before = Math.min(Math.floor(at), Math.max(0, last - 1));
  const after = Math.min(before + 1, last);
  const share = at - before;
  const [x0, x1, y0, y1] = [move.xs[before], move.xs[after], move.ys[before], move.ys[after]];
  for (let i = 0; i < into.xs.length; i++) {
    into.xs[i] = x0[i] + (x1[i] - x0[i]) * share;
    into.ys[i] = y0[i] + (y1[i] - y0[i]) * share;
  }
  into.ops = move.ops[share < 0.5 ? before : after]; // [1]
}

/**
 * A keyframe as it stands. The first is where a move begins; a figure of one keyframe brings a move that goes nowhere.
 *
 * @param {Figure.Drawn} drawn @param {string} keyframe @param {Figure.Posture} into
 */
export function postureOf({ motions }, keyframe, into) {
  const arriving = motions.find((move) => move.to === keyframe);
  const leaving = motions.find((move) => move.from === keyframe);
  if (arriving) between(arriving, 1, into);
  else if (leaving) between(leaving, 0, into);
  else throw new Error(`The figure has no keyframe ${keyframe}`);
}
