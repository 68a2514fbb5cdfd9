// @ts-check
/**
 * A long track as one WAV, built on the phone: a bed too soft to hear, and the bells at their times. A phone that locks its
 * screen stops pages and their timers, but goes on playing an audio element; so the alarm is part of the sound.
 *
 * [1] Silence would do, but some phones count a silent track as no track and let the page sleep.
 * [2] Seconds without a bell are one and the same piece of memory, so that twenty minutes cost a few kilobytes to make.
 */

export const RATE = 8000;
const BYTES = 2;
const HEADER = 44;
const BED = 2; // of 32767: about −84 dB [1]
const LOUDNESS = 0.3;
const FADE_S = 0.015;

/** Each note: after how long (s), how high (Hz), how long it rings (s). */
const NOTES = /** @type {Record<Sound.Bell, [number, number, number][]>} */ ({
  start: [[0, 523, 0.3], [0.25, 659, 0.6]],
  half: [[0, 587, 0.4], [0.45, 587, 0.4], [0.9, 784, 0.8]],
  last: [[0, 784, 0.25], [0.3, 784, 0.25]],
  alarm: [[0, 880, 0.4], [0.35, 659, 0.4], [0.7, 880, 0.4], [1.05, 659, 0.7]],
  bell: [[0, 440, 2.6], [0, 880, 1.2]],
});

/**
 * The track in pieces, as a Blob takes them.
 * @param {number} seconds @param {Sound.Mark[]} marks @returns {ArrayBuffer[]}
 */
export function wav(seconds, marks) {
  const bed = new Int16Array(RATE).map((_, i) => (i % 64 < 32 ? BED : -BED)); // [2]
  const pieces = Array.from({ length: seconds }, () => bed);
  for (const { atMs, bell } of marks) {
    for (const [after, hertz, ring] of NOTES[bell]) note(pieces, bed, Math.round(((atMs / 1000) + after) * RATE), hertz, ring);
  }
  return [header(seconds * RATE), ...pieces.map((piece) => piece.buffer)];
}

/** @param {Int16Array<ArrayBuffer>[]} pieces @param {Int16Array<ArrayBuffer>} bed @param {number} from @param {number} hertz @param {number} ring */
function note(pieces, bed, from, hertz, ring) {
  const length = Math.round(ring * RATE);
  for (let i = 0; i < length; i++) {
    const at = from + i;
    const second = Math.floor(at / RATE);
    if (second >= pieces.length) return;
    if (pieces[second] === bed) pieces[second] = bed.slice();
    const fade = Math.min(1, i / (FADE_S * RATE)) * Math.exp((-5 * i) / length);
    const value = pieces[second][at % RATE] + 32767 * LOUDNESS * fade * Math.sin((2 * Math.PI * hertz * i) / RATE);
    pieces[second][at % RATE] = Math.max(-32768, Math.min(32767, value));
  }
}

/** @param {number} samples @returns {ArrayBuffer} */
function header(samples) {
  const view = new DataView(new ArrayBuffer(HEADER));
  const text = (/** @type {number} */ at, /** @type {string} */ word) => [...word].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  text(0, "RIFF");
  view.setUint32(4, HEADER - 8 + samples * BYTES, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // whole numbers, not compressed
  view.setUint16(22, 1, true); // one channel
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * BYTES, true);
  view.setUint16(32, BYTES, true);
  view.setUint16(34, 8 * BYTES, true);
  text(36, "data");
  view.setUint32(40, samples * BYTES, true);
  return view.buffer;
}
