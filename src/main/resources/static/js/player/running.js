// @ts-check
/** A session on the page: joins the machine with screen, sound, the lit screen and what is kept and sent. Loaded after the first screen stands. */
import { Afterwards, showStopped } from "./afterwards.js";
import { Awake } from "./awake.js";
import { listen } from "./controls.js";
import { comeSince, moment, nextMomentIn, told, tonesAhead } from "./cues.js";
import { entriesFor } from "./machine.js";
import { Painter } from "./painter.js";
import { newRecordId } from "./record.js";
import { Session } from "./session.js";
import { StopSheet } from "./sheets.js";
import { phase } from "./state.js";
import { Wake } from "./wake.js";

/** Of the ring, while it can be seen. */
const FRAME_MS = 100;

export class Running {
  /** @type {Session | null} */
  session = null;
  /** @type {string | null} */
  personal = null;
  /** @type {Play.Heard | null} */
  #heard = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #frame;
  #moment = "";
  #waking = -1;

  /** @param {{view: import("./view.js").View, ear: import("./ear.js").Ear, kept: Play.Kept, outbox: import("./outbox.js").Outbox, missing: import("./missing.js").Missing}} parts */
  constructor({ view, ear, kept, outbox, missing }) {
    this.view = view;
    this.ear = ear;
    this.kept = kept;
    this.missing = missing;
    this.painter = new Painter(view);
    this.sheet = new StopSheet(view, (answer) => this.act({ type: "stop", ...answer }));
    this.awake = new Awake((granted) => missing.note("awake", !granted));
    this.afterwards = new Afterwards(view, kept, outbox);
    this.wake = new Wake(() => this.#woken());
    listen(view, () => this.session?.state.mode ?? null, (what) => this.do(what));
    view.section.addEventListener("click", () => this.#again());
    document.addEventListener("visibilitychange", () => this.#back());
    addEventListener("pageshow", () => this.#back());
  }

  /** A session that was left half-way, as it was when the page was closed. @param {Play.Run} run */
  takeUp(run) {
    return Session.takeUp(run, this.kept);
  }

  /** @param {Session} left @param {string | null} personal */
  goOn(left, personal) {
    this.#go(left, personal);
    if (left.state.mode === "paused") this.act({ type: "resume" });
  }

  /** @param {Play.Script} script @param {number | null} before @param {string | null} personal @returns {boolean} whether anything in it may be done at that pain */
  begin(script, before, personal) {
    if (entriesFor(script, before).length === 0) return false;
    this.#go(Session.begin({ id: newRecordId(), script, startedAt: Date.now(), before }, this.kept), personal);
    return true;
  }

  /** @param {Session} session @param {string | null} personal */
  #go(session, personal) {
    this.session = session;
    this.personal = personal;
    this.missing.note("kept", !this.kept.works());
    void this.awake.want();
    this.#changed();
  }

  /** @param {Play.Act} what */
  act(what) {
    if (this.session?.act(what)) this.#changed();
  }

  tick() {
    const { session } = this;
    if (!session || session.state.mode === "finished") return;
    if (session.tick()) this.#changed();
    else this.#show();
  }

  /** A step began or ended, or the person did something. */
  #changed() {
    const { session, view } = this;
    if (!session) return;
    const { state } = session;
    this.ear.layAhead(tonesAhead(state, session.now));
    this.#show();
    if (state.mode === "finished") {
      this.ear.hush();
      void this.awake.enough();
      return void this.afterwards.over(session.run, state, this.personal);
    }
    if (state.asking) this.sheet.open();
    else if (state.mode === "stopped") showStopped(view, state);
    else view.show("go");
  }

  /** What can be seen and heard at this moment, and when to look again. */
  #show() {
    const { session, view } = this;
    if (!session) return;
    const { state, now } = session;
    this.painter.paint(state, now);
    this.#say(state, now);
    const name = moment(state, now);
    if (name !== this.#moment) view.part("status").textContent = told(state, now, view.say);
    this.#moment = name;
    clearTimeout(this.#frame);
    if (state.mode !== "running") return this.#sleep();
    this.#wakeAt(now + nextMomentIn(state, now), now);
    if (document.visibilityState === "visible") this.#frame = setTimeout(() => this.tick(), FRAME_MS);
  }

  /** @param {number} at @param {number} now ms since the start */
  #wakeAt(at, now) {
    if (at === this.#waking) return;
    this.#waking = at;
    this.wake.in(at - now);
  }

  #woken() {
    this.#waking = -1;
    this.tick();
  }

  #sleep() {
    this.#waking = -1;
    this.wake.off();
  }

  /** Says what has come, as the screen shows it; of several lines that were slept through only the last. @param {Play.State} state @param {number} now */
  #say(state, now) {
    if (state.mode !== "running") return this.ear.hush();
    const isNew = this.#heard;
    const { heard, come } = comeSince(state, now, this.#heard);
    this.#heard = heard;
    const line = come.findLast((cue) => cue.text !== "")?.text ?? "";
    const begins = isNew?.go !== heard.go && phase(state) === "get-ready";
    const words = begins ? [...this.painter.heading(state, now), line] : [line];
    this.ear.say([...new Set(words)].filter((one) => one !== "").join(". "));
  }

  /** The page can be seen again. */
  #back() {
    this.tick();
    const { session } = this;
    if (session) this.ear.layAhead(tonesAhead(session.state, session.now));
  }

  /** A phone may take the lit screen and the sound away, after a call or a lock; a tap is the chance to ask for them again. */
  #again() {
    if (!this.session) return;
    void this.awake.again();
    this.ear.prime();
  }

  /** @param {string} what as the page or a key names it */
  do(what) {
    switch (what) {
      case "leave":
        return void this.afterwards.answered(null);
      case "halt":
        return this.act({ type: "pause" });
      case "rest":
        return this.act({ type: "repeat" });
      case "more":
        return this.act({ type: "extend" });
      case "slip":
        this.sheet.close();
        return this.act({ type: "resume" });
      default:
        return this.act({ type: /** @type {Play.EventType} */ (what) });
    }
  }

  /** Sound was switched on or off. */
  sounds() {
    if (this.session) this.ear.layAhead(tonesAhead(this.session.state, this.session.now));
  }
}
