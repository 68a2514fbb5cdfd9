// @ts-check
/**
 * Time since the start of a session that survives a locked phone, a closed lid and a changed wall clock. It is read, never
 * counted: between two readings the steady clock decides; where the wall clock went on much further the device slept and the
 * steady one stood still; where the wall clock went back somebody set it, and the steady one is right.
 */

/** How far the wall clock may run ahead before it means sleep, in ms. */
const SLEPT = 1000;

/** @param {number} now ms since the start @param {Play.Reading} reading @returns {Play.Clock} */
export function clockAt(now, reading) {
  return { now, last: reading };
}

/** @param {Play.Clock} clock @param {Play.Reading} reading @returns {Play.Clock} */
export function readClock(clock, reading) {
  const steady = Math.max(0, reading.steady - clock.last.steady);
  const wall = reading.wall - clock.last.wall;
  return { now: clock.now + (wall - steady > SLEPT ? wall : steady), last: reading };
}

/** @returns {Play.Reading} */
export function deviceReading() {
  return { steady: performance.now(), wall: Date.now() };
}
