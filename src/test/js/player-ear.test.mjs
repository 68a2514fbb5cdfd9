import assert from "node:assert/strict";
import { test } from "node:test";
import { comeSince, nextMomentIn } from "../../main/resources/static/js/player/cues.js";
import { Ear } from "../../main/resources/static/js/player/ear.js";
import { act, advance, begin } from "../../main/resources/static/js/player/machine.js";
import { Tones } from "../../main/resources/static/js/player/tones.js";
import { Voice } from "../../main/resources/static/js/player/voice.js";
import { script, step } from "./player-scripts.mjs";

const many = Array.from({ length: 63 }, (_, i) => ({ atMs: (i + 1) * 10_000, text: `Cue ${i + 1}`, tone: null }));
const long = script([step("long", { role: "breathe", seconds: 640, cues: many })]);

for (const [how, jump] of [["each tenth of a second", () => 100], ["once a second", () => 1000], ["once a minute", () => 60_000], ["now and then", (i) => (i * 7919) % 45_000]]) {
  test(`63 cues in ten and a half minutes come all, once and in order, when one looks ${how}`, () => {
    let state = begin(long, null);
    let heard = null;
    const come = [];
    for (let now = 0, i = 1; now < 640_000; now += jump(i++)) {
      state = advance(state, now);
      const since = comeSince(state, now, heard);
      heard = since.heard;
      come.push(...since.come.map((cue) => cue.text));
    }
    const last = comeSince(state, 639_999, heard);
    assert.deepEqual([...come, ...last.come.map((cue) => cue.text)], many.map((cue) => cue.text));
  });
}

test("whoever sleeps until the next moment misses no cue", () => {
  let now = 0;
  const state = begin(long, null);
  for (const cue of many) {
    now = cue.atMs > 315_000 && now < 320_000 ? 320_000 : now + nextMomentIn(state, now); // half way is a moment too
    assert.equal(now, cue.atMs);
  }
});

test("the same step again says it all again, and a pause nothing twice", () => {
  const plan = script([step("one", { seconds: 60, cues: [{ atMs: 0, text: "Hold.", tone: "start" }] })]);
  let state = advance(begin(plan, null), 5000);
  let { heard, come } = comeSince(state, 5000, null);
  assert.equal(come.length, 1);
  state = act(act(state, { type: "pause" }, 6000), { type: "resume" }, 9000);
  ({ heard, come } = comeSince(state, 9500, heard));
  assert.equal(come.length, 0);
  state = advance(act(state, { type: "repeat" }, 10_000), 20_000);
  assert.equal(comeSince(state, 20_100, heard).come.length, 1);
});

/** An audio device that writes down when what is to sound. */
function audioDevice(t) {
  const made = [];
  class Context {
    currentTime = 7;
    state = "running";
    destination = {};
    notes = [];
    constructor() {
      made.push(this);
    }
    resume = async () => {};
    close = async () => void (this.state = "closed");
    createGain = () => ({ gain: { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect: (to) => to, disconnect: () => (this.silenced = true) });
    createOscillator = () => {
      const note = { frequency: {}, connect: (to) => to, start: (at) => this.notes.push([at, note.frequency.value]), stop() {} };
      return note;
    };
  }
  globalThis.AudioContext = Context;
  t.after(() => delete globalThis.AudioContext);
  return made;
}

test("each tone sounds like no other, laid on the audio clock ahead of time", (t) => {
  const [made, tones] = [audioDevice(t), new Tones()];
  tones.prime();
  const sounds = ["ready", "start", "half", "last", "end", "switch"].map((tone) => {
    made[0].notes = [];
    tones.layAhead([{ inMs: 20_000, tone }]);
    assert.equal(made[0].notes[0][0], 27);
    return made[0].notes.map(([at, hertz]) => `${(at - 27).toFixed(2)} ${hertz}`).join(", ");
  });
  assert.equal(new Set(sounds).size, 6);
});

test("an audio clock that stands still, or was closed, is made anew at the next tap", (t) => {
  const [made, tones] = [audioDevice(t), new Tones()];
  const clock = t.mock.method(performance, "now", () => 1000);
  tones.prime();
  clock.mock.mockImplementation(() => 5000);
  tones.prime();
  assert.equal(made.length, 2);
  assert.equal(made[0].state, "closed");
  made[1].currentTime = 12;
  clock.mock.mockImplementation(() => 9000);
  tones.prime();
  assert.equal(made.length, 2, "one that runs is left alone");
  made[1].state = "closed";
  tones.prime();
  assert.equal(made.length, 3);
});

test("without sound there is a no, and nothing breaks", () => {
  const tones = new Tones();
  assert.equal(tones.prime(), false);
  tones.layAhead([{ inMs: 0, tone: "start" }]);
  tones.silence();
});

/** A device that speaks, and writes down what. */
function speech(t, voices, broken = false) {
  globalThis.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  t.after(() => delete globalThis.SpeechSynthesisUtterance);
  const device = {
    said: [],
    speaking: false,
    getVoices: () => voices,
    speak(words) {
      if (broken) throw new Error("no engine");
      this.said.push(words);
      this.speaking = true;
    },
    cancel() {
      this.speaking = false;
    },
  };
  return device;
}

const voices = [{ lang: "de-DE", localService: true }, { lang: "en_US", localService: true }, { lang: "en-AU", localService: false }, { lang: "en-AU", localService: true, name: "best" }];

test("it speaks the language of the page, by a voice on the device, and only after a tap", (t) => {
  const device = speech(t, voices);
  const voice = new Voice("en-AU", device);
  voice.say("too early");
  assert.equal(device.said.length, 0);
  voice.prime();
  assert.equal(device.said[0].volume, 0);
  voice.say("Hold.");
  assert.equal(device.said.at(-1).text, "Hold.");
  assert.equal(device.said.at(-1).voice.name, "best");
  assert.equal(voice.saying, "Hold.");
  voice.silence();
  assert.equal(voice.saying, "");
});

test("no voices, no speech at all, or one that breaks: it is known, and nothing else changes", (t) => {
  for (const device of [undefined, speech(t, []), speech(t, [voices[0]]), speech(t, [], true)]) {
    const voice = new Voice("en-AU", device);
    voice.prime();
    voice.say("Hold.");
    voice.silence();
    assert.equal(voice.available, false);
  }
});

test("sound off silences tones and voice at once", (t) => {
  const [made, device] = [audioDevice(t), speech(t, voices)];
  const ear = new Ear("en-AU", new Tones(), new Voice("en-AU", device));
  ear.prime();
  ear.layAhead([{ inMs: 1000, tone: "start" }]);
  ear.say("Hold.");
  ear.mute(true);
  assert.equal(made[0].silenced, true);
  assert.equal(device.speaking, false);
  made[0].notes = [];
  ear.layAhead([{ inMs: 1000, tone: "start" }]);
  ear.say("Half way.");
  assert.deepEqual(made[0].notes, []);
  assert.equal(device.said.at(-1).text, "Hold.");
});
