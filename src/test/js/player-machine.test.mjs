import assert from "node:assert/strict";
import { test } from "node:test";
import { act, advance, begin, entriesFor, replay } from "../../main/resources/static/js/player/machine.js";
import { heldSeconds } from "../../main/resources/static/js/player/record.js";
import { current, easierForm, phase, remaining } from "../../main/resources/static/js/player/state.js";
import { getReady, kneeToChest, onStop, pressUp, rest, script, step } from "./player-scripts.mjs";

const bothSides = () => script([...kneeToChest("left"), ...kneeToChest("right")]);
const types = (state) => state.events.map((event) => event.type);
const at = (state, seconds) => advance(state, seconds * 1000);
const doing = (state, type, seconds, more) => act(state, { type, ...more }, seconds * 1000);
const stop = (state, seconds, answer) => doing(doing(state, "stop", seconds), "stop", seconds + 1, answer);

test("gets ready, then holds, then gets ready for the other side, then finishes", () => {
  const state = begin(bothSides(), null);
  assert.equal(phase(at(state, 0)), "get-ready");
  assert.equal(phase(at(state, 10)), "hold");
  assert.equal(remaining(at(state, 10), 10_000), 30_000);
  assert.equal(phase(at(at(state, 10), 40)), "get-ready");
  let end = state;
  for (const second of [10, 40, 50, 80]) end = at(end, second);
  assert.equal(phase(end), "finished");
  assert.deepEqual(types(end), ["start", "done", "done", "done", "done", "finish"]);
  assert.deepEqual(heldSeconds(bothSides(), end.events), { "knee-to-chest": { left: 30, right: 30, none: 0 } });
});

test("asleep at second 5 of a hold and awake at second 40: this side is done, the other still gets its full 30 s", () => {
  let state = at(begin(bothSides(), null), 10);
  state = at(state, 15);
  state = at(state, 50); // second 40 after the hold began
  assert.equal(phase(state), "get-ready");
  assert.equal(current(state).form.side, "right");
  assert.equal(remaining(state, 50_000), 10_000, "the get-ready was not spent while asleep");
  state = at(state, 60);
  assert.equal(phase(state), "hold");
  assert.equal(remaining(state, 60_000), 30_000);
  state = at(state, 90);
  assert.equal(phase(state), "finished");
  assert.deepEqual(heldSeconds(bothSides(), state.events)["knee-to-chest"], { left: 30, right: 30, none: 0 });
});

test("away for an hour: the hold is done, and the session waits", () => {
  const state = at(at(begin(bothSides(), null), 10), 3600);
  assert.equal(phase(state), "paused");
  assert.equal(state.away, true);
  const back = doing(state, "resume", 3700);
  assert.equal(phase(back), "get-ready");
  assert.equal(remaining(back, 3_700_000), 10_000);
});

test("a pause moves all that follows", () => {
  let state = doing(at(begin(bothSides(), null), 10), "pause", 20);
  assert.equal(phase(at(state, 500)), "paused");
  state = doing(state, "resume", 500);
  assert.equal(remaining(state, 500_000), 20_000);
  assert.equal(phase(at(state, 519.9)), "hold");
  assert.equal(phase(at(state, 520)), "get-ready");
});

test("in position: a get-ready ends early, a hold does not", () => {
  let state = doing(begin(bothSides(), null), "done", 3);
  assert.equal(phase(state), "hold");
  assert.equal(remaining(state, 3000), 30_000);
  state = doing(state, "done", 5);
  assert.equal(phase(state), "hold");
});

test("ten seconds more: a get-ready as often as wanted, a hold up to a minute", () => {
  let state = doing(begin(bothSides(), null), "extend", 1);
  assert.equal(remaining(state, 1000), 19_000);
  state = at(state, 20);
  for (let i = 0; i < 5; i++) state = doing(state, "extend", 21);
  assert.equal(remaining(state, 20_000 + 1000), 59_000);
  assert.equal(types(state).filter((type) => type === "extend").length, 4, "an extend that changes nothing is not written");
});

test("easier goes down the chain, gives time to take it up, and then holds in full; it ends in rest", () => {
  let state = doing(at(begin(bothSides(), null), 10), "easier", 15);
  assert.equal(current(state).form.exercise, "knee-to-chest-behind-thigh");
  assert.equal(phase(state), "get-ready");
  assert.equal(remaining(state, 15_000), 10_000);
  state = doing(state, "done", 18);
  assert.equal(remaining(state, 18_000), 30_000);
  state = doing(state, "easier", 20);
  state = doing(at(state, 30), "easier", 31);
  assert.equal(phase(state), "rest");
  assert.equal(easierForm(state), null);
  assert.deepEqual(doing(state, "easier", 32).events, state.events);
  assert.deepEqual(heldSeconds(bothSides(), state.events), {
    "knee-to-chest": { left: 5, right: 0, none: 0 },
    "knee-to-chest-behind-thigh": { left: 2, right: 0, none: 0 },
    "knee-to-chest-side": { left: 1, right: 0, none: 0 },
  });
});

test("easier in the get-ready changes the hold that it prepares", () => {
  const state = at(doing(begin(bothSides(), null), "easier", 4), 14);
  assert.equal(phase(state), "hold");
  assert.equal(current(state).form.exercise, "knee-to-chest-behind-thigh");
  assert.equal(state.events[1].step, "ktc-left");
});

test("skip in the get-ready skips the hold too, in the hold only the rest of it", () => {
  const skipped = doing(begin(bothSides(), null), "skip", 4);
  assert.equal(current(skipped).form.id, "ktc-right-ready");
  assert.equal(skipped.events[1].step, "ktc-left");
  const later = doing(at(begin(bothSides(), null), 10), "skip", 17);
  assert.equal(later.events.at(-1).heldMs, 7000);
  assert.equal(current(later).form.id, "ktc-right-ready");
});

test("repeat gives time to get ready, then the whole hold again, and what was held counts", () => {
  let state = doing(at(begin(bothSides(), null), 10), "repeat", 30);
  assert.equal(phase(state), "get-ready");
  state = at(state, 40);
  assert.equal(remaining(state, 40_000), 30_000);
  state = at(state, 70);
  assert.equal(heldSeconds(bothSides(), state.events)["knee-to-chest"].left, 50);
});

test("as long as you can: rest and repeat until 20 s have added up", () => {
  const plan = script(pressUp());
  let state = doing(at(begin(plan, null), 10), "repeat", 18);
  assert.equal(phase(state), "rest");
  assert.equal(remaining(state, 18_000), 10_000);
  state = at(state, 28);
  assert.equal(phase(state), "hold");
  assert.equal(remaining(state, 28_000), 22_000, "only what is still missing of 30 s");
  state = doing(state, "repeat", 35);
  assert.equal(phase(state), "rest", "15 s are not enough");
  state = doing(state, "done", 37);
  assert.equal(phase(state), "hold");
  state = doing(state, "repeat", 42);
  assert.equal(phase(state), "finished", "20 s are enough");
  assert.equal(heldSeconds(plan, state.events)["press-up"].none, 20);
  assert.deepEqual(types(state), ["start", "done", "repeat", "repeat", "resume", "done", "finish"]);
});

test("as long as you can, held in one go, is over at its seconds", () => {
  const plan = script(pressUp());
  const state = at(at(begin(plan, null), 10), 40);
  assert.equal(heldSeconds(plan, state.events)["press-up"].none, 30);
});

test("stop ends the hold at once, at the tap, and takes nothing more into account", () => {
  const state = doing(at(begin(bothSides(), null), 10), "stop", 16);
  assert.equal(phase(at(state, 400)), "stopped");
  assert.equal(state.asking, true);
  assert.equal(state.events.at(-1).heldMs, 6000);
  assert.equal(state.events.at(-1).reason, "pain");
});

test("a stop for pain leaves out what has the same movement and puts the script's rest in its place", () => {
  const plan = script([...kneeToChest("left"), ...kneeToChest("right"), ...pressUp()]);
  let state = stop(at(begin(plan, 2), 10), 16, { reason: "pain", pain: 3, where: "back" });
  assert.equal(state.show, "next");
  assert.deepEqual(state.leftOut.map((left) => left.id), ["ktc-right"]);
  assert.deepEqual(state.entries.slice(2).map((entry) => entry.step.id), ["stop-rest", "press-ready", "press"]);
  state = doing(state, "resume", 20);
  assert.equal(phase(state), "rest");
  assert.equal(phase(at(state, 50)), "get-ready");
});

test("pain beyond the limit ends the stretching; rest stays", () => {
  const plan = script([...kneeToChest("left"), ...pressUp(), step("breathe", { role: "breathe", exercise: "breathing" })]);
  const state = stop(at(begin(plan, 2), 10), 16, { reason: "pain", pain: 4, where: "back" });
  assert.equal(state.show, "rest");
  assert.deepEqual(state.entries.slice(2).map((entry) => entry.step.id), ["stop-rest", "breathe"]);
});

test("pain that is not said how much counts as beyond the limit", () => {
  const state = stop(at(begin(script([...kneeToChest("left"), ...pressUp()]), 2), 10), 16, { reason: "pain", pain: null });
  assert.deepEqual(state.entries.slice(2).map((entry) => entry.step.id), ["stop-rest"]);
});

test("numb or spreading ends the session and asks again, whatever the script makes of it", () => {
  const lenient = (reason) => script([...kneeToChest("left", { onStop: [onStop(reason, "next")] }), ...pressUp()]);
  for (const reason of ["numb", "spreading"]) {
    const state = stop(at(begin(lenient(reason), 0), 10), 16, { reason, pain: 1, where: "below-knee" });
    assert.equal(phase(state), "finished");
    assert.equal(state.show, "recheck");
  }
  const grave = stop(at(begin(bothSides(), 0), 10), 16, { reason: "numb" });
  assert.equal(grave.show, "emergency-check");
});

test("a stop that the script has no answer for leaves out all that asks the same of the body, and rests", () => {
  const plan = script([...kneeToChest("left", { onStop: [] }), ...kneeToChest("right"), ...pressUp()]);
  const state = stop(at(begin(plan, 0), 10), 16, { reason: "tired" });
  assert.equal(state.show, "rest");
  assert.deepEqual(state.entries.slice(2).map((entry) => entry.step.id), ["press-ready", "press"]);
});

test("a stop in the get-ready is a stop of what it prepares", () => {
  const state = stop(begin(bothSides(), 0), 4, { reason: "tired" });
  assert.equal(state.events[1].step, "ktc-left");
  assert.equal(current(doing(state, "resume", 9)).form.id, "ktc-right-ready");
});

test("after a stop no easier form with a locked movement is offered", () => {
  const plan = script([
    ...pressUp({ onStop: [onStop("other", "next", ["neck-flexion"])] }),
    getReady("b-ready", "b"),
    step("b", { tags: ["rotation"], easier: step("b1", { tags: ["neck-flexion"], easier: rest("b2") }) }),
  ]);
  let state = stop(at(begin(plan, 0), 10), 12, { reason: "other" });
  state = at(doing(state, "resume", 15), 25);
  assert.equal(current(state).form.id, "b");
  assert.equal(easierForm(state)?.id, "b2");
});

test("a slip: back to where the hold was", () => {
  let state = doing(at(begin(bothSides(), 0), 10), "stop", 20);
  state = doing(state, "resume", 24);
  assert.equal(phase(state), "hold");
  assert.equal(remaining(state, 24_000), 20_000);
  state = at(state, 44);
  assert.equal(heldSeconds(bothSides(), state.events)["knee-to-chest"].left, 30);
});

test("with pain of 7 or more only rest and breathing are done", () => {
  const breathing = step("breathe", { role: "breathe", exercise: "breathing" });
  const ids = (plan, before) => entriesFor(plan, before).map((entry) => entry.form.id);
  assert.deepEqual(ids(script([...kneeToChest("left"), breathing]), 7), ["breathe"]);
  assert.deepEqual(ids(bothSides(), 7), ["ktc-left-rest"]);
  assert.equal(ids(bothSides(), 6).length, 4);
});

test("what a person ends early is written with what was held", () => {
  const state = doing(at(begin(bothSides(), 0), 10), "finish", 22);
  assert.equal(phase(state), "finished");
  assert.deepEqual(heldSeconds(bothSides(), state.events)["knee-to-chest"], { left: 12, right: 0, none: 0 });
  assert.deepEqual(doing(state, "skip", 30), state);
});

test("a journal replayed gives the same journal and the same state", () => {
  const plan = script([...kneeToChest("left"), ...kneeToChest("right"), ...pressUp()]);
  let state = doing(at(begin(plan, 3), 10), "easier", 12);
  state = at(state, 60);
  state = doing(state, "skip", 75);
  state = doing(at(state, 85), "repeat", 90);
  state = stop(at(state, 100), 104, { reason: "pain", pain: 4, where: "back" });
  const again = replay(plan, 3, state.events);
  assert.deepEqual(again.events, state.events);
  assert.deepEqual({ ...again, since: 0 }, { ...state, since: 0 });
});
