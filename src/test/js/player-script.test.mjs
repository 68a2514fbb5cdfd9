import assert from "node:assert/strict";
import { test } from "node:test";
import { cues, line, tonesAhead } from "../../main/resources/static/js/player/cues.js";
import { act, advance, begin } from "../../main/resources/static/js/player/machine.js";
import { readScript, UnreadableScript } from "../../main/resources/static/js/player/script.js";
import { getReady, kneeToChest, onStop, pressUp, script, step } from "./player-scripts.mjs";

const asSent = (value) => JSON.parse(JSON.stringify(value));

test("a whole script is read as it is", () => {
  const plan = asSent(script([...kneeToChest("left"), ...pressUp()]));
  assert.equal(readScript(plan), plan);
});

for (const [what, where, spoil] of [
  ["nothing", "script", () => null],
  ["a list", "script", () => []],
  ["no steps", "steps", (plan) => ({ ...plan, steps: [] })],
  ["an unknown role", "steps[1].role", (plan) => void (plan.steps[1].role = "jump")],
  ["no seconds", "steps[0].seconds", (plan) => void (plan.steps[0].seconds = 0)],
  ["a side that is none", "steps[0].side", (plan) => void (plan.steps[0].side = "both")],
  ["seconds in words", "steps[0].seconds", (plan) => void (plan.steps[0].seconds = "ten")],
  ["a broken easier form", "steps[1].easier.easier.title", (plan) => void delete plan.steps[1].easier.easier.title],
  ["an unknown thing to show", "steps[1].onStop[0].show", (plan) => void (plan.steps[1].onStop[0].show = "dance")],
  ["two steps of one id", "steps", (plan) => void (plan.steps[1].id = plan.steps[0].id)],
  ["a repetition past the last", "steps[1].repetition", (plan) => void (plan.steps[1].repetition = [3, 2])],
  ["a time that is none", "validUntil", (plan) => void (plan.validUntil = "tomorrow")],
  ["a cue before the start", "steps[1].cues[0].atMs", (plan) => void (plan.steps[1].cues = [{ atMs: -1, text: "", tone: null }])],
]) {
  test(`a script with ${what} is refused, and it is said where`, () => {
    const plan = asSent(script(kneeToChest("left")));
    const spoiled = spoil(plan);
    const sent = spoiled === undefined ? plan : spoiled;
    assert.throws(() => readScript(sent), (error) => error instanceof UnreadableScript && error.message.startsWith(`${where}: expected`));
  });
}

test("a chain that goes on for ever is refused", () => {
  let endless = step("end");
  for (let i = 0; i < 12; i++) endless = step(`s${i}`, { easier: endless });
  assert.throws(() => readScript(script([endless])), UnreadableScript);
  assert.throws(() => readScript(script([step("s", { onStop: [onStop("pain", "rest", [], { id: "" })] })])), UnreadableScript);
});

const spoken = [
  { atMs: 0, text: "Hold. Breathe out slowly.", tone: "start" },
  { atMs: 15_000, text: "Half way.", tone: "half" },
  { atMs: 25_000, text: "", tone: "last" },
  { atMs: 30_000, text: "Let go.", tone: "end" },
];
const oneHold = () => begin(script([step("h", { cues: spoken })]), null);

test("shows the latest line that has words", () => {
  assert.equal(line(oneHold(), 14_999), "Hold. Breathe out slowly.");
  assert.equal(line(advance(oneHold(), 26_000), 26_000), "Half way.");
});

test("knows what is still to sound, and when", () => {
  assert.deepEqual(tonesAhead(oneHold(), 15_000).map(({ inMs, tone }) => `${tone} ${inMs}`), ["half 0", "last 10000", "end 15000"]);
  assert.deepEqual(tonesAhead(act(oneHold(), { type: "pause" }, 5000), 6000), []);
});

test("a lengthened hold moves half and end with it", () => {
  const longer = act(oneHold(), { type: "extend" }, 1000);
  assert.deepEqual(cues(longer).map((cue) => cue.atMs), [0, 20_000, 35_000, 40_000]);
});

test("getting into an easier form sounds nothing of the hold", () => {
  const plan = script([getReady("g", "h"), step("h", { cues: spoken, easier: step("e", { cues: spoken }) })]);
  const eased = act(advance(begin(plan, null), 10_000), { type: "easier" }, 11_000);
  assert.deepEqual(tonesAhead(eased, 11_000), []);
});
