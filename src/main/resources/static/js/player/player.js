// @ts-check
/** The player of a page, up to the tap on Start: what there is to play, whether it may be started, and what was left half-way. */
import { Ear } from "./ear.js";
import { deviceStorage, keptOn } from "./kept.js";
import { Missing } from "./missing.js";
import { addressOfKept, giveUp, leftHalfWay, mayStart, scriptAt } from "./opening.js";
import { deviceOutbox } from "./outbox.js";
import { ONLY_REST_FROM } from "./pain-rules.js";
import { newRecordId } from "./record.js";
import { Tabs } from "./tabs.js";
import { setAlone, View, wordsOf } from "./view.js";

/** Scripts that the server made for one person; it is asked before each start. All others are for everyone. */
const PERSONAL = /^\/api\/scripts\/([^/]+)$/;
/** Voices are loaded late. */
const VOICES_WITHIN_MS = 3000;

class Player {
  /** @type {Play.Script | null} */
  script = null;
  /** @type {import("./session.js").Session | null} left half-way, when the page was closed */
  left = null;
  /** @type {Promise<import("./running.js").Running> | null} */
  #running = null;

  /** @param {HTMLElement} section @param {import("./outbox.js").Outbox} outbox */
  constructor(section, outbox) {
    this.section = section;
    this.outbox = outbox;
    this.say = wordsOf(/** @type {HTMLTemplateElement} */ (section.querySelector("template")));
    this.view = new View(section, this.say);
    this.ear = new Ear(document.documentElement.lang);
    this.missing = new Missing(this.view);
    this.kept = keptOn(deviceStorage());
    this.url = section.dataset.script || addressOfKept(location.pathname, this.kept);
    this.scriptId = PERSONAL.exec(this.url)?.[1] ?? null;
    this.tabs = new Tabs();
    section.addEventListener("click", (event) => this.#tapped(/** @type {Element} */ (event.target)));
    this.view.part("before").addEventListener("change", () => this.#sayOnlyRest());
    for (const button of document.querySelectorAll("[data-player-open]")) {
      button.addEventListener("click", () => this.open());
    }
  }

  async prepare() {
    this.#mute(this.kept.muted());
    const ready = this.running().then(() => true, () => false);
    this.#waiting(true);
    const script = await scriptAt(this.url, this.kept);
    if (typeof script === "string") this.#refuse(script);
    else this.script = script;
    await this.#findLeft();
    void this.outbox.flush();
    this.open();
    if (await ready) this.#waiting(false);
    else this.#refuse("no-script");
    for (const button of this.view.buttons("listen")) button.hidden = !(await this.running().then((running) => running.canListen()));
  }

  /** What was left half-way, unless another tab is at it. */
  async #findLeft() {
    if (await this.tabs.elsewhere()) return;
    const run = await leftHalfWay(this.script, this.kept, this.outbox, newRecordId);
    this.left = run && (await this.running().then((running) => running.takeUp(run), () => null));
  }

  /** Start can be tapped as soon as all is here that a session needs: then the network may go. @param {boolean} waiting */
  #waiting(waiting) {
    for (const button of [...this.view.buttons("start"), ...this.view.buttons("afresh")]) button.toggleAttribute("disabled", waiting);
    this.view.write("start-label", this.say(waiting ? "starting" : this.left ? "resume-button" : "start-button"));
  }

  /** What plays, which is fetched while the first screen is read. */
  running() {
    if (this.#running === null) {
      this.#running = import("./running.js").then(({ Running }) => new Running(this));
      this.#running.catch(() => (this.#running = null)); // asked for again at the next tap
    }
    return this.#running;
  }

  open() {
    setAlone(this.section, true);
    this.section.removeAttribute("data-opening");
    for (const button of [...this.view.buttons("list"), ...this.view.buttons("check")]) button.removeAttribute("disabled"); // no tap before is lost
    this.section.hidden = false;
    if (this.script) this.#showStart(this.script);
    else this.view.show("refused");
  }

  /** The page beneath, with the steps as a list. */
  #close() {
    this.section.hidden = true;
    setAlone(this.section, false);
    const way = /** @type {HTMLElement | null} */ (document.querySelector("[data-player-open]"));
    way?.removeAttribute("hidden");
    way?.focus();
  }

  /** @param {Play.Script} script */
  #showStart(script) {
    const { view, say } = this;
    if (this.left) {
      view.write("start-title", say("resume-title"));
      view.write("start-text", say("resume-text", ...this.left.progress));
      view.write("start-label", say("resume-button"));
    }
    for (const button of view.buttons("afresh")) button.hidden = this.left === null;
    const needs = [...new Set(script.steps.flatMap((step) => step.needs))];
    view.write("needs", needs.length > 0 && !this.left ? say("needs", needs.join(" ")) : null);
    view.part("check-hint").hidden = this.kept.checked() || this.left !== null;
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

  /** @param {boolean} afresh @param {boolean} [here] even where another tab is at it */
  async #start(afresh, here = false) {
    if (!this.script) return;
    this.#listenForMissing(this.ear.prime()); // within the tap, or the browser stays silent
    this.#waiting(true);
    const running = await this.running().catch(() => null);
    const start = await mayStart(this.url, this.scriptId !== null, this.script, this.kept, this.outbox);
    this.#waiting(false);
    if (running === null) return this.#refuse("no-script");
    if (!(await running.hold(here))) return this.#refuse("elsewhere");
    if (here) await this.#findLeft();
    if ("refused" in start) return this.#refuse(start.refused, start.detail);
    if (start.online) this.kept.keepLocked({ tags: [], exercises: [] });
    if (this.left && (afresh || start.isNew)) {
      await giveUp(this.left.run, this.kept, this.outbox);
      this.left = null;
    }
    if (start.isNew) return this.#takeNew(start.start);
    const { left } = this;
    this.left = null;
    if (left) running.goOn(left, this.scriptId);
    else if (!running.begin(start.start, this.#painBefore(), this.scriptId)) this.#refuse("no-rest");
  }

  /** What this phone can, and what to do about what it cannot. */
  async #check() {
    this.ear.prime(); // within the tap
    const { checked, letChoose } = await import("./check.js");
    letChoose(this.view.part("others"));
    const found = /** @type {Record<string, boolean>} */ (await checked(this));
    for (const line of this.section.querySelectorAll("[data-check]")) {
      const works = found[line.getAttribute("data-check") ?? ""] ?? false;
      for (const words of line.querySelectorAll("[data-works]")) words.toggleAttribute("hidden", words.getAttribute("data-works") !== String(works));
    }
    this.kept.keepChecked();
    this.view.show("check");
  }

  /** @param {boolean} sounds */
  #listenForMissing(sounds) {
    this.missing.note("sound", !sounds);
    this.missing.note("offline", !("serviceWorker" in navigator));
    setTimeout(() => this.missing.note("voice", !this.ear.voice.available), VOICES_WITHIN_MS);
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
    for (const button of this.view.buttons("here")) button.hidden = why !== "elsewhere";
    this.view.show("refused");
  }

  /** What can be tapped before a session; the rest is for what runs. @param {Element} target */
  #tapped(target) {
    const button = /** @type {HTMLElement | null} */ (target.closest("[data-act]"));
    switch (button?.dataset.act) {
      case "start":
        return void this.#start(false);
      case "afresh":
        return void this.#start(true);
      case "here":
        return void this.#start(false, true);
      case "list":
        return this.#close();
      case "mute":
        return this.#mute(!this.ear.muted);
      case "check":
        return void this.#check();
      case "checked":
        return this.open();
      case "listen":
        return void this.running().then((running) => running.listen());
    }
  }

  /** @param {boolean} muted */
  #mute(muted) {
    this.ear.mute(muted);
    this.kept.keepMuted(muted);
    for (const button of this.view.buttons("mute")) button.setAttribute("aria-pressed", String(muted));
    void this.#running?.then((running) => running.sounds());
  }

  /** One line on top, for what has changed. @param {string | null} word */
  notice(word) {
    this.view.write("notice", word === null ? null : this.say(word));
  }
}

const section = document.getElementById("player");
if (section) await new Player(section, await deviceOutbox()).prepare();
