import assert from "node:assert/strict";
import { test } from "node:test";
import { clockAt, readClock } from "../../main/resources/static/js/player/clock.js";

const started = () => clockAt(0, { steady: 100, wall: 1_000_000 });

test("goes with the steady clock", () => {
  assert.equal(readClock(started(), { steady: 5100, wall: 1_005_020 }).now, 5000);
});

test("goes with the wall clock where the device slept and the steady one stood still", () => {
  assert.equal(readClock(started(), { steady: 5100, wall: 1_040_000 }).now, 40_000);
});

test("is not moved by a wall clock that somebody set back", () => {
  assert.equal(readClock(started(), { steady: 5100, wall: 400_000 }).now, 5000);
});

test("never goes back", () => {
  assert.equal(readClock(started(), { steady: 50, wall: 999_000 }).now, 0);
});

test("goes on from where it was left", () => {
  assert.equal(readClock(clockAt(30_000, { steady: 0, wall: 0 }), { steady: 200, wall: 200 }).now, 30_200);
});
