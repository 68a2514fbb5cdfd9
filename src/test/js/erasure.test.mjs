import assert from "node:assert/strict";
import { test } from "node:test";
import { forget, isUnsent } from "../../main/resources/static/js/erasure.js";

test("erasing takes what this phone keeps about a person, and nothing of anybody else's", () => {
  const kept = new Map([["unknot.first", "1"], ["other", "2"], ["unknot.player.run", "3"], ["unknot.player.locked", "4"]]);
  const storage = { get length() { return kept.size; }, key: (i) => [...kept.keys()][i] ?? null, removeItem: (key) => kept.delete(key) };
  const dropped = [];
  forget(/** @type {any} */ (storage), /** @type {any} */ ({ deleteDatabase: (name) => dropped.push(name) }), /** @type {any} */ ({ delete: (name) => dropped.push(name) }));
  assert.deepEqual([...kept.keys()], ["other"]);
  assert.deepEqual(dropped, ["unknot", "unknot-pictures"]);
});

test("the names are those under which the first screens and the player keep things", async () => {
  const { readFileSync } = await import("node:fs");
  const source = (file) => readFileSync(new URL(`../../main/resources/static/js/${file}`, import.meta.url), "utf8");
  for (const [, key] of [...source("first/answers.js").matchAll(/KEY = "([^"]+)"/g), ...["player/kept.js", "heat/kept.js", "calm/kept.js"].flatMap((file) => [...source(file).matchAll(/= "([a-z]+\.[^"]+)"/g)])]) {
    assert.match(key, /^unknot\./);
  }
  assert.match(source("player/store.js"), /DATABASE = "unknot"/);
});

test("what is only on this phone is known before it is erased", async () => {
  const storage = (run) => /** @type {any} */ ({ getItem: () => run });
  const store = (...entries) => /** @type {any} */ ({ all: async () => entries });
  assert.equal(await isUnsent(storage(null), store()), false);
  assert.equal(await isUnsent(storage("{}"), store()), true);
  assert.equal(await isUnsent(storage(null), store({ id: "x", aside: "403" })), true);
});
