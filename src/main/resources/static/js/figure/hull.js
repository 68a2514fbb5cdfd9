// @ts-check
/**
 * The outline of a few circles pulled tight with a band: the one primitive of the mannequin, because a sphere is a circle from
 * every side. Java draws the stills with the same rule; src/test/resources/figure-fixtures holds both to it.
 *
 * [1] The band is followed by the direction it faces. From circle a the next is the one whose edge comes to lie farther out first.
 *     A circle inside another never does, so end-on limbs and doubled circles need no rule of their own.
 * [2] Rounding may put the next turn a hair behind the last one; without this it would be taken for a whole round later.
 */
const ROUND = 2 * Math.PI;
const HAIR = 1e-6; // [2]
const SAME = 1e-6;

/**
 * The circles that the band touches, in turn, clockwise on the screen, and the direction at which it leaves each.
 *
 * @param {ArrayLike<number>} xs @param {ArrayLike<number>} ys @param {ArrayLike<number>} rs
 * @param {ArrayLike<number>} of which of them
 * @returns {{on: number[], turns: number[]}} turns in radians; one circle alone has none
 */
export function band(xs, ys, rs, of) {
  let first = of[0];
  for (let k = 1; k < of.length; k++) {
    const i = of[k];
    const ahead = xs[i] + rs[i] - xs[first] - rs[first];
    if (ahead > SAME || (ahead > -SAME && rs[i] > rs[first])) first = i;
  }
  /** @type {number[]} */
  const on = [first];
  /** @type {number[]} */
  const turns = [];
  let at = first;
  let facing = 0;
  for (let guard = 2 * of.length + 2; guard > 0; guard--) {
    let next = -1;
    let least = ROUND;
    for (let k = 0; k < of.length; k++) {
      const turn = turnTo(xs, ys, rs, at, of[k], facing);
      if (turn < least) {
        least = turn;
        next = of[k];
      }
    }
    facing += least;
    if (next < 0 || facing >= ROUND - HAIR) break;
    turns.push(facing);
    on.push(next);
    at = next;
  }
  if (on.length > 1 && on[on.length - 1] === first) on.pop();
  else if (on.length > 1) turns.push(ROUND);
  return { on, turns };
}

/** How far the band turns at a until b lies farther out; a whole round when it never does. [1] */
/** @param {ArrayLike<number>} xs @param {ArrayLike<number>} ys @param {ArrayLike<number>} rs @param {number} a @param {number} b @param {number} facing */
function turnTo(xs, ys, rs, a, b, facing) {
  const dx = xs[b] - xs[a];
  const dy = ys[b] - ys[a];
  const apart = Math.sqrt(dx * dx + dy * dy); // several times as fast as Math.hypot, asked hundreds of times a frame
  const thinner = rs[a] - rs[b];
  if (a === b || apart <= Math.abs(thinner) + SAME) return ROUND;
  const turn = (Math.atan2(dy, dx) - Math.acos(thinner / apart) - facing) % ROUND;
  return turn < -HAIR ? turn + ROUND : Math.max(0, turn);
}

/**
 * The outline as an SVG path, clockwise, so that outlines that overlap in one path fill and never cut a hole.
 *
 * @param {ArrayLike<number>} xs @param {ArrayLike<number>} ys @param {ArrayLike<number>} rs @param {ArrayLike<number>} of
 */
export function hullPath(xs, ys, rs, of) {
  const { on, turns } = band(xs, ys, rs, of);
  if (on.length === 1) return circlePath(xs[on[0]], ys[on[0]], rs[on[0]]);
  let path = "";
  for (let k = 0; k < on.length; k++) {
    const i = on[k];
    const from = turns[k === 0 ? turns.length - 1 : k - 1];
    const to = turns[k];
    const wide = (((to - from) % ROUND) + ROUND) % ROUND > Math.PI ? 1 : 0;
    path += `${k === 0 ? "M" : "L"}${edge(xs, ys, rs, i, from)}A${n(rs[i])} ${n(rs[i])} 0 ${wide} 1 ${edge(xs, ys, rs, i, to)}`;
  }
  return `${path}Z`;
}

/** @param {ArrayLike<number>} xs @param {ArrayLike<number>} ys @param {ArrayLike<number>} rs @param {number} i @param {number} facing */
function edge(xs, ys, rs, i, facing) {
  return `${n(xs[i] + rs[i] * Math.cos(facing))} ${n(ys[i] + rs[i] * Math.sin(facing))}`;
}

/** @param {number} x @param {number} y @param {number} r */
function circlePath(x, y, r) {
  return `M${n(x + r)} ${n(y)}A${n(r)} ${n(r)} 0 1 1 ${n(x - r)} ${n(y)}A${n(r)} ${n(r)} 0 1 1 ${n(x + r)} ${n(y)}Z`;
}

/** @param {number} value */
function n(value) {
  return Math.round(value * 100) / 100;
}
