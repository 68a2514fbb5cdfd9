import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { canChoose, choose } from "../../main/resources/static/js/player/check.js";
import { chosen, claim } from "../../main/resources/static/js/player/other-sound.js";

const storage = () => {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
};

for (const [word, type] of [["quieter", "transient"], ["alone", "ambient"], ["pause", "playback"]]) {
  test(`${word} is ${type}`, () => {
    const device = { audioSession: { type: "auto" } };
    claim(word, device);
    assert.equal(device.audioSession.type, type);
  });
}

test("what was chosen is kept; before that, and where it cannot be read, other sound is paused", () => {
  const device = storage();
  assert.equal(chosen(device), "pause");
  choose("alone", device);
  assert.equal(chosen(device), "alone");
  for (const broken of ["", "loud", "constructor"]) assert.equal(chosen({ getItem: () => broken }), "pause");
  assert.equal(chosen(null), "pause");
});

test("storage that is full and a browser that cannot be told stop nothing", () => {
  choose("alone", { setItem: () => { throw new DOMException("full", "QuotaExceededError"); } });
  claim("alone", {});
  claim("alone", undefined);
  assert.equal(canChoose(/** @type {any} */ ({})), false);
  assert.equal(canChoose(/** @type {any} */ ({ audioSession: {} })), true);
});

test("the alarm of heat is heard whatever was chosen", () => {
  const source = (file) => readFileSync(new URL(`../../main/resources/static/js/${file}`, import.meta.url), "utf8");
  assert.match(source("heat/heat.js"), /new Track\(\{[^}]*others: "pause"/);
  assert.doesNotMatch(source("calm/calm.js"), /others:/);
});
