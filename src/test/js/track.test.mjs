import assert from "node:assert/strict";
import { test } from "node:test";
import { RATE, wav } from "../../main/resources/static/js/track/wav.js";

const joined = async (pieces) => new DataView(await new Blob(pieces).arrayBuffer());
const word = (view, at) => String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
const loudest = (view, fromMs, toMs) => {
  let most = 0;
  for (let i = Math.round((fromMs * RATE) / 1000); i < (toMs * RATE) / 1000; i++) most = Math.max(most, Math.abs(view.getInt16(44 + 2 * i, true)));
  return most;
};

test("a WAV of exactly that length, which says so", async () => {
  const view = await joined(wav(21, []));
  assert.equal(word(view, 0), "RIFF");
  assert.equal(word(view, 8), "WAVE");
  assert.equal(view.getUint32(24, true), RATE);
  assert.equal(view.getUint32(40, true), 21 * RATE * 2);
  assert.equal(view.byteLength, 44 + 21 * RATE * 2);
  assert.equal(view.getUint32(4, true), view.byteLength - 8);
});

test("a bell sounds at its time, and before and after it there is next to nothing, but never nothing at all", async () => {
  const view = await joined(wav(10, [{ atMs: 4200, bell: "half" }]));
  assert.ok(loudest(view, 0, 4199) > 0);
  assert.ok(loudest(view, 0, 4199) < 33, "below −60 dB");
  assert.ok(loudest(view, 4200, 4300) > 3000);
  assert.ok(loudest(view, 6500, 10_000) < 33);
});

test("a bell goes on across the border of a second, and ends with the track", async () => {
  const view = await joined(wav(3, [{ atMs: 1900, bell: "bell" }, { atMs: 2990, bell: "alarm" }]));
  assert.ok(loudest(view, 1950, 2000) > 1000);
  assert.ok(loudest(view, 2000, 2050) > 1000);
});

test("twenty minutes are made of a few pieces of memory", () => {
  const pieces = wav(20 * 60, [{ atMs: 0, bell: "start" }, { atMs: 1_199_000, bell: "alarm" }]);
  assert.equal(pieces.length, 1201);
  assert.ok(new Set(pieces).size < 8);
});
