import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { begin, canStore, remember, send, standsBeforeEase, standsBeforeEaseHere, stored } from "../../main/resources/static/js/first/answers.js";

const NOW = new Date("2026-03-01T10:00:00Z");
const hoursLater = (hours) => new Date(NOW.getTime() + hours * 3600_000);
let kept;
let posted;

beforeEach(() => {
  kept = new Map();
  posted = [];
  globalThis.localStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
  Object.defineProperty(globalThis, "navigator", { value: { onLine: true }, configurable: true });
  globalThis.fetch = async (address, request) => {
    posted.push({ address, body: JSON.parse(request.body) });
    return Response.json({ show: "/doctor?level=same-day" });
  };
});

test("answers of both pages add up, those of an earlier spasm do not", () => {
  begin({ answers: { trauma: "yes" }, level: "EMERGENCY_NOW" }, NOW);
  begin({ answers: { trauma: "no" } }, NOW);
  remember({ age: 40, answers: { fever: "no" }, level: "CLEAR" }, NOW);
  const at = NOW.toISOString();
  assert.deepEqual(stored(), { age: 40, answers: { trauma: "no", fever: "no" }, at, begunAt: at, called: "CLEAR", level: "CLEAR", sent: false });
});

test("ease needs a clearing that is younger than a day", () => {
  begin({ answers: { trauma: "no" } }, NOW);
  remember({ level: "CLEAR" }, NOW);
  assert.equal(standsBeforeEase(stored(), hoursLater(23)), null);
  assert.equal(standsBeforeEase(stored(), hoursLater(25)), "/call-now");
  assert.equal(standsBeforeEase(null, NOW), "/call-now");
});

test("half the pages are no clearing", () => {
  begin({ answers: { trauma: "no" } }, NOW);
  assert.equal(standsBeforeEase(stored(), NOW), "/doctor-first");
});

test("the second page alone is no clearing", () => {
  remember({ age: 40, answers: { fever: "no" }, level: "CLEAR" }, NOW);
  assert.equal(standsBeforeEase(stored(), NOW), "/call-now");
});

test("the second page does not take back an emergency of the first", () => {
  begin({ answers: { "chest-pain": "yes" }, level: "EMERGENCY_NOW" }, NOW);
  remember({ age: 40, answers: { fever: "no" }, level: "CLEAR" }, NOW);
  assert.equal(standsBeforeEase(stored(), NOW), "/emergency");
});

test("choosing a position again and again does not make a clearing younger", () => {
  begin({ answers: { trauma: "no" } }, NOW);
  remember({ level: "CLEAR" }, NOW);
  remember({ answers: { "can-lie-back": "yes" }, level: "CLEAR" }, hoursLater(20));
  assert.equal(standsBeforeEase(stored(), hoursLater(25)), "/call-now");
});

test("what cannot be read is no clearing", () => {
  for (const text of ["{", "null", '{"level":"CLEAR","at":"2026-03-01T10:00:00.000Z"}']) {
    kept.set("unknot.first", text);
    assert.equal(standsBeforeEase(stored(), NOW), "/call-now", text);
  }
});

test("ease is open while a doctor is waited for, and closed in an emergency", () => {
  begin({ answers: { trauma: "no" } }, NOW);
  remember({ level: "SAME_DAY" }, NOW);
  assert.equal(standsBeforeEase(stored(), NOW), null);
  remember({ level: "EMERGENCY_NOW" }, NOW);
  assert.equal(standsBeforeEase(stored(), NOW), "/emergency");
});

test("what the server does not know yet is sent once", async () => {
  begin({ age: 40, answers: { fever: "yes" }, level: "SAME_DAY" }, NOW);
  assert.equal(await send(), "/doctor?level=same-day");
  assert.equal(await send(), null);
  assert.deepEqual(posted, [{ address: "/api/answers", body: { age: 40, answers: { fever: "yes" }, answeredAt: NOW.toISOString() } }]);
});

test("without a network the answers wait", async () => {
  begin({ answers: { trauma: "no" } }, NOW);
  globalThis.fetch = async () => {
    throw new TypeError("network");
  };
  assert.equal(await send(), null);
  assert.equal(stored().sent, false);
});

test("an answer given while another was on its way is not taken for sent", async () => {
  begin({ answers: { trauma: "no" } }, NOW);
  const answer = globalThis.fetch;
  globalThis.fetch = async (...request) => {
    remember({ answers: { fever: "no" } }, hoursLater(1));
    return answer(...request);
  };
  await send();
  assert.equal(stored().sent, false);
});

test("a browser that keeps nothing is noticed", () => {
  assert.equal(canStore(), true);
  globalThis.localStorage.setItem = () => {
    throw new DOMException("denied", "SecurityError");
  };
  assert.equal(canStore(), false);
});

test("whoever answered to the server before our scripts were there is not sent through the questions again", async () => {
  globalThis.fetch = async () => Response.json({ disposition: "CLINICIAN_ROUTINE", clearedFor: ["ease"], show: "/lie" });
  assert.equal(await standsBeforeEaseHere(NOW), null);
  assert.equal(standsBeforeEase(stored(), NOW), null);
});

test("a server that does not clear ease, or cannot be asked, changes nothing", async () => {
  globalThis.fetch = async () => Response.json({ disposition: null, clearedFor: [], show: "/call-now" });
  assert.equal(await standsBeforeEaseHere(NOW), "/call-now");
  globalThis.fetch = async () => {
    throw new TypeError("network");
  };
  assert.equal(await standsBeforeEaseHere(NOW), "/call-now");
  assert.equal(stored(), null);
});

test("an emergency on this phone is not asked away", async () => {
  begin({ answers: { trauma: "yes" }, level: "EMERGENCY_NOW" }, NOW);
  globalThis.fetch = async () => Response.json({ disposition: "SELF_CARE", clearedFor: ["ease"], show: null });
  assert.equal(await standsBeforeEaseHere(NOW), "/emergency");
});
