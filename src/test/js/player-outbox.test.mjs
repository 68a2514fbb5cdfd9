import assert from "node:assert/strict";
import { test } from "node:test";
import { keptOn } from "../../main/resources/static/js/player/kept.js";
import { Outbox, putRecord } from "../../main/resources/static/js/player/outbox.js";
import { memoryStore } from "../../main/resources/static/js/player/store.js";
import { uuidv7 } from "../../main/resources/static/js/player/record.js";
import { unsentWords } from "../../main/resources/static/js/player/unsent-words.js";

const id = (n) => uuidv7(1_790_000_000_000 + n, new Uint8Array(10).fill(n));
const record = (n) => ({ script: `script-${n}`, revision: "r", startedAt: "", finishedAt: null, clock: { sentAt: "" }, events: [], before: null, after: null });

/** An outbox whose server answers what is queued up, and whose timers run when told. */
function outbox(...answers) {
  const store = memoryStore();
  const told = { sent: [], counts: [], timers: [], stored: [] };
  const box = new Outbox({
    store,
    send: async (at, what, kind) => {
      told.sent.push([at, what, kind]);
      const answer = answers.shift() ?? { stored: true, answer: {} };
      return typeof answer === "function" ? answer() : answer;
    },
    onChange: (counts) => told.counts.push(counts),
    onStored: (at) => told.stored.push(at),
    later: (run, ms) => told.timers.push({ run, ms }),
    cancel: () => {},
  });
  return { box, store, told };
}

test("a record is sent once, and then gone", async () => {
  const { box, told } = outbox();
  await box.put(id(1), record(1));
  assert.equal(told.counts.at(-1).waiting, 1);
  await box.flush();
  await box.flush();
  assert.equal(told.sent.length, 1);
  assert.deepEqual(told.stored, [id(1)]);
  assert.equal(told.counts.at(-1).waiting, 0);
});

test("without a network it stays, and is tried again after ever longer waits, five minutes at most", async () => {
  const { box, told } = outbox(...Array(12).fill({ stored: false }));
  await box.put(id(1), record(1));
  await box.flush();
  for (let i = 0; i < 11; i++) {
    told.timers.at(-1).run();
    await box.flush();
  }
  const waits = told.timers.map((timer) => timer.ms);
  assert.deepEqual(waits.slice(0, 4), [2000, 4000, 8000, 16_000]);
  assert.equal(Math.max(...waits), 300_000);
  assert.equal(told.counts.at(-1).waiting, 1);
});

test("a server that asks for time gets it", async () => {
  const { box, told } = outbox({ stored: false, retryAfterMs: 30_000 });
  await box.put(id(1), record(1));
  await box.flush();
  assert.equal(told.timers[0].ms, 30_000);
});

test("what the server refuses is set aside, counted, kept, and does not hold up the others", async () => {
  const { box, told, store } = outbox({ refused: "403" });
  await box.put(id(1), record(1));
  await box.put(id(2), record(2));
  await box.flush();
  assert.deepEqual(told.stored, [id(2)]);
  assert.deepEqual(told.counts.at(-1), { waiting: 0, aside: 1, lasting: false });
  assert.equal((await store.all())[0].aside, "403");
  await box.flush();
  assert.equal(told.sent.length, 2, "it is not sent again");
});

for (const [what, entry] of [
  ["no record", { id: id(3) }],
  ["a record of another shape", { id: id(3), record: { hello: 1 } }],
  ["an id that is none", { id: "../../etc", record: record(3) }],
]) {
  test(`an entry with ${what} is set aside and reported, and the rest is sent`, async () => {
    const { box, told, store } = outbox();
    await store.put(entry);
    await box.put(id(4), record(4));
    await box.flush();
    assert.deepEqual(told.sent.map(([at]) => at), [id(4)]);
    assert.deepEqual(told.counts.at(-1), { waiting: 0, aside: 1, lasting: false });
    assert.equal((await store.all()).length, 1);
  });
}

const course = { way: "pack", minutes: 15, answers: { fever: "no" }, offline: false, startedAt: "2026-11-22T08:00:00.000Z" };
const minutes = { kind: "breathing", startedAt: "2026-11-22T08:00:00.000Z", seconds: 600 };

test("heat and quiet minutes wait in the same outbox, each with its kind; one without a kind is that of a session", async () => {
  const { box, store, told } = outbox();
  await box.put(id(1), course, "heat");
  await box.put(id(2), minutes, "quiet");
  await store.put({ id: id(3), record: record(3) });
  assert.equal((await box.counts()).waiting, 3);
  await box.flush();
  assert.deepEqual(told.sent.map(([at, , kind]) => [at, kind]), [[id(1), "heat"], [id(2), "quiet"], [id(3), undefined]]);
  assert.equal((await box.counts()).waiting, 0);
});

for (const [what, entry] of [
  ["of a kind that this version does not know", { id: id(3), kind: "walk", record: course }],
  ["of heat without its answers", { id: id(3), kind: "heat", record: { ...course, answers: undefined } }],
  ["of quiet minutes without a beginning", { id: id(3), kind: "quiet", record: { kind: "breathing" } }],
  ["of heat that is said to be a session", { id: id(3), kind: "session", record: course }],
  ["of a kind that every object has", { id: id(3), kind: "constructor", record: course }],
]) {
  test(`an entry ${what} is set aside, and the rest is sent`, async () => {
    const { box, told, store } = outbox();
    await store.put(entry);
    await box.put(id(4), minutes, "quiet");
    await box.flush();
    assert.deepEqual(told.sent.map(([at]) => at), [id(4)]);
    assert.deepEqual(told.counts.at(-1), { waiting: 0, aside: 1, lasting: false });
  });
}

test("each kind has its address; a course that may not start is told as one that ran all the same", async (t) => {
  const asked = [];
  const answers = [Response.json({}, { status: 201 }), Response.json({}, { status: 409 }), Response.json({}, { status: 201 }), Response.json({}, { status: 409 })];
  t.mock.method(globalThis, "fetch", async (url, { body }) => {
    asked.push([url, JSON.parse(body).offline]);
    return answers.shift();
  });
  assert.deepEqual(await putRecord(id(1), minutes, "quiet"), { stored: true, answer: {} });
  assert.deepEqual(await putRecord(id(2), course, "heat"), { stored: true, answer: {} });
  assert.deepEqual(await putRecord(id(3), { ...course, offline: true }, "heat"), { refused: "409" }, "and not again and again");
  assert.deepEqual(asked, [[`/api/quiet/${id(1)}`, undefined], [`/api/heat/courses/${id(2)}`, false], [`/api/heat/courses/${id(2)}`, true], [`/api/heat/courses/${id(3)}`, true]]);
});

test("what waits is said in one line", () => {
  const say = (word, n) => `${word}${n ?? ""}`;
  assert.equal(unsentWords({ waiting: 0, aside: 0, lasting: true }, say), "");
  assert.equal(unsentWords({ waiting: 1, aside: 0, lasting: true }, say), "waiting-one");
  assert.equal(unsentWords({ waiting: 3, aside: 2, lasting: false }, say), "waiting-many3 aside2 not-kept");
});

test("two flushes at once send nothing twice, and what came in meanwhile goes too", async () => {
  let arrive;
  const { box, told } = outbox(() => new Promise((resolve) => (arrive = () => resolve({ stored: true, answer: {} }))));
  await box.put(id(1), record(1));
  const first = box.flush();
  await new Promise(setImmediate);
  await box.put(id(2), record(2));
  box.flush();
  arrive();
  await first;
  await new Promise(setImmediate);
  await box.flush();
  assert.deepEqual(told.sent.map(([at]) => at), [id(1), id(2)]);
});

test("a record that was added to while it was on its way goes again", async () => {
  const { box, store, told } = outbox(async () => {
    await store.put({ id: id(1), record: { ...record(1), after: { change: "better", pain: 2 } } });
    return { stored: true, answer: {} };
  });
  await box.put(id(1), record(1));
  await box.flush();
  await new Promise(setImmediate);
  await box.flush();
  assert.deepEqual(told.sent.map(([, what]) => what.after), [null, { change: "better", pain: 2 }]);
  assert.equal((await box.counts()).waiting, 0);
});

test("answers are read as stored, wait, or refused", async (t) => {
  const asked = [];
  const answers = (response) => t.mock.method(globalThis, "fetch", async (url, options) => {
    asked.push([url, options]);
    if (response instanceof Error) throw response;
    return response;
  });
  const sent = async (response) => {
    const mock = answers(response);
    const result = await putRecord(id(1), record(1));
    mock.mock.restore();
    return result;
  };
  assert.deepEqual(await sent(Response.json({ first: true }, { status: 201 })), { stored: true, answer: { first: true } });
  assert.deepEqual(await sent(new TypeError("no network")), { stored: false });
  assert.deepEqual(await sent(new Response("", { status: 503, headers: { "Retry-After": "7" } })), { stored: false, retryAfterMs: 7000 });
  for (const status of [401, 408, 429, 500]) assert.deepEqual(await sent(new Response("", { status })), { stored: false }, `${status}`);
  for (const status of [400, 403, 404, 413, 422]) assert.deepEqual(await sent(new Response("", { status })), { refused: `${status}` });
  assert.equal(asked[0][0], `/api/records/${id(1)}`);
  assert.equal(asked[0][1].method, "PUT");
  assert.ok(Date.parse(JSON.parse(asked[0][1].body).clock.sentAt) > 0);
});

test("ids sort by time and are version 7", () => {
  const ids = [5, 1, 3].map((n) => uuidv7(1_790_000_000_000 + n * 1000, crypto.getRandomValues(new Uint8Array(10))));
  for (const one of ids) assert.match(one, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.deepEqual([...ids].sort(), [ids[1], ids[2], ids[0]]);
});

/** A storage of the browser, which may be full. */
function storage(full = false) {
  const items = new Map();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      if (full) throw new DOMException("full", "QuotaExceededError");
      items.set(key, value);
    },
    removeItem: (key) => items.delete(key),
    key: (i) => [...items.keys()][i] ?? null,
    get length() {
      return items.size;
    },
  };
}

const run = { id: id(1), script: { steps: [] }, startedAt: 1, before: null, events: [{ n: 1 }], aliveMs: 0 };

test("a session under way is kept and forgotten", () => {
  const kept = keptOn(storage());
  assert.equal(kept.run(), null);
  assert.equal(kept.keepRun(run), true);
  assert.deepEqual(kept.run(), run);
  kept.forgetRun();
  assert.equal(kept.run(), null);
});

test("a session that cannot be read is handed out as it was, not taken for none", () => {
  for (const broken of ["{", '{"id":1}', "null"]) {
    const device = storage();
    device.setItem("unknot.player.run", broken);
    assert.equal(keptOn(device).run(), null);
    assert.equal(keptOn(device).brokenRun(), broken);
  }
});

test("storage that is full or denied stops nothing", () => {
  assert.equal(keptOn(storage(true)).keepRun(run), false);
  assert.equal(keptOn(null).keepRun(run), false);
  assert.deepEqual(keptOn(null).locked(), { tags: [], exercises: [] });
  assert.equal(keptOn(null).muted(), false);
});

test("of what is kept ahead the last that has begun is played; a day that went otherwise drops tomorrow", () => {
  const kept = keptOn(storage());
  const at = (time) => Date.parse(`2026-11-${time}:00Z`);
  const ahead = (from, name) => ({ from: `2026-11-${from}:00Z`, script: { id: name, steps: [] } });
  assert.equal(kept.ahead(at("22T12:00")), null);
  kept.keepAhead([ahead("22T09:00", "today"), ahead("23T00:00", "tomorrow")]);
  assert.equal(kept.ahead(at("22T12:00")).script.id, "today");
  assert.equal(kept.ahead(at("23T07:00")).script.id, "tomorrow");
  kept.dropTomorrow();
  assert.equal(kept.ahead(at("23T07:00")).script.id, "today", "which is too old by then, and refused for that");
  for (const broken of ["{", '[{"from":1}]', "{}"]) {
    const device = storage();
    device.setItem("unknot.player.ahead", broken);
    assert.equal(keptOn(device).ahead(at("22T12:00")), null);
  }
});

test("scripts that can never be started again do not fill the phone", () => {
  const device = storage();
  const kept = keptOn(device);
  const valid = (hours) => ({ id: `${hours}`, steps: [], validUntil: new Date(Date.now() + hours * 3_600_000).toISOString() });
  device.setItem("unknot.player.script:/api/scripts/broken", "{");
  kept.keepScript("/api/scripts/old", valid(-30));
  kept.keepScript("/api/scripts/just-over", valid(-2));
  kept.keepScript("/api/scripts/new", valid(24));
  assert.equal(kept.script("/api/scripts/old"), null);
  assert.equal(device.getItem("unknot.player.script:/api/scripts/broken"), null);
  assert.equal(kept.script("/api/scripts/just-over").id, "-2");
  assert.equal(kept.script("/api/scripts/new").id, "24");
});
