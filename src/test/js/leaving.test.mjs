import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { askingFirst } from "../../main/resources/static/js/asking-first.js";
import { erases } from "../../main/resources/static/js/erasure.js";
import leaving from "../../main/resources/static/js/passkey/leaving.js";

const WORDS = { sending: "Sending.", "unsent-one": "One.", "unsent-many": "{0} of them." };

/** A form as our pages write it, pressed as a person would. */
function form(fields = {}) {
  const listeners = {};
  const on = (what, run) => (listeners[what] = run);
  const parts = {
    unsent: { hidden: true, textContent: "" },
    failed: { hidden: true },
    stay: { hidden: true, addEventListener: (_, run) => on("stay", run) },
    button: { focused: 0, focus() { this.focused++; } },
    template: { content: { querySelectorAll: () => Object.entries(WORDS).map(([word, text]) => ({ getAttribute: () => word, textContent: text })) } },
  };
  const find = (what) => (what === "template" ? parts.template : what === '[type="submit"]' ? parts.button : parts[what.match(/"(\w+)"/)[1]]);
  return /** @type {any} */ ({ parts, action: "/sign-out", elements: { namedItem: (name) => fields[name] ?? null }, querySelector: find, addEventListener: on, submit: () => listeners.submit({ preventDefault() {} }), stay: () => listeners.stay() });
}

test("with nothing unsent one tap is enough", async () => {
  let gone = 0;
  const one = form();
  askingFirst(one, { go: async () => void gone++ }, async () => 0);
  await one.submit();
  assert.equal(gone, 1);
  assert.ok(one.parts.unsent.hidden && one.parts.stay.hidden);
});

test("what is unsent is told with its number, and only the second tap goes on", async () => {
  let gone = 0;
  let left = 3;
  const one = form();
  askingFirst(one, { go: async () => void gone++ }, async () => left);
  await one.submit();
  assert.deepEqual([gone, one.parts.unsent.textContent, one.parts.unsent.hidden, one.parts.stay.hidden], [0, "3 of them.", false, false]);
  left = 4; // another tab has added one since
  await one.submit();
  assert.deepEqual([gone, one.parts.unsent.textContent], [0, "4 of them."]);
  await one.submit();
  assert.equal(gone, 1);
});

test("staying takes the question back, gives the focus a place, and the next tap asks anew", async () => {
  let gone = 0;
  const one = form();
  askingFirst(one, { go: async () => void gone++ }, async () => 1);
  await one.submit();
  one.stay();
  assert.ok(one.parts.unsent.hidden && one.parts.stay.hidden);
  assert.equal(one.parts.button.focused, 1);
  await one.submit();
  assert.deepEqual([gone, one.parts.unsent.textContent], [0, "One."]);
});

test("what can be sent is sent before anything is asked", async () => {
  let gone = 0;
  let left = 2;
  const one = form();
  const said = [];
  askingFirst(one, { go: async () => void gone++, send: async () => { said.push(one.parts.unsent.textContent); left = 0; } }, async () => left);
  await one.submit();
  assert.deepEqual([said, gone, one.parts.unsent.hidden], [["Sending."], 1, true]);
});

test("what could not be sent is told, and not tried again by the tap that goes on", async () => {
  let gone = 0;
  let sent = 0;
  const one = form();
  askingFirst(one, { go: async () => void gone++, send: async () => void sent++ }, async () => 2);
  await one.submit();
  await one.submit();
  assert.deepEqual([sent, gone], [1, 1]);
});

test("a second tap while it is still looking does nothing of its own", async () => {
  let gone = 0;
  const one = form();
  askingFirst(one, { go: async () => void gone++ }, async () => 1);
  await Promise.all([one.submit(), one.submit()]);
  assert.equal(gone, 0);
});

test("signing out without a network forgets nothing on the phone and says so", async () => {
  const kept = new Map([["unknot.player.ahead", "[]"], ["other", "1"]]);
  const left = [];
  globalThis.localStorage = /** @type {any} */ ({ get length() { return kept.size; }, key: (i) => [...kept.keys()][i] ?? null, getItem: (key) => kept.get(key) ?? null, removeItem: (key) => kept.delete(key) });
  globalThis.indexedDB = /** @type {any} */ ({ open() { throw new Error("denied"); }, deleteDatabase() { const request = /** @type {any} */ ({}); setImmediate(() => request.onsuccess()); return request; } });
  globalThis.location = /** @type {any} */ ({ assign: (to) => left.push(to) });
  globalThis.fetch = async () => { throw new Error("no network"); };
  const one = form();
  leaving(one);
  await one.submit();
  assert.deepEqual([one.parts.failed.hidden, [...kept.keys()], left], [false, ["unknot.player.ahead", "other"], []]);

  const asked = [];
  globalThis.fetch = /** @type {any} */ (async (to, how) => { asked.push(`${how.method} ${to}`); return { ok: true, url: "/sign-in" }; });
  await one.submit();
  assert.deepEqual([asked, [...kept.keys()], left], [["POST /sign-out"], ["other"], ["/sign-in"]]);
});

test("signing out sends what waits, and then there is nothing to ask", async () => {
  let left = 2;
  const asked = [];
  globalThis.fetch = /** @type {any} */ (async (to) => { asked.push(to); return { ok: true, url: "/sign-in" }; });
  const one = form();
  leaving(one, async () => ({ flush: async () => void (left = 0) }), async () => left);
  await one.submit();
  assert.deepEqual([left, asked, one.parts.unsent.hidden], [0, ["/sign-out"], true]);
});

test("a network that does not answer keeps nobody from leaving", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const one = form();
  leaving(one, async () => ({ flush: () => new Promise(() => {}) }), async () => 1);
  const tapped = one.submit();
  for (let turn = 0; turn < 10; turn++) await Promise.resolve(); // until it waits
  mock.timers.tick(5000);
  await tapped;
  mock.timers.reset();
  assert.equal(one.parts.unsent.textContent, "One.");
});

test("a form that asks what to do with a plan takes something away only where that is picked", () => {
  assert.ok(erases(form()));
  assert.ok(erases(form({ plan: { value: "erase" } })));
  assert.ok(!erases(form({ plan: { value: "add" } })));
  assert.ok(!erases(form({ plan: { value: "" } })));
});
