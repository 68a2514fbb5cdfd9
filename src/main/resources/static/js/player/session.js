// @ts-check
/**
 * A session under way on this device: the machine, the clock that drives it, and what is kept so that a closed page can go
 * on. It has no screen; whoever listens is told of each change.
 */
import { clockAt, deviceReading, readClock } from "./clock.js";
import { act, advance, begin, replay } from "./machine.js";
import { progress } from "./state.js";

const ALIVE_EVERY_MS = 1000;

export class Session {
  #keptAt = -ALIVE_EVERY_MS;

  /**
   * @param {Play.Run} run
   * @param {Play.State} state
   * @param {number} now ms since the start
   * @param {Play.Kept} kept
   */
  constructor(run, state, now, kept) {
    this.run = run;
    this.state = state;
    this.clock = clockAt(now, deviceReading());
    this.kept = kept;
    this.#keep();
  }

  /** @param {Omit<Play.Run, "events">} run @param {Play.Kept} kept */
  static begin(run, kept) {
    const state = begin(run.script, run.before);
    return new Session({ ...run, events: state.events }, state, 0, kept);
  }

  /** Where the page was closed, and waiting. @param {Play.Run} run @param {Play.Kept} kept */
  static takeUp(run, kept) {
    const replayed = replay(run.script, run.before, run.events);
    const alive = Math.max(kept.alive(), replayed.events.at(-1)?.atMs ?? 0);
    const state = act(replayed, { type: "pause" }, alive, Infinity);
    return new Session(run, state, Math.max(alive, Date.now() - run.startedAt), kept);
  }

  get now() {
    return Math.round(this.clock.now);
  }

  /** At which step of how many. */
  get progress() {
    return progress(this.state);
  }

  /** Reads the clock and goes on to where the session is by now. @returns {boolean} whether a step ended or began */
  tick() {
    this.clock = readClock(this.clock, deviceReading());
    return this.#become(advance(this.state, this.now));
  }

  /** @param {Play.Act} what */
  act(what) {
    this.clock = readClock(this.clock, deviceReading());
    return this.#become(act(this.state, what, this.now));
  }

  /** @param {Play.State} next */
  #become(next) {
    const changed = next !== this.state;
    this.state = next;
    if (changed) this.#keep();
    else if (this.now - this.#keptAt >= ALIVE_EVERY_MS) this.#keepAlive();
    return changed;
  }

  #keep() {
    this.run = { ...this.run, events: this.state.events };
    this.kept.keepRun(this.run);
    this.#keepAlive();
  }

  #keepAlive() {
    this.#keptAt = this.now;
    this.kept.keepAlive(this.now);
  }
}
