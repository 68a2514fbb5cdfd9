import assert from "node:assert/strict";
import { test } from "node:test";
import { at, begin, checkMs, lateMinutes, leftMs, marks, moment, off, record, restsUntil, stop } from "../../main/resources/static/js/heat/course.js";

const MINUTE = 60_000;
const BEGAN = Date.parse("2026-11-22T12:00:00Z");
const wish = (minutes) => ({ way: "pack", minutes, answers: { fever: "no" } });
const course = (minutes = 20) => begin(wish(minutes), "0190a8c0-0000-7000-8000-000000000000", BEGAN);
const after = (minutes) => BEGAN + minutes * MINUTE;

test("locked at minute 5, woken at minute 22: it ended at 20 exactly, and says how late that is", () => {
  const locked = at(course(), after(5));
  assert.equal(moment(locked, after(5)), "warm");
  const woken = at(locked, after(22));
  assert.deepEqual(woken.end, { at: after(20), how: "time" });
  assert.equal(moment(woken, after(22)), "over");
  assert.equal(leftMs(woken, after(22)), 0);
  assert.equal(lateMinutes(woken, after(22)), 2);
  assert.equal(woken.off, false, "the alarm goes on until somebody says that the heat is off");
});

test("what is left follows from the clock, however seldom somebody looks", () => {
  assert.equal(leftMs(course(), after(7)), 13 * MINUTE);
  assert.equal(leftMs(course(15), after(14.5)), MINUTE / 2);
});

test("the skin is looked at half way, and never later than ten minutes in", () => {
  assert.equal(checkMs(wish(20)), 10 * MINUTE);
  assert.equal(checkMs(wish(15)), 7.5 * MINUTE);
  assert.equal(moment(course(), after(10) - 1), "warm");
  assert.equal(moment(course(), after(10)), "check");
  assert.equal(moment(course(), after(19)), "last");
});

test("stopped early it is over now; too hot says so", () => {
  assert.deepEqual(stop(course(), "stopped", after(4)).end, { at: after(4), how: "stopped" });
  assert.deepEqual(stop(course(), "too-hot", after(4)).end, { at: after(4), how: "too-hot" });
});

test("a stop after the hard stop does not make the course shorter than it was", () => {
  assert.deepEqual(stop(course(), "stopped", after(26)).end, { at: after(26), how: "time" });
});

test("off within a minute of the alarm is in time; later is when it came off", () => {
  assert.equal(off(course(), after(20.5)).end.at, after(20));
  assert.equal(off(course(), after(27)).end.at, after(27));
  assert.equal(off(course(), after(10)).off, false, "nothing to take off before it ended");
});

test("the hour of rest counts from when the heat was off", () => {
  assert.equal(restsUntil(course()), after(80));
  assert.equal(restsUntil(stop(course(), "stopped", after(5))), after(65));
  assert.equal(restsUntil(off(course(), after(27))), after(87));
});

test("the bells: start, half, last minute, and an alarm that goes on for more than a minute", () => {
  const bells = marks(wish(20));
  assert.deepEqual(bells.slice(0, 3), [{ atMs: 0, bell: "start" }, { atMs: 10 * MINUTE, bell: "half" }, { atMs: 19 * MINUTE, bell: "last" }]);
  const alarm = bells.filter(({ bell }) => bell === "alarm").map(({ atMs }) => atMs);
  assert.equal(alarm[0], 20 * MINUTE);
  assert.ok(alarm.at(-1) >= 21 * MINUTE);
});

test("the record says when it was sent, so that the server can set the phone's clock right", () => {
  const sent = record(stop(course(), "stopped", after(4)), after(5));
  assert.equal(sent.startedAt, "2026-11-22T12:00:00.000Z");
  assert.deepEqual(sent.end, { at: "2026-11-22T12:04:00.000Z", how: "stopped" });
  assert.equal(sent.clock.sentAt, "2026-11-22T12:05:00.000Z");
});
