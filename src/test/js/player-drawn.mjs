// Sessions drawn by chance, and how long each side was held in them by a plain counter. Used by the property test of the player
// and, as a program, by that of the server (DrawnSessionTests), which adds up the same records by itself.
//
//   node src/test/js/player-drawn.mjs <seed> <runs>     one session a line, as in player-fixtures
import { act, advance, begin } from "../../main/resources/static/js/player/machine.js";
import { phase, remaining } from "../../main/resources/static/js/player/state.js";
import { outcomes } from "./player-outcomes.mjs";
import { getReady, onStop, rest, script, seeded, step } from "./player-scripts.mjs";

const TICK = 100;
const ACTS = 60;

/**
 * The same session the plain way: a queue and a counter that goes down by one tick at a time. It knows nothing of deadlines,
 * journals or replays, so what both agree on is not one mistake made twice.
 */
class Counted {
  held = {};
  paused = false;
  /** Stopped, and asked why; then stopped, and not yet gone on. */
  asking = false;
  stopped = false;
  between = 0;

  constructor(plan) {
    this.queue = plan.steps.map((one) => ({ base: one, form: one }));
    this.enter();
  }

  enter() {
    this.left = this.queue.length > 0 ? this.queue[0].form.seconds * 1000 : 0;
    this.length = this.left;
    this.between = 0;
    this.added = 0;
  }

  next(count = 1) {
    this.readyMs = this.queue[count - 1].form.role === "get-ready" ? this.queue[count - 1].form.seconds * 1000 : undefined;
    this.queue.splice(0, count);
    this.paused = false;
    this.enter();
  }

  tick() {
    if (this.paused || this.asking || this.stopped || this.queue.length === 0) return;
    if (this.between > 0) {
      this.between -= TICK;
      return;
    }
    const { form } = this.queue[0];
    if (form.role === "hold") {
      const sides = (this.held[form.exercise] ??= { left: 0, right: 0, none: 0 });
      sides[form.side ?? "none"] += TICK;
      this.added += TICK;
    }
    this.left -= TICK;
    if (this.left === 0) this.next();
  }

  do(type) {
    if (this.queue.length === 0) return;
    const at = this.queue[0].form.role === "get-ready" && this.queue.length > 1 ? 1 : 0;
    const { form } = this.queue[0];
    const isHold = form.role === "hold";
    if (this.asking || this.stopped) return this.afterStop(type, at);
    if (type === "stop") this.asking = true;
    else if (type === "pause") this.paused = true;
    else if (type === "resume") {
      if (this.paused) this.paused = false;
      else this.between = 0;
    } else if (type === "done" && !this.paused) {
      if (this.between > 0) this.between = 0;
      else if (!isHold) this.next();
    } else if (type === "skip") this.next(at + 1);
    else if (type === "easier" && this.queue[at].form.easier) {
      this.queue[at] = { base: this.queue[at].base, form: this.queue[at].form.easier };
      this.again();
    } else if (type === "repeat" && !(isHold && form.asAble)) this.again();
    else if (type === "repeat" && this.between === 0) {
      if (this.added >= Math.min(20_000, form.seconds * 1000)) this.next();
      else {
        this.between = this.readyMs ?? 10_000;
        this.paused = false;
      }
    } else if (type === "extend") this.extend();
  }

  /** A slip goes on; an answer leaves out what has the same movement, and going on then goes to what is left. */
  afterStop(type, at) {
    if (type === "resume" && this.asking) {
      this.asking = false;
      this.paused = false;
    } else if (type === "answer" && this.asking) {
      this.asking = false;
      this.stopped = true;
      const { tags } = this.queue[at].form;
      this.queue = this.queue.filter(({ base }, i) => i <= at || !base.tags.some((tag) => tags.includes(tag)));
    } else if (type === "resume") {
      this.stopped = false;
      this.next(at + 1);
    }
  }

  again() {
    this.paused = false;
    this.enter();
    if (this.queue[0].form.role === "hold") this.between = this.readyMs ?? 10_000;
  }

  extend() {
    const { base, form } = this.queue[0];
    if (this.between > 0) {
      this.between += 10_000;
      return;
    }
    const limit = form.role !== "hold" ? 600_000 : form.asAble ? 0 : Math.max(60_000, base.seconds * 1000, form.seconds * 1000);
    const more = Math.max(0, Math.min(10_000, limit - this.length));
    this.left += more;
    this.length += more;
  }
}

function randomScript(random) {
  const steps = [];
  for (let i = 0; i < 1 + random.upTo(4); i++) {
    const exercise = `exercise-${i}`;
    const asAble = random.chance(0.3);
    const tags = [random.of(["lumbar-flexion", "lumbar-extension", "prone"])];
    const stops = [onStop("pain", "next", tags)];
    for (const side of random.chance(0.6) ? ["left", "right"] : [null]) {
      const easier = step(`${exercise}-${side}-e`, { exercise: `${exercise}-easy`, side, asAble, onStop: [onStop("pain", "next")], seconds: 5 + random.upTo(40), easier: rest(`${exercise}-${side}-r`, 5) });
      if (random.chance(0.8)) steps.push(getReady(`${exercise}-${side}-g`, exercise, side, { seconds: 1 + random.upTo(12), tags }));
      steps.push(step(`${exercise}-${side}`, { exercise, side, asAble, tags, onStop: stops, seconds: 5 + random.upTo(60), easier: random.chance(0.8) ? easier : null }));
    }
    if (random.chance(0.3)) steps.push(rest(`rest-${i}`, 1 + random.upTo(20)));
  }
  return script(steps);
}

/**
 * One session in which anything is paused, slept through, stopped, skipped, eased, lengthened and repeated.
 * @returns what was played, the events that the player wrote, the seconds that were counted, and what came up how often
 */
export function drawn(seed) {
  const random = seeded(seed);
  const plan = randomScript(random);
  const counted = new Counted(plan);
  const seen = { hold: 0, stopped: 0, slept: 0, acts: 0 };
  let now = 0;
  let state = begin(plan, null);
  for (let i = 0; i < ACTS; i++) {
    const ms = TICK * (1 + random.upTo(80));
    for (let t = 0; t < ms; t += TICK) {
      counted.tick();
      now += TICK;
      state = advance(state, now);
    }
    if (random.chance(0.1) && phase(state) === "hold") {
      // asleep at least past the end of this hold, then back: what comes next has not begun
      const left = remaining(state, now);
      const extra = 2000 + TICK * random.upTo(300);
      for (let t = 0; t < left; t += TICK) counted.tick();
      now += left + extra;
      state = advance(state, now);
      seen.slept++;
    }
    const type = random.of(["pause", "resume", "resume", "resume", "done", "skip", "easier", "extend", "repeat", "stop", "answer"]);
    if (type === "answer" && state.asking) seen.stopped++;
    state = type === "answer" ? (state.asking ? act(state, { type: "stop", reason: "pain", pain: 2 }, now) : state) : act(state, { type }, now);
    counted.do(type);
    seen.acts++;
    if (phase(state) === "hold") seen.hold++;
  }
  state = act(state, { type: "finish" }, now);
  const held = Object.fromEntries(
    Object.entries(counted.held).map(([name, sides]) => [name, Object.fromEntries(Object.entries(sides).map(([side, ms]) => [side, Math.floor(ms / 1000)]))]),
  );
  return { plan, events: state.events, held, seen: { ...seen, finished: counted.queue.length === 0 ? 1 : 0 } };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [seed, runs] = process.argv.slice(2).map(Number);
  for (let run = 0; run < runs; run++) {
    const { plan, events, held } = drawn(seed + run);
    console.log(JSON.stringify({ about: `SEED=${seed + run}`, before: null, script: plan, events, expected: { heldSeconds: held, outcomes: outcomes(plan, events) } }));
  }
}
