// @ts-check
/** The player of a page: joins session, screen, sound, the lit screen, and what is kept and sent. Rules are in machine.js. */
import { Awake } from "./awake.js";
import { tonesAhead } from "./cues.js";
import { deviceStorage, keptOn } from "./kept.js";
import { entriesFor } from "./machine.js";
import { Outbox, putRecord } from "./outbox.js";
import { showStopped } from "./outcome.js";
import { endsTheSession, ONLY_REST_FROM } from "./pain-rules.js";
import { heldSeconds, toRecord } from "./record.js";
import { readScript, UnreadableScript } from "./script.js";
import { Session } from "./session.js";
import { afterForm, StopSheet } from "./sheets.js";
import { startOffline, startOnline } from "./starting.js";
import { deviceStore } from "./store.js";
import { moment, told } from "./telling.js";
import { Tones } from "./tones.js";
import { newRecordId } from "./uuid.js";
import { listItem, progress, View } from "./view.js";
import { wordsOf } from "./words.js";

const TICK_MS = 100;
/** A second tap so soon after a button has changed its meaning was meant for the old one. */
const DOUBLE_TAP_MS = 500;
/** A session that was left longer ago is not gone on with. */
const TAKE_UP_WITHIN_MS = 12 * 3_600_000;
/** How long to wait for the server at the end before asking on this page. */
const SEND_WITHIN_MS = 4000;
/** Scripts that the server made for one person; it is asked before each start. All others are for everyone. */
const PERSONAL = /^\/api\/scripts\/([^/]+)$/;

class Player {
  /** @type {Session | null} */
  session = null;
  /** @type {import("./script.js").Script | null} */
  script = null;
  /** @type {import("./kept.js").Run | null} a session that was left half-way */
  left = null;
  tones = new Tones();
  kept = keptOn(deviceStorage());
  #timer = 0;
  #moment = "";
  #mainAct = "";
  #mainSince = 0;

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
    afterForm(this.view, (after) => void this.keepAfter(after));
    section.addEventListener("click", (event) => this.#tapped(event));
    section.addEventListener("keydown", (event) => this.#pressed(event));
    this.view.part("before").addEventListener("change", () => this.#sayOnlyRest());
    document.addEventListener("visibilitychange", () => this.tick());
    addEventListener("pageshow", () => this.tick());
    for (const button of document.querySelectorAll("[data-player-open]")) button.addEventListener("click", () => this.open());
  }

  async prepare() {
    this.#mute(this.kept.muted());
    const broken = this.kept.brokenRun();
    if (broken !== null) {
      await this.outbox.keepBroken(newRecordId(), broken);
      this.kept.forgetRun();
    }
    await this.#load();
    await this.#sortOutWhatWasLeft();
    void this.outbox.flush();
    this.open();
  }

  async #load() {
    try {
      const response = await fetch(this.url, { headers: { Accept: "application/json" } });
      if (!response.ok) throw new TypeError(`${response.status}`);
      this.script = readScript(await response.json());
      this.kept.keepScript(this.url, this.script);
    } catch (problem) {
      const known = this.kept.script(this.url);
      if (problem instanceof UnreadableScript) return this.#refuse("unreadable");
      if (known === null) return this.#refuse("no-script");
      this.script = readScript(known);
    }
  }

  /** A session of this script may be gone on with; any other is over, and what there is of it is sent. */
  async #sortOutWhatWasLeft() {
    const run = this.kept.run();
    if (run === null) return;
    const same = run.script.id === this.script?.id && run.script.revision === this.script.revision;
    if (same && Date.now() - run.startedAt < TAKE_UP_WITHIN_MS) this.left = run;
    else await this.#sendLeft(run);
  }

  /** @param {import("./kept.js").Run} run */
  async #sendLeft(run) {
    await this.outbox.put(run.id, toRecord(run.script, { ...run, after: null }));
    this.kept.forgetRun();
    this.left = null;
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

  /** @param {import("./script.js").Script} script */
  #showStart(script) {
    const { view, say } = this;
    if (this.left) {
      const { state } = Session.takeUp(this.left, this.kept);
      view.write("start-title", say("resume-title"));
      view.write("start-text", say("resume-text", ...progress(state)));
      for (const button of view.buttons("start")) button.textContent = say("resume-button");
    }
    for (const button of view.buttons("afresh")) button.hidden = this.left === null;
    const needs = [...new Set(script.steps.flatMap((step) => step.needs))];
    view.write("needs", needs.length > 0 && !this.left ? say("needs", needs.join(", ")) : null);
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
    const start = await this.#mayStart(this.script);
    button.toggleAttribute("disabled", false);
    button.textContent = label;
    if ("refused" in start) return this.#refuse(start.refused, start.detail);
    if (start.online) this.kept.keepLocked({ tags: [], exercises: [] });
    if (this.left && (afresh || start.isNew)) await this.#sendLeft(this.left);
    if (start.isNew) return this.#takeNew(start.start);
    if (entriesFor(start.start, this.#painBefore()).length === 0) return this.#refuse("no-rest");
    this.session = this.left
      ? Session.takeUp(this.left, this.kept)
      : Session.begin({ id: newRecordId(), script: start.start, startedAt: Date.now(), before: this.#painBefore() }, this.kept);
    if (this.left) this.session.act({ type: "resume" });
    this.left = null;
    void this.awake.want();
    this.#changed();
  }

  /** @param {import("./script.js").Script} script @returns {Promise<import("./starting.js").Start>} */
  async #mayStart(script) {
    if (this.scriptId === null) return { start: script, isNew: false, online: false };
    try {
      return await startOnline(this.url, script, Date.now, this.kept.locked());
    } catch (problem) {
      if (problem instanceof UnreadableScript) return { refused: "not-allowed", detail: null };
      throw problem;
    }
  }

  /** The plan has changed since: what is new is shown before it is begun. @param {import("./script.js").Script} script */
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

  /** @param {import("./machine.js").Act} what */
  act(what) {
    if (!this.session) return;
    if (this.session.act(what)) this.#changed();
  }

  tick() {
    clearTimeout(this.#timer);
    const { session } = this;
    if (!session || session.state.mode === "finished") return;
    if (session.tick()) this.#changed();
    else this.#render();
    if (session.state.mode === "running") this.#timer = setTimeout(() => this.tick(), TICK_MS);
  }

  /** A step began or ended, or the person did something. */
  #changed() {
    const { session, view } = this;
    if (!session) return;
    const { state } = session;
    this.tones.layAhead(tonesAhead(state, session.now));
    this.#render();
    if (state.mode === "finished") return void this.#finished();
    if (state.asking) this.sheet.open();
    else if (state.mode === "stopped") showStopped(view, state, listItem);
    else view.show("go");
    clearTimeout(this.#timer);
    if (state.mode === "running") this.#timer = setTimeout(() => this.tick(), TICK_MS);
  }

  #render() {
    const { session, view } = this;
    if (!session) return;
    const { state, now } = session;
    view.session(state, now);
    const main = view.part("main").dataset.act ?? "";
    if (main !== this.#mainAct) [this.#mainAct, this.#mainSince] = [main, performance.now()];
    const name = moment(state, now);
    if (name !== this.#moment) view.part("status").textContent = told(state, now, this.say);
    this.#moment = name;
  }

  // Afterwards

  async #finished() {
    const { session } = this;
    if (!session) return;
    await this.awake.enough();
    const { run, state } = session;
    if (state.show !== null && endsTheSession(state.show)) {
      const { tags, exercises } = this.kept.locked();
      this.kept.keepLocked({ tags: [...new Set([...tags, ...state.lockedTags])], exercises });
      showStopped(this.view, state, listItem);
      await this.#store(run, null);
      return void this.outbox.flush();
    }
    await this.#store(run, null);
    if (this.scriptId !== null && (await this.#sent(run.id))) return location.assign(`/sessions/${this.scriptId}/after`);
    this.view.show("after");
  }

  /** @param {import("./record.js").After | null} after none where the person would rather not say */
  async keepAfter(after) {
    const { session } = this;
    if (!session) return;
    const { run } = session;
    await this.#store(run, after);
    const sent = await this.#sent(run.id);
    if (sent && this.scriptId !== null) return location.assign("/tomorrow");
    this.view.write("done-text", [this.#heldWords(), sent ? this.say("saved") : ""].join(" ").trim());
    const link = /** @type {HTMLAnchorElement} */ (this.view.part("done-link"));
    link.textContent = this.say(this.scriptId === null ? "to-questions" : "to-plan");
    link.href = this.scriptId === null ? "/questions" : "/plan";
    this.view.show("done");
  }

  #heldWords() {
    if (!this.session || this.scriptId === null) return "";
    const held = Object.values(heldSeconds(this.session.run.script, this.session.run.events));
    const seconds = held.reduce((sum, { left, right, none }) => sum + left + right + none, 0);
    return seconds > 0 ? this.say("held", seconds) : "";
  }

  /** @param {import("./kept.js").Run} run @param {import("./record.js").After | null} after */
  async #store(run, after) {
    await this.outbox.put(run.id, toRecord(run.script, { ...run, after }));
    // Where the outbox lives in memory only, the run stays on the device: a reload puts it there again.
    if ((await this.outbox.counts()).lasting) this.kept.forgetRun();
  }

  /** Sends now, and waits a little for the answer. @param {string} id */
  async #sent(id) {
    const inTime = new Promise((resolve) => setTimeout(resolve, SEND_WITHIN_MS));
    await Promise.race([this.outbox.flush(), inTime]);
    return stored.has(id);
  }

  // Taps, keys and small things

  /** @param {MouseEvent} event */
  #tapped(event) {
    const target = /** @type {Element} */ (event.target);
    void this.awake.again();
    const button = /** @type {HTMLElement | null} */ (target.closest("[data-act]"));
    if (button) return this.#do(button.dataset.act ?? "", button);
    if (target.closest('[data-part="stage"]')) this.#pauseOrGoOn();
  }

  /** @param {string} what @param {HTMLElement} [button] */
  #do(what, button) {
    if (button === this.view.part("main") && performance.now() - this.#mainSince < DOUBLE_TAP_MS) return;
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
        return void this.keepAfter(null);
      case "halt":
        return this.act({ type: "pause" });
      case "rest":
        return this.act({ type: "repeat" });
      case "more":
        return this.act({ type: "extend" });
      case "slip":
        this.sheet.close();
        return this.act({ type: "resume" });
      case "pause":
      case "resume":
      case "done":
      case "stop":
      case "easier":
      case "extend":
      case "skip":
      case "repeat":
      case "finish":
        return this.act({ type: what });
    }
  }

  /** Keys work while the focus is in the player and no answer is asked for. @param {KeyboardEvent} event */
  #pressed(event) {
    const { session } = this;
    if (!session || event.ctrlKey || event.metaKey || event.altKey || this.sheet.dialog.open) return;
    if (session.state.mode !== "running" && session.state.mode !== "paused") return;
    const onButton = event.target instanceof Element && event.target.closest("button, a, input") !== null;
    if (event.key === " " && onButton) return; // it presses that button
    const act = KEYS[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    if (act === "pauseOrGoOn") this.#pauseOrGoOn();
    else this.#do(act);
  }

  #pauseOrGoOn() {
    const mode = this.session?.state.mode;
    if (mode === "paused") this.act({ type: "resume" });
    else if (mode === "running") this.act({ type: "pause" });
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

  /** What is still on this phone, and what could not be sent. @param {import("./outbox.js").Counts} counts */
  tellOutbox({ waiting, aside, lasting }) {
    const lines = [];
    if (waiting > 0) lines.push(waiting === 1 ? this.say("waiting-one") : this.say("waiting-many", waiting));
    if (aside > 0) lines.push(this.say("aside", aside));
    if (waiting > 0 && !lasting) lines.push(this.say("not-kept"));
    for (const part of this.section.querySelectorAll('[data-part="outbox"]')) part.textContent = lines.join(" ");
  }
}

/** @type {Record<string, string>} */
const KEYS = {
  " ": "pauseOrGoOn",
  arrowright: "skip",
  escape: "stop",
  s: "stop",
  m: "mute",
  "+": "extend",
  e: "easier",
  r: "repeat",
};

/** Records that the server has said are stored, since this page was loaded. @type {Set<string>} */
const stored = new Set();

/** Only the player can be reached, by finger, key or screen reader. @param {HTMLElement} element @param {boolean} alone */
function setAlone(element, alone) {
  for (let at = element; at.parentElement && at !== document.body; at = at.parentElement) {
    for (const other of at.parentElement.children) {
      if (other !== at && other instanceof HTMLElement) other.inert = alone;
    }
  }
  document.documentElement.toggleAttribute("data-playing", alone);
}

/** @param {HTMLElement} section */
async function play(section) {
  /** @type {Player} */
  let player;
  const outbox = new Outbox({
    store: await deviceStore(),
    send: putRecord,
    onChange: (counts) => player.tellOutbox(counts),
    onStored: (id, answer) => {
      stored.add(id);
      const { tags } = player.kept.locked();
      if (Array.isArray(answer?.forbidden)) player.kept.keepLocked({ tags, exercises: answer.forbidden });
    },
  });
  player = new Player(section, outbox);
  addEventListener("online", () => void outbox.flush());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && void outbox.flush());
  await player.prepare();
}

const section = document.getElementById("player");
if (section) await play(section);
