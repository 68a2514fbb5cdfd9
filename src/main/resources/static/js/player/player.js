// @ts-check
/** The player of a page: joins session, screen, sound, the lit screen, and what is kept and sent. Rules are in machine.js. */
import { Afterwards, showStopped } from "./afterwards.js";
import { Awake } from "./awake.js";
import { listen } from "./controls.js";
import { moment, told, tonesAhead } from "./cues.js";
import { deviceStorage, keptOn } from "./kept.js";
import { entriesFor } from "./machine.js";
import { giveUp, leftHalfWay, mayStart, scriptAt } from "./opening.js";
import { Outbox, putRecord } from "./outbox.js";
import { ONLY_REST_FROM } from "./pain-rules.js";
import { newRecordId } from "./record.js";
import { Session } from "./session.js";
import { StopSheet } from "./sheets.js";
import { deviceStore } from "./store.js";
import { Tones } from "./tones.js";
import { progress, setAlone, View, wordsOf } from "./view.js";

const TICK_MS = 100;
/** Scripts that the server made for one person; it is asked before each start. All others are for everyone. */
const PERSONAL = /^\/api\/scripts\/([^/]+)$/;

class Player {
  /** @type {Session | null} */
  session = null;
  /** @type {Play.Script | null} */
  script = null;
  /** @type {Session | null} left half-way, when the page was closed */
  left = null;
  tones = new Tones();
  kept = keptOn(deviceStorage());
  #timer = 0;
  #moment = "";

  /** @param {HTMLElement} section @param {Outbox} outbox */
  constructor(section, outbox) {
    this.section = section;
    this.outbox = outbox;
    this.url = section.dataset.script ?? "";
    this.scriptId = PERSONAL.exec(this.url)?.[1] ?? null;
    this.say = wordsOf(/** @type {HTMLTemplateElement} */ (section.querySelector("template")));
    this.view = new View(section, this.say);
    this.sheet = new StopSheet(this.view, (answer) => this.act({ type: "stop", ...answer }));
    this.awake = new Awake((granted) => granted || this.notice("screen-may-sleep"));
    this.afterwards = new Afterwards(this.view, this.kept, outbox);
    section.addEventListener("click", () => this.#again());
    listen(this.view, () => this.session?.state.mode ?? null, (what) => this.#do(what));
    this.view.part("before").addEventListener("change", () => this.#sayOnlyRest());
    document.addEventListener("visibilitychange", () => this.tick());
    addEventListener("pageshow", () => this.tick());
    for (const button of document.querySelectorAll("[data-player-open]")) {
      button.removeAttribute("hidden");
      button.addEventListener("click", () => this.open());
    }
  }

  async prepare() {
    this.#mute(this.kept.muted());
    const script = await scriptAt(this.url, this.kept);
    if (typeof script === "string") this.#refuse(script);
    else this.script = script;
    const run = await leftHalfWay(this.script, this.kept, this.outbox, newRecordId);
    if (run) this.left = Session.takeUp(run, this.kept);
    void this.outbox.flush();
    this.open();
  }

  open() {
    setAlone(this.section, true);
    this.section.hidden = false;
    if (this.script) this.#showStart(this.script);
    else this.view.show("refused");
  }

  /** The page beneath, with the steps as a list. */
  #close() {
    this.section.hidden = true;
    setAlone(this.section, false);
    /** @type {HTMLElement | null} */ (document.querySelector("[data-player-open]"))?.focus();
  }

  /** @param {Play.Script} script */
  #showStart(script) {
    const { view, say } = this;
    if (this.left) {
      view.write("start-title", say("resume-title"));
      view.write("start-text", say("resume-text", ...progress(this.left.state)));
      for (const button of view.buttons("start")) button.textContent = say("resume-button");
    }
    for (const button of view.buttons("afresh")) button.hidden = this.left === null;
    const needs = [...new Set(script.steps.flatMap((step) => step.needs))];
    view.write("needs", needs.length > 0 && !this.left ? say("needs", needs.join(" ")) : null);
    view.part("before").hidden = this.scriptId === null || this.left !== null;
    view.show("start");
  }

  #sayOnlyRest() {
    const before = this.#painBefore();
    this.notice(before !== null && before >= ONLY_REST_FROM ? "only-rest" : null);
  }

  #painBefore() {
    const chosen = /** @type {HTMLInputElement | null} */ (this.section.querySelector('input[name="before"]:checked'));
    return chosen ? Number(chosen.value) : null;
  }

  /** @param {boolean} afresh */
  async #start(afresh) {
    if (!this.script) return;
    if (!this.tones.prime()) this.notice("no-sound"); // within the tap, or the browser stays silent
    const [button] = this.view.buttons("start");
    const label = button.textContent;
    button.toggleAttribute("disabled", true);
    button.textContent = this.say("starting");
    const start = await mayStart(this.url, this.scriptId !== null, this.script, this.kept, this.outbox);
    button.toggleAttribute("disabled", false);
    button.textContent = label;
    if ("refused" in start) return this.#refuse(start.refused, start.detail);
    if (start.online) this.kept.keepLocked({ tags: [], exercises: [] });
    if (this.left && (afresh || start.isNew)) {
      await giveUp(this.left.run, this.kept, this.outbox);
      this.left = null;
    }
    if (start.isNew) return this.#takeNew(start.start);
    this.#begin(start.start);
  }

  /** @param {Play.Script} script */
  #begin(script) {
    const before = this.#painBefore();
    if (this.left) {
      this.session = this.left;
      this.left = null;
      if (this.session.state.mode === "paused") this.session.act({ type: "resume" });
    } else if (entriesFor(script, before).length === 0) {
      return this.#refuse("no-rest");
    } else {
      this.session = Session.begin({ id: newRecordId(), script, startedAt: Date.now(), before }, this.kept);
    }
    void this.awake.want();
    this.#changed();
  }

  /** The plan has changed since: what is new is shown before it is begun. @param {Play.Script} script */
  #takeNew(script) {
    this.script = script;
    this.scriptId = script.id;
    this.url = `/api/scripts/${script.id}`;
    this.kept.keepScript(this.url, script);
    this.#showStart(script);
    this.notice("start-new");
  }

  /** @param {string} why @param {string | null} [detail] */
  #refuse(why, detail = null) {
    this.view.write("refused-text", detail ?? this.say(why));
    this.view.show("refused");
  }

  // While it runs

  /** @param {Play.Act} what */
  act(what) {
    if (!this.session) return;
    if (this.session.act(what)) this.#changed();
  }

  tick() {
    clearTimeout(this.#timer);
    const { session } = this;
    if (!session || session.state.mode === "finished") return;
    if (session.tick()) return this.#changed();
    this.#render();
    if (session.state.mode === "running") this.#timer = setTimeout(() => this.tick(), TICK_MS);
  }

  /** A step began or ended, or the person did something. */
  #changed() {
    const { session, view } = this;
    if (!session) return;
    const { state } = session;
    this.tones.layAhead(tonesAhead(state, session.now));
    this.#render();
    if (state.mode === "finished") {
      void this.awake.enough();
      return void this.afterwards.over(session.run, state, this.scriptId);
    }
    if (state.asking) this.sheet.open();
    else if (state.mode === "stopped") showStopped(view, state);
    else view.show("go");
    clearTimeout(this.#timer);
    if (state.mode === "running") this.#timer = setTimeout(() => this.tick(), TICK_MS);
  }

  #render() {
    const { session, view } = this;
    if (!session) return;
    const { state, now } = session;
    view.session(state, now);
    const name = moment(state, now);
    if (name !== this.#moment) view.part("status").textContent = told(state, now, this.say);
    this.#moment = name;
  }

  /** A phone may take the lit screen and the sound away, after a call or a lock; a tap is the chance to ask for them again. */
  #again() {
    if (!this.session) return;
    void this.awake.again();
    this.tones.prime();
  }

  // Small things

  /** @param {string} what */
  #do(what) {
    switch (what) {
      case "start":
        return void this.#start(false);
      case "afresh":
        return void this.#start(true);
      case "list":
        return this.#close();
      case "mute":
        return this.#mute(!this.tones.muted);
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

  /** @param {boolean} muted */
  #mute(muted) {
    this.tones.muted = muted;
    this.kept.keepMuted(muted);
    for (const button of this.view.buttons("mute")) button.setAttribute("aria-pressed", String(muted));
    if (this.session) this.tones.layAhead(tonesAhead(this.session.state, this.session.now));
  }

  /** One line on top, for what is missing here. @param {string | null} word */
  notice(word) {
    this.view.write("notice", word === null ? null : this.say(word));
  }
}

const section = document.getElementById("player");
if (section) {
  const outbox = new Outbox({ store: await deviceStore(), send: putRecord });
  addEventListener("online", () => void outbox.flush());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && void outbox.flush());
  await new Player(section, outbox).prepare();
}
