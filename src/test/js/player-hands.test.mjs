import assert from "node:assert/strict";
import { test } from "node:test";
import { checked } from "../../main/resources/static/js/player/check.js";
import { Hands } from "../../main/resources/static/js/player/hands.js";
import { Missing } from "../../main/resources/static/js/player/missing.js";
import { aloneAmongTabs } from "../../main/resources/static/js/player/outbox.js";
import { Tabs } from "../../main/resources/static/js/player/tabs.js";
import { canListen, understood, WordsHeard } from "../../main/resources/static/js/player/words-heard.js";
import { Wake } from "../../main/resources/static/js/player/wake.js";

test("headset and lock screen ask for what the buttons of the page ask for", () => {
  const handlers = {};
  const mediaSession = { setActionHandler: (button, what) => (handlers[button] = what), playbackState: "none", metadata: null };
  globalThis.MediaMetadata = class {
    constructor(words) {
      Object.assign(this, words);
    }
  };
  const [asked, shaken] = [[], []];
  const hands = new Hands((what) => asked.push(what), { mediaSession, vibrate: (pattern) => shaken.push(pattern) });
  hands.begin(false);
  for (const button of ["play", "pause", "nexttrack", "previoustrack", "stop"]) handlers[button]();
  assert.deepEqual(asked, ["resume", "pause", "skip", "repeat", "stop"]);
  hands.tell(["Knee to chest", "Left side"], true);
  assert.equal(mediaSession.metadata.title, "Knee to chest");
  assert.equal(mediaSession.playbackState, "playing");
  for (const tone of ["ready", "start", "half", "last", "end", "switch", null]) hands.shake(tone);
  assert.equal(new Set(shaken.map(String)).size, 6);
  hands.end();
  assert.equal(handlers.play, null);
});

test("a device without buttons, or with fewer, is no hindrance", () => {
  for (const device of [{}, { mediaSession: { setActionHandler: () => { throw new TypeError("unknown"); } } }]) {
    const hands = new Hands(() => {}, device);
    hands.begin(true);
    hands.shake("start");
    hands.end();
  }
});

const orders = new Map([["stop", "stop"], ["pause", "pause"], ["next", "skip"], ["again", "repeat"], ["easier", "easier"], ["continue", "resume"]]);

test("a word is an order when it is said alone or nearly; stop always is", () => {
  const means = (heard, ours = "") => understood(heard, orders, ours);
  assert.equal(means("Stop!"), "stop");
  assert.equal(means("okay next please"), "skip");
  assert.equal(means("pause. again"), "repeat");
  assert.equal(means("no no stop I can not do this any more"), "stop");
  assert.equal(means("could you bring me the next cup of tea"), null);
  assert.equal(means("stopping"), null);
  assert.equal(means("Stop whenever you want", "Stop whenever you want."), null, "our own voice");
  assert.equal(means(""), null);
});

test("it listens only where the phone understands by itself", async () => {
  const with_ = (available) => ({ available: async (asked) => (assert.deepEqual(asked, { langs: ["en-AU"], processLocally: true }), available) });
  assert.equal(await canListen("en-AU", with_("available")), true);
  assert.equal(await canListen("en-AU", with_("downloadable")), false);
  assert.equal(await canListen("en-AU", class {}), false, "an older browser sends the voice away");
  assert.equal(await canListen("en-AU", undefined), false);
  assert.equal(await canListen("en-AU", { available: async () => { throw new TypeError(); } }), false);
});

test("an order that is heard several times, ever clearer, is one; and listening that fails at once ends", (t) => {
  const made = [];
  class Recognition {
    constructor() {
      made.push(this);
    }
    start() {}
    abort() {}
  }
  const [asked, states] = [[], []];
  const words = new WordsHeard({ language: "en-AU", orders, ours: () => "", ask: (what) => asked.push(what), onChange: (on) => states.push(on) }, Recognition);
  words.start();
  assert.equal(made[0].processLocally, true);
  const heard = (...texts) => ({ resultIndex: 0, results: texts.map((transcript) => [{ transcript }]) });
  made[0].onresult(heard("paus"));
  made[0].onresult(heard("pause"));
  made[0].onresult(heard("pause"));
  made[0].onresult(heard("pause", "next"));
  assert.deepEqual(asked, ["pause", "skip"]);
  t.mock.method(performance, "now", () => 0);
  for (const one of [0, 1, 2]) made.at(-1).onend(one);
  assert.equal(words.on, false);
  assert.equal(states.at(-1), false);
});

/** Locks as a browser keeps them for all tabs. */
function lockManager() {
  const held = new Map();
  return {
    query: async () => ({ held: [...held.keys()].map((name) => ({ name })) }),
    async request(name, options, run) {
      if (typeof options === "function") return options({ name });
      if (held.has(name) && options.ifAvailable) return run(null);
      held.get(name)?.(new DOMException("stolen", "AbortError"));
      return new Promise((resolve, reject) => {
        held.set(name, reject);
        Promise.resolve(run({ name })).then((value) => (held.delete(name), resolve(value)));
      });
    },
  };
}

test("of two tabs one has the session, until the other takes it", async () => {
  const locks = lockManager();
  const [one, two] = [new Tabs(locks), new Tabs(locks)];
  let taken = 0;
  assert.equal(await one.hold(false, () => taken++), true);
  assert.equal(await one.elsewhere(), false);
  assert.equal(await two.elsewhere(), true);
  assert.equal(await two.hold(false, () => {}), false);
  assert.equal(taken, 0);
  assert.equal(await two.hold(true, () => {}), true);
  await new Promise(setImmediate);
  assert.equal(taken, 1);
  two.letGo();
  await new Promise(setImmediate);
  assert.equal(await one.hold(false, () => {}), true);
});

test("a browser without locks lets every tab play and send", async () => {
  const tabs = new Tabs(null);
  assert.equal(await tabs.elsewhere(), false);
  assert.equal(await tabs.hold(false, () => {}), true);
  tabs.letGo();
  let sent = 0;
  await aloneAmongTabs(async () => void sent++, null);
  await aloneAmongTabs(async () => void sent++, lockManager());
  assert.equal(sent, 2);
});

test("what is missing is one line, and gone when it is there again", () => {
  let line;
  const missing = new Missing({ say: (word, ...args) => [word, ...args].join(" "), write: (_, text) => (line = text) });
  missing.note("sound", true);
  missing.note("awake", true);
  missing.note("awake", true);
  assert.equal(line, "lacks lacks-sound, lacks-awake");
  missing.note("sound", false);
  missing.note("awake", false);
  assert.equal(line, null);
});

test("the check of a phone answers no for all that is missing, refused or never answers", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const parts = { ear: { prime: () => false, layAhead() {}, tones: { runs: false }, voice: { available: false } }, kept: { works: () => false } };
  const nothing = { sound: false, voice: false, awake: false, offline: false, kept: false };
  assert.deepEqual(await checked(parts, {}), nothing);
  const never = checked(parts, { wakeLock: { request: async () => { throw new DOMException("", "NotAllowedError"); } }, serviceWorker: { ready: new Promise(() => {}) } });
  await new Promise(setImmediate);
  t.mock.timers.tick(3000);
  assert.deepEqual(await never, nothing);
});

test("woken by the worker or by the page, whichever is first, and once", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const told = [];
  let message;
  let woken = 0;
  const wake = new Wake(() => woken++, () => ({ addEventListener: (_, run) => (message = run), postMessage: (what) => told.push(what) }));
  wake.in(10_000);
  message({ data: told.at(-1).n });
  t.mock.timers.tick(20_000);
  assert.equal(woken, 1);
  wake.in(10_000);
  wake.in(5000);
  const late = told.at(-1).n;
  t.mock.timers.tick(5000);
  message({ data: late });
  assert.equal(woken, 2);
  wake.in(1000);
  wake.off();
  t.mock.timers.tick(5000);
  assert.equal(woken, 2);
  const alone = new Wake(() => woken++, () => null);
  alone.in(1000);
  t.mock.timers.tick(1000);
  assert.equal(woken, 3, "no workers here");
});
