import assert from "node:assert/strict";
import { test } from "node:test";
import { missing, refusals, standingAgainst } from "../../main/resources/static/js/heat/rules.js";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const LIST = ["reduced-feeling", "poor-circulation", "skin-broken", "heat-rub-or-patch", "sleepy-or-alcohol", "cancer-or-radiation-site", "fresh-swelling", "fever"];
const clean = { way: "pack", minutes: "15", pregnant: "no", ticked: {}, none: true };
const wish = (others = {}, way = "pack", minutes = 20) => ({ way, minutes, answers: { ...Object.fromEntries(LIST.map((line) => [line, "no"])), pregnant: "no", ...others } });
const standing = (others = {}) => ({ refusals: [], restsUntil: null, running: null, pregnant: false, goodUntil: "2026-11-23T12:00:00Z", ...others });
const against = (asked, said = standing(), rest = null) => refusals(asked, said, rest, NOW);

test("each part that is missing is named", () => {
  assert.deepEqual(missing(clean), []);
  assert.deepEqual(missing({ ...clean, none: false }), ["list"]);
  assert.deepEqual(missing({ ...clean, ticked: { fever: "yes" } }), ["both"]);
  assert.deepEqual(missing({ ...clean, none: false, ticked: { fever: "unsure" } }), []);
  assert.deepEqual(missing({ ...clean, way: "", minutes: "25", pregnant: "" }), ["way", "minutes", "pregnant"]);
});

test("not sure counts as yes, for every question", () => {
  for (const line of LIST) {
    assert.deepEqual(against(wish({ [line]: "unsure" })), [line]);
    assert.deepEqual(against(wish({ [line]: "yes" })), [line]);
  }
  assert.deepEqual(against(wish()), []);
});

test("in pregnancy a short pack and nothing else", () => {
  assert.deepEqual(against(wish({ pregnant: "unsure" }, "bath", 15)), ["pregnant-water"]);
  assert.deepEqual(against(wish({ pregnant: "yes" }, "pack", 20)), ["pregnant-long"]);
  assert.deepEqual(against(wish({ pregnant: "yes" }, "pack", 15)), []);
  assert.deepEqual(against(wish({}, "shower", 15), standing({ pregnant: true })), ["pregnant-water"]);
});

test("without a word from the server, or with one past its time, the answer is no", () => {
  assert.deepEqual(against(wish(), null), ["not-asked"]);
  assert.deepEqual(against(wish(), standing({ goodUntil: "2026-11-22T11:59:59Z" })), ["not-asked"]);
  assert.deepEqual(against(wish(), standing({ refusals: [{ rule: "level" }] })), ["level"]);
});

test("the hour of rest holds by what the server said and by what this phone did", () => {
  assert.deepEqual(against(wish(), standing({ restsUntil: "2026-11-22T12:00:01Z", refusals: [{ rule: "too-soon" }] })), ["too-soon"]);
  assert.deepEqual(against(wish(), standing({ restsUntil: "2026-11-22T12:00:00Z", refusals: [{ rule: "too-soon" }] })), [], "over since it was said");
  assert.deepEqual(against(wish(), standing(), NOW + 1), ["too-soon"]);
});

test("what was said yesterday keeps nobody from the questions today", () => {
  const past = standing({ goodUntil: "2026-11-22T11:59:59Z", refusals: [{ rule: "level" }] });
  assert.deepEqual(standingAgainst(past, NOW), []);
  assert.deepEqual(standingAgainst(standing({ refusals: [{ rule: "too-soon" }], restsUntil: "2026-11-22T11:59:59Z" }), NOW), []);
  assert.deepEqual(standingAgainst(standing({ refusals: [{ rule: "level" }, { rule: "too-soon" }], restsUntil: "2026-11-22T12:30:00Z" }), NOW), ["level", "too-soon"]);
});
