import assert from "node:assert/strict";
import { test } from "node:test";
import { at, begin, finish, lengthMs, line, lines, marks, pause, ranMs, record, resume } from "../../main/resources/static/js/calm/sitting.js";

const MINUTE = 60_000;
const BEGAN = Date.parse("2026-11-22T12:00:00Z");
const after = (minutes) => BEGAN + minutes * MINUTE;
const sitting = (minutes = 10) => begin("0190a8c0-0000-7000-8000-000000000000", "breathing", minutes, 7, BEGAN);
const practice = {
  opening: ["o1", "o2", "o3"],
  middle: Array.from({ length: 14 }, (_, i) => `m${i + 1}`),
  closing: ["c1", "c2", "c3"],
};

test("a phone that was locked for the whole time finds it over, with its ten minutes and no more", () => {
  const woken = at(sitting(), after(47));
  assert.equal(woken.over, true);
  assert.equal(ranMs(woken, after(47)), 10 * MINUTE);
});

test("a pause does not count, however long; it goes on from where it was", () => {
  const paused = pause(sitting(), after(4));
  assert.equal(ranMs(paused, after(100)), 4 * MINUTE);
  assert.equal(at(paused, after(100)).over, false);
  const again = resume(paused, after(100));
  assert.equal(ranMs(again, after(103)), 7 * MINUTE);
  assert.equal(at(again, after(106)).over, true);
});

test("pausing and going on twice changes nothing", () => {
  const paused = pause(pause(sitting(), after(2)), after(5));
  assert.equal(ranMs(paused, after(9)), 2 * MINUTE);
  assert.equal(ranMs(resume(resume(paused, after(9)), after(11)), after(12)), 5 * MINUTE);
});

test("enough is enough: what was had is told", () => {
  const done = finish(sitting(), after(3));
  assert.deepEqual([done.over, record(done, after(9), "Australia/Sydney").seconds], [true, 180]);
  assert.equal(resume(done, after(9)), done);
});

test("the words: opening first, closing last, and in between never two within eighteen seconds", () => {
  for (const minutes of [3, 5, 10, 15]) {
    const all = lines(practice, minutes);
    const texts = all.map(({ text }) => text);
    assert.deepEqual(texts.slice(0, 3), practice.opening, `${minutes}`);
    assert.deepEqual(texts.slice(-3), practice.closing, `${minutes}`);
    const middle = all.slice(3, -3);
    assert.ok(middle.length > 3);
    assert.deepEqual(middle.map(({ text }) => text), practice.middle.filter((text) => middle.some((each) => each.text === text)), "in their order, none twice");
    for (let i = 1; i < all.length; i++) assert.ok(all[i].atMs > all[i - 1].atMs);
    for (let i = 1; i < middle.length; i++) assert.ok(middle[i].atMs - middle[i - 1].atMs >= 18_000, `${minutes}: ${i}`);
    assert.ok(all.at(-1).atMs < lengthMs(sitting(minutes)));
  }
});

test("ten minutes hold the whole middle", () => {
  assert.equal(lines(practice, 10).length, 20);
});

test("the line stays until the next is due", () => {
  const all = [{ atMs: 1000, text: "one" }, { atMs: 5000, text: "two" }];
  assert.deepEqual([line(all, 0), line(all, 1000), line(all, 4999), line(all, 5000)], [null, "one", "one", "two"]);
});

test("bells at the start, half way and at the end", () => {
  assert.deepEqual(marks(10).map(({ atMs }) => atMs), [0, 300_000, 600_000, 603_000]);
});
