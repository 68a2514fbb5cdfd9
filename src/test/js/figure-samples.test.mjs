import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyPosture, lengthOf, opsOf, postureAt, postureOf, read, way } from "../../main/resources/static/js/figure/samples.js";

/** Two circles; the second goes right, then down. */
const samples = {
  v: 1,
  id: "test",
  side: null,
  build: "middle",
  view: [0, 0, 100, 100],
  r: [2, 1],
  parts: [{ n: "torso", t: "near", h: [[0, 1]] }],
  frames: [{ id: "start", title: "Start" }, { id: "mid", title: "Middle" }, { id: "hold", title: "Hold" }],
  moves: [
    { from: "start", to: "mid", ms: 1000, ease: "linear", xy: [[0, 0, 100, 0], [0, 0, 50, 0], [0, 0, 50, 0]], ops: ["0", "", "0 s0:0:1:70"] },
    { from: "mid", to: "hold", ms: 500, ease: "in-out", xy: [[0, 0, 200, 0], [0, 0, 0, 100]], ops: ["0", ""] },
  ],
};
const drawn = read(samples);
const at = (legs, ms) => {
  const posture = emptyPosture(drawn);
  postureAt(legs, ms, posture);
  return [posture.xs[1], posture.ys[1]];
};

test("the way leads through the keyframes between", () => {
  const legs = way(drawn, "start", "hold");
  assert.equal(lengthOf(legs), 1500);
  assert.deepEqual(at(legs, 0), [10, 0]);
  assert.deepEqual(at(legs, 250), [12.5, 0]);
  assert.deepEqual(at(legs, 1000), [20, 0]);
  assert.deepEqual(at(legs, 1250), [20, 5]);
  assert.deepEqual(at(legs, 1500), [20, 10]);
});

test("before the start and after the end it stands", () => {
  const legs = way(drawn, "start", "hold");
  assert.deepEqual(at(legs, -100), [10, 0]);
  assert.deepEqual(at(legs, 1e9), [20, 10]);
});

test("it eases into and out of a move", () => {
  const legs = way(drawn, "mid", "hold");
  assert.equal(at(legs, 125)[1].toFixed(4), "1.5625");
});

test("the way back is the same way", () => {
  const legs = way(drawn, "hold", "start");
  assert.equal(lengthOf(legs), 1500);
  assert.deepEqual(at(legs, 0), [20, 10]);
  assert.deepEqual(at(legs, 500), [20, 0]);
  assert.deepEqual(at(legs, 1500), [10, 0]);
});

test("no way leads to where one is, or to what is not there", () => {
  assert.deepEqual(way(drawn, "hold", "hold"), []);
  assert.deepEqual(way(drawn, "start", "headstand"), []);
});

test("a keyframe stands as its move ends", () => {
  const posture = emptyPosture(drawn);
  for (const [keyframe, x, y] of [["start", 10, 0], ["mid", 20, 0], ["hold", 20, 10]]) {
    postureOf(drawn, keyframe, posture);
    assert.deepEqual([posture.xs[1], posture.ys[1]], [x, y], keyframe);
  }
  assert.throws(() => postureOf(drawn, "headstand", posture), /no keyframe headstand/);
});

test("the painter's order is that of the nearest sample", () => {
  const posture = emptyPosture(drawn);
  const legs = way(drawn, "start", "mid");
  const ops = (ms) => (postureAt(legs, ms, posture), posture.ops.length);
  assert.equal(ops(700), 1);
  assert.equal(ops(760), 2);
});

test("runs and seams are told apart", () => {
  assert.deepEqual(opsOf("0.1 2 s4:7:8:70"), [{ parts: [0, 1] }, { parts: [2] }, { part: 4, a: 7, b: 8, share: 0.7 }]);
});

test("samples of another version are refused", () => {
  assert.throws(() => read({ ...samples, v: 2 }), /version 2/);
});
