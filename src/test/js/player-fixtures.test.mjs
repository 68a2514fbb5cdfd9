import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { replay } from "../../main/resources/static/js/player/machine.js";
import { heldSeconds, toRecord } from "../../main/resources/static/js/player/record.js";
import { readScript } from "../../main/resources/static/js/player/script.js";
import { outcomes } from "./player-outcomes.mjs";

const folder = new URL("../resources/player-fixtures/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const read = (name) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

test("there are fixtures", () => assert.ok(files.length >= 10, `${files.length}`));

for (const name of files) {
  const { about, before, script, events, expected } = read(name);
  test(`${name}: ${about}`, () => {
    const plan = readScript(script);
    assert.deepEqual(replay(plan, before?.pain ?? null, events).events, events, "the player writes these events");
    assert.deepEqual(heldSeconds(plan, events), expected.heldSeconds);
    assert.deepEqual(outcomes(plan, events), expected.outcomes);
  });
}

test("a record says when it began and ended, and how it was before and after", () => {
  const { script, events } = read("both-sides-in-full.json");
  const startedAt = Date.parse("2026-11-22T08:00:00Z");
  const record = toRecord(script, { startedAt, before: 4, after: { change: "better", pain: 3 }, events });
  assert.equal(record.startedAt, "2026-11-22T08:00:00.000Z");
  assert.equal(record.finishedAt, "2026-11-22T08:01:20.000Z");
  assert.deepEqual(record.before, { pain: 4 });
  assert.deepEqual(record.after, { change: "better", pain: 3 });
  assert.equal(toRecord(script, { startedAt, before: null, after: null, events: events.slice(0, 3) }).finishedAt, null);
});
