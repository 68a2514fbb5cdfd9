// Scripts for the tests of the player, as the server would write them, with only what a test cares about spelled out.

export const ID = "0197a1b0-0000-7000-8000-000000000001";

export function script(steps, more = {}) {
  return {
    id: ID,
    revision: "r1",
    triageId: "0197a1b0-0000-7000-8000-0000000000aa",
    contentHash: "abc",
    validUntil: "2026-11-23T08:00:00Z",
    steps,
    ...more,
  };
}

export function step(id, more = {}) {
  return {
    id,
    exercise: id,
    title: id,
    side: null,
    role: "hold",
    seconds: 30,
    asAble: false,
    repetition: [1, 1],
    tags: [],
    cues: [],
    figure: null,
    needs: [],
    easier: null,
    onStop: [],
    ...more,
  };
}

export function getReady(id, exercise, side = null, more = {}) {
  return step(id, { exercise, side, role: "get-ready", seconds: 10, ...more });
}

export function rest(id = "rest", seconds = 20) {
  return step(id, { exercise: "rest", role: "rest", seconds, title: "Rest" });
}

export const onStop = (reason, show, dropTags = [], replaceWith = null) => ({ reason, dropTags, replaceWith, show });

/** Knee to chest, both sides, with two easier forms below it and rest at the end. */
export function kneeToChest(side, more = {}) {
  const form = (id, exercise, easier) =>
    step(id, { exercise, side, title: exercise, tags: ["lumbar-flexion", "supine"], easier, onStop: STOPS, ...more });
  const side1 = form(`ktc-${side}-b`, "knee-to-chest-side", rest(`ktc-${side}-rest`));
  const behind = form(`ktc-${side}-a`, "knee-to-chest-behind-thigh", side1);
  return [
    getReady(`ktc-${side}-ready`, "knee-to-chest", side, { tags: ["lumbar-flexion", "supine"] }),
    form(`ktc-${side}`, "knee-to-chest", behind),
  ];
}

export function pressUp(more = {}) {
  const elbows = step("press-a", {
    exercise: "press-up-elbows",
    asAble: true,
    tags: ["end-range-extension", "prone"],
    easier: rest("press-rest"),
    onStop: STOPS,
  });
  return [
    getReady("press-ready", "press-up", null, { tags: ["end-range-extension", "prone"] }),
    step("press", {
      exercise: "press-up",
      asAble: true,
      tags: ["end-range-extension", "prone", "weight-on-wrists"],
      easier: elbows,
      onStop: [onStop("spreading", "recheck", ["end-range-extension"]), ...STOPS.filter((s) => s.reason !== "spreading")],
      ...more,
    }),
  ];
}

const STOPS = [
  onStop("pain", "next", ["lumbar-flexion"], rest("stop-rest", 30)),
  onStop("spreading", "recheck", ["lumbar-flexion"]),
  onStop("numb", "emergency-check", ["lumbar-flexion"]),
  onStop("tired", "next"),
  onStop("other", "next"),
];

/** A seeded generator (mulberry32), so that a failure can be run again. */
export function seeded(seed) {
  let a = seed >>> 0;
  const next = () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    upTo: (n) => Math.floor(next() * n),
    of: (list) => list[Math.floor(next() * list.length)],
    chance: (p) => next() < p,
  };
}
