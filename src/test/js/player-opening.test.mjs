import assert from "node:assert/strict";
import { test } from "node:test";
import { consequenceOf, stopLimit } from "../../main/resources/static/js/player/pain-rules.js";
import { addressOfKept, mayStart, scriptAt, startOffline, startOnline } from "../../main/resources/static/js/player/opening.js";
import { kneeToChest, onStop, script, step } from "./player-scripts.mjs";

const plan = script(kneeToChest("left")); // valid until 2026-11-23T08:00Z
const noon = Date.parse("2026-11-22T12:00:00Z");
const nothing = { tags: [], exercises: [] };
const URL = "/api/scripts/x";
const ask = (answer) => async (...call) => {
  asked.push(call);
  if (answer instanceof Error) throw answer;
  return answer;
};
const asked = [];

test("without a network a script starts while it is valid", () => {
  assert.deepEqual(startOffline(plan, noon, nothing), { start: plan, isNew: false, online: false });
  assert.equal(startOffline(plan, Date.parse("2026-11-23T08:00:00Z"), nothing).refused, "too-old");
  assert.equal(startOffline(plan, Date.parse("2026-11-22T07:45:00Z"), nothing).refused, "too-old", "a phone whose clock is behind");
});

test("without a network a locked movement or exercise keeps a script from starting", () => {
  assert.equal(startOffline(plan, noon, { tags: ["lumbar-flexion"], exercises: [] }).refused, "locked");
  assert.equal(startOffline(plan, noon, { tags: [], exercises: ["knee-to-chest"] }).refused, "locked");
  assert.equal(startOffline(plan, noon, { tags: ["prone"], exercises: ["press-up"] }).start, plan);
});

test("with a network the server decides, by revision", async () => {
  const start = await startOnline(URL, plan, () => noon, { tags: ["lumbar-flexion"], exercises: [] }, ask(new Response("{}")));
  assert.deepEqual(start, { start: plan, isNew: false, online: true });
  assert.equal(asked.at(-1)[0], "/api/scripts/x/start");
  assert.deepEqual(JSON.parse(asked.at(-1)[1].body), { revision: "r1" });
});

test("a stop that the server has not heard of yet still locks its movement", async () => {
  const kept = /** @type {any} */ ({ locked: () => ({ tags: ["lumbar-flexion"], exercises: [] }), aheadBy: () => 0 });
  const outbox = (waiting) => /** @type {any} */ ({ told: false, flush() { this.told = true; }, counts: async () => ({ waiting, aside: 0, lasting: true }) });
  const [unheard, heard] = [outbox(1), outbox(0)];
  assert.equal((await mayStart(URL, true, plan, kept, unheard, ask(new Response("{}")))).refused, "locked");
  assert.equal((await mayStart(URL, true, plan, kept, heard, ask(new Response("{}")))).online, true);
  assert.ok(unheard.told && heard.told, "it is told before it is asked");
});

test("a new plan comes in place of the old one", async () => {
  const fresh = script(kneeToChest("right"), { revision: "r2" });
  for (const body of [fresh, { script: fresh }]) {
    const start = await startOnline(URL, plan, () => noon, nothing, ask(Response.json(body, { status: 409 })));
    assert.equal(start.isNew, true);
    assert.equal(start.start.revision, "r2");
  }
});

test("a server that cannot be reached or is away leaves it to what is known here", async () => {
  for (const answer of [new TypeError("no network"), new Response("", { status: 503 })]) {
    assert.equal((await startOnline(URL, plan, () => noon, nothing, ask(answer))).online, false);
    assert.equal((await startOnline(URL, plan, () => noon + 1e9, nothing, ask(answer))).refused, "too-old");
  }
});

test("what the server forbids is not started, and its words are passed on", async () => {
  const said = Response.json({ detail: "Answer three questions first." }, { status: 403 });
  assert.deepEqual(await startOnline(URL, plan, () => noon, nothing, ask(said)), { refused: "not-allowed", detail: "Answer three questions first." });
});

test("the stop limit follows the pain before starting", () => {
  const limits = { null: 4, 0: 4, 3: 4, 4: 6, 6: 8, 7: 8, 9: 10, 10: 10 };
  for (const [before, limit] of Object.entries(limits)) assert.equal(stopLimit(JSON.parse(before)), limit, `before ${before}`);
});

test("a stop shows the graver of what the script and the reason ask for", () => {
  const shown = (reason, show, pain = 0) => consequenceOf(step("s", { onStop: show ? [onStop(reason, show)] : [] }), { reason, pain }, 2).show;
  assert.equal(shown("pain", "next"), "next");
  assert.equal(shown("pain", "next", 4), "rest");
  assert.equal(shown("pain", "recheck", 4), "recheck");
  assert.equal(shown("numb", "rest"), "recheck");
  assert.equal(shown("numb", "emergency-check"), "emergency-check");
  assert.equal(shown("spreading", "next"), "recheck");
  assert.equal(shown("tired", "next"), "next");
  assert.equal(shown("other", "next"), "rest");
  assert.equal(shown("tired", null), "rest");
});

test("a phone whose clock is a day off still knows how old a script is", async (t) => {
  const wrong = noon - 26 * 3_600_000;
  t.mock.timers.enable({ apis: ["Date"], now: wrong });
  const kept = /** @type {any} */ ({ by: 0, keepScript() {}, keepAheadBy(ms) { this.by = ms; }, aheadBy() { return this.by; }, locked: () => nothing });
  t.mock.method(globalThis, "fetch", async () => Response.json(plan, { headers: { Date: new Date(noon).toUTCString() } }));
  await scriptAt(URL, kept);
  assert.equal(kept.by, 26 * 3_600_000);
  const outbox = /** @type {any} */ ({ flush() {}, counts: async () => ({ waiting: 0 }) });
  const start = await mayStart(URL, true, plan, kept, outbox, ask(new TypeError("no network")));
  assert.equal(start.start, plan);
  kept.by = 0;
  assert.equal((await mayStart(URL, true, plan, kept, outbox, ask(new TypeError("no network")))).refused, "too-old");
});

test("a page that names no script plays that of its address, or what is kept for now", () => {
  const scripts = new Map();
  const kept = /** @type {any} */ ({ aheadBy: () => 0, ahead: () => null, keepScript: (url, script) => scripts.set(url, script) });
  assert.equal(addressOfKept("/sessions/abc", kept), "/api/scripts/abc");
  assert.equal(addressOfKept("/play", kept), "");
  assert.equal(addressOfKept("/play", { ...kept, ahead: () => ({ from: "", script: plan }) }), `/api/scripts/${plan.id}`);
  assert.deepEqual([...scripts.keys()], [`/api/scripts/${plan.id}`]);
});
