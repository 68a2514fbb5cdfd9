// @ts-check
/** A session on the page: joins the machine with screen, sound, the lit screen and what is kept and sent. Loaded after the first screen stands. */
import { Afterwards, showStopped } from "./afterwards.js";
import { Awake } from "./awake.js";
import { listen } from "./controls.js";
import { comeSince, moment, nextMomentIn, told, tonesAhead } from "./cues.js";
import { Hands } from "./hands.js";
import { entriesFor } from "./machine.js";
import { Painter } from "./painter.js";
import { Picture } from "./picture.js";
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
  /** @type {import("./words-heard.js").WordsHeard | null} */
  #words = null;
  #moment = "";
  #waking = -1;

  /** @param {{view: import("./view.js").View, ear: import("./ear.js").Ear, kept: Play.Kept, outbox: import("./outbox.js").Outbox, missing: import("./missing.js").Missing, tabs: import("./tabs.js").Tabs}} parts */
  constructor({ view, ear, kept, outbox, missing, tabs }) {
    this.view = view;
    this.ear = ear;
    this.kept = kept;
    this.missing = missing;
    this.painter = new Painter(view);
    this.sheet = new StopSheet(view, (answer) => this.act({ type: "stop", ...answer }));
    this.awake = new Awake((granted) => missing.note("awake", !granted));
    this.afterwards = new Afterwards(view, kept, outbox);
    this.wake = new Wake(() => this.#woken());
    this.hands = new Hands((what) => this.#asked(what));
    this.tabs = tabs;
    this.picture = new Picture(view.part("step-figure"), view.section);
    listen(view, () => this.session?.state.mode ?? null, (what) => this.do(what));
    view.section.addEventListener("click", () => this.#again());
    document.addEventListener("visibilitychange", () => this.#back());
    addEventListener("pageshow", () => this.#back());
  }

  /** Takes the one session of this phone into this tab. @param {boolean} evenFromAnother @returns {Promise<boolean>} whether it is here */
  hold(evenFromAnother) {
    return this.tabs.hold(evenFromAnother, () => this.#taken());
  }

  /** Another tab goes on with the session; here nothing is written any more. */
  #taken() {
    this.session = null;
    this.#rest();
    this.view.write("refused-text", this.view.say("elsewhere"));
    for (const button of this.view.buttons("here")) button.hidden = false;
    this.view.show("refused");
  }

  /** Nothing is going on: no sound, no timer, and the screen may go dark. */
  #rest() {
    clearTimeout(this.#frame);
    this.#sleep();
    this.ear.layAhead([]);
    this.ear.hush();
    this.hands.end();
    this.#words?.stop();
    this.sheet.close();
    void this.awake.enough();
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
    this.hands.begin(!this.ear.muted);
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
    this.#show(state.mode === "running" || state.mode === "paused");
    if (state.mode === "finished") {
      const tones = [{ inMs: 0, tone: /** @type {const} */ ("end") }];
      this.#rest();
      this.ear.layAhead(tones);
      this.tabs.letGo();
      return void this.afterwards.over(session.run, state, this.personal);
    }
    if (state.asking) this.sheet.open();
    else if (state.mode === "stopped") showStopped(view, state);
  }

  /** What can be seen and heard at this moment, seen first, and when to look again. @param {boolean} [appears] its screen may not be there yet */
  #show(appears = false) {
    const { session, view } = this;
    if (!session) return;
    const { state, now } = session;
    this.painter.paint(state, now);
    if (appears) view.show("go");
    this.picture.show(session);
    this.hands.tell(this.painter.heading(state, now), state.mode === "running");
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
    this.hands.shake(come.at(-1)?.tone ?? null);
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

  /** From a headset, the lock screen or a spoken word: while an answer is asked for, only the page can give it. @param {string} what */
  #asked(what) {
    const mode = this.session?.state.mode;
    if (mode === "paused" || mode === "running" || (mode === "stopped" && what === "resume" && !this.session?.state.asking)) this.do(what);
  }

  /** Whether a few words can be understood on this phone itself. */
  async canListen() {
    return (await import("./words-heard.js")).canListen(document.documentElement.lang);
  }

  /** Begins or ends to listen for words. */
  async listen() {
    const { WordsHeard } = await import("./words-heard.js");
    const { say } = this.view;
    const acts = { stop: "stop", pause: "pause", next: "skip", again: "repeat", easier: "easier", "go-on": "resume" };
    this.#words ??= new WordsHeard({
      language: document.documentElement.lang,
      orders: new Map(Object.entries(acts).map(([word, act]) => [say(`order-${word}`), act])),
      ours: () => this.ear.voice.saying,
      ask: (what) => this.#asked(what),
      onChange: (on) => {
        for (const button of this.view.buttons("listen")) button.setAttribute("aria-pressed", String(on));
        this.view.part("listening").hidden = !on;
      },
    });
    if (this.#words.on) this.#words.stop();
    else this.#words.start();
  }

  /** Sound was switched on or off. */
  sounds() {
    if (this.session) this.ear.layAhead(tonesAhead(this.session.state, this.session.now));
  }
}
