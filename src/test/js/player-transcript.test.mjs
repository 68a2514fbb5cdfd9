// What a screen reader is told in one session, from the first second to the last; the handbook shows it, and this keeps it true.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { moment, told } from "../../main/resources/static/js/player/cues.js";
import { act, advance, begin } from "../../main/resources/static/js/player/machine.js";
import { kneeToChest, script } from "./player-scripts.mjs";

const file = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const words = new Map([...file("src/main/resources/messages/session.properties").matchAll(/^session\.player\.say\.([\w-]+)=(.*)$/gm)].map(([, key, text]) => [key, text]));
const say = (word, ...args) => words.get(word).replace(/\{(\d)\}/g, (_, i) => String(args[Number(i)]));
const named = (step) => ({ ...step, title: "Knee to chest" });

/** Looked at each tenth of a second, as on the screen. */
function transcript() {
  let state = begin(script([...kneeToChest("left"), ...kneeToChest("right")].map(named)), null);
  const lines = [];
  let last = "";
  for (let now = 0; state.mode !== "finished"; now += 100) {
    if (now === 62_000) state = act(state, { type: "pause" }, now);
    if (now === 70_000) state = act(state, { type: "resume" }, now);
    state = advance(state, now);
    const name = moment(state, now);
    if (name !== last) lines.push([now, told(state, now, say)]);
    last = name;
  }
  return lines;
}

test("each step tells its start, its half and its last five seconds, and nothing each second", () => {
  const lines = transcript();
  assert.ok(lines.length <= 14, `${lines.length} messages in 88 seconds`);
  assert.deepEqual(lines.slice(0, 4).map(([, text]) => text), ["Get ready: Knee to chest. Left side.", "Left side. Hold now. 30 seconds.", "Half way.", "Five seconds left."]);
});

test("the handbook shows what is told", () => {
  const page = file("docs/handbook/listening-to-a-session.md");
  const shown = [...page.matchAll(/^\| (\d+):(\d\d) \| (.*) \|$/gm)].map(([, minutes, seconds, text]) => [Number(minutes) * 60 + Number(seconds), text]);
  assert.deepEqual(shown, transcript().map(([ms, text]) => [Math.floor(ms / 1000), text]));
});
