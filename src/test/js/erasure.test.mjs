import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { forget, unsent } from "../../main/resources/static/js/unsent.js";

const source = (file) => readFileSync(new URL(`../../main/resources/static/js/${file}`, import.meta.url), "utf8");
const storage = (entries) => {
  const kept = new Map(Object.entries(entries));
  return /** @type {any} */ ({ kept, get length() { return kept.size; }, key: (i) => [...kept.keys()][i] ?? null, getItem: (key) => kept.get(key) ?? null, removeItem: (key) => kept.delete(key) });
};
const store = (...entries) => Promise.resolve(/** @type {any} */ ({ all: async () => entries }));

test("erasing takes what this phone keeps about a person, and nothing of anybody else's", async () => {
  const device = storage({ "unknot.first": "1", other: "2", "unknot.player.run": "3", "unknot.player.locked": "4", "unknot.heat.course": "5", "unknot.quiet.sitting": "6", "unknot.waiting": "1" });
  const dropped = [];
  const deleteDatabase = (name) => {
    dropped.push(name);
    const request = {};
    setImmediate(() => request.onsuccess());
    return request;
  };
  await forget(device, /** @type {any} */ ({ deleteDatabase }), /** @type {any} */ ({ delete: async (name) => dropped.push(name) }));
  assert.deepEqual([...device.kept.keys()], ["other"]);
  assert.deepEqual(dropped, ["unknot", "unknot-pictures"]);
});

test("the names are those under which all of us keep things", () => {
  const files = ["first/answers.js", "player/kept.js", "player/store.js", "heat/kept.js", "calm/kept.js"];
  const keys = files.flatMap((file) => [...source(file).matchAll(/"((?:unknot|[a-z]+)\.[a-z.:]+)"/g)]).map(([, key]) => key);
  assert.ok(keys.length > 10, `${keys.length}`);
  for (const key of keys.filter((one) => !one.endsWith(".js"))) assert.match(key, /^unknot\./);
  assert.match(source("player/store.js"), /DATABASE = "unknot"/);
  for (const [file, key] of [["player/kept.js", "unknot.player.run"], ["calm/kept.js", "unknot.quiet.sitting"], ["heat/kept.js", "unknot.heat.unsent.aside"], ["calm/kept.js", "unknot.quiet.unsent"]]) {
    assert.ok(source(file).includes(`"${key}"`) && source("unsent.js").includes(`"${key}"`), key);
  }
});

test("all that is only on this phone is counted: sessions, heat and quiet minutes, what was set aside, what is under way", async () => {
  const waits = (kind, aside = null) => ({ id: kind, kind, record: {}, aside });
  assert.equal(await unsent(storage({}), store()), 0);
  assert.equal(await unsent(storage({ "unknot.player.run": "{}" }), store()), 1);
  assert.equal(await unsent(storage({}), store(waits("session"), waits("heat"), waits("quiet"), waits("session", "403"))), 4);
  assert.equal(await unsent(storage({ "unknot.quiet.sitting": '{"over":false}' }), store()), 1);
  assert.equal(await unsent(storage({ "unknot.quiet.sitting": '{"over":true}' }), store()), 0, "which is in the outbox or on the server");
});

test("what waited before there was one outbox is counted, and what cannot be read is taken for one record", async () => {
  assert.equal(await unsent(storage({ "unknot.heat.unsent": '{"a":{},"b":{}}', "unknot.quiet.unsent": '{"c":{}}', "unknot.heat.unsent.aside": "{}" }), store()), 3);
  assert.equal(await unsent(storage({ "unknot.heat.unsent": "{", "unknot.quiet.unsent": "null", "unknot.player.run": "{" }), store()), 2);
  assert.equal(await unsent(null, store()), 0, "storage denied");
});
