// @ts-check
/**
 * The questions before heat and the timer after them, on one page: the tap that starts it is the tap that lets it ring. With a
 * network the server decides; without one the phone goes by what the server last said, and a no where it said nothing.
 */
import { Awake } from "../player/awake.js";
import { deviceOutbox } from "../player/outbox.js";
import { newRecordId } from "../player/record.js";
import { unsentWords } from "../player/unsent-words.js";
import { Voice } from "../player/voice.js";
import { Track } from "../track/track.js";
import { wordsOf } from "../words.js";
import { ALARM_S, at, begin, lengthMs, lateMinutes, leftMs, marks, moment, off, restsUntil, stop } from "./course.js";
import * as kept from "./kept.js";
import { missing, refusals, standingAgainst } from "./rules.js";

const TICK_MS = 250;

/** @param {HTMLElement} page */
export default function heat(page) {
  new HeatPage(page).open();
}

class HeatPage {
  /** @type {Heat.Course | null} */
  #course = null;
  #told = "";
  #spoken = "";

  /** @param {HTMLElement} page */
  constructor(page) {
    this.page = page;
    this.form = /** @type {HTMLFormElement} */ (page.querySelector("form"));
    this.say = wordsOf(/** @type {HTMLTemplateElement} */ (page.querySelector("template[data-words]")));
    this.track = new Track({ onSilent: (silent) => this.#note(silent), onPlay: () => this.#sound(), others: "pause" }); // the alarm must be heard
    this.awake = new Awake(() => {});
    this.voice = new Voice(document.documentElement.lang);
    this.outbox = deviceOutbox();
    void this.outbox.then((outbox) => (outbox.onChange = (counts) => this.#unsent(counts)));
  }

  open() {
    this.form.addEventListener("submit", (event) => this.#submitted(event));
    this.page.addEventListener("click", (event) => this.#clicked(/** @type {Element} */ (event.target)));
    document.addEventListener("visibilitychange", () => this.#tick());
    const minutes = new URLSearchParams(location.search).get("minutes");
    const way = new URLSearchParams(location.search).get("way");
    for (const [name, value] of [["minutes", minutes], ["way", way]]) this.#choose(String(name), value ?? null);
    void kept.askStanding().then((standing) => this.#known(standing));
    this.#takeUp();
    void kept.keepWhatWasCutOff(this.outbox).then(() => this.#send());
    setInterval(() => this.#tick(), TICK_MS);
    this.page.dataset.ready = "";
  }

  /** @param {string} name @param {string | null} value */
  #choose(name, value) {
    const input = /** @type {HTMLInputElement | undefined} */ ([.../** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll(`input[name="${name}"]`))].find((each) => each.value === value));
    if (input) input.checked = true;
  }

  /** A closed tab or a dead battery does not end a course: it goes on, or ended when its time was up. */
  #takeUp() {
    const course = kept.course();
    if (course === null || course.off) return;
    const unknown = Object.fromEntries([...this.#lines(), "pregnant"].map((line) => [line, /** @type {const} */ ("unsure")]));
    this.#course = { ...course, answers: { ...unknown, ...course.answers } }; // one that was begun without this script brings none
    this.#showRun(course);
    this.#note(true);
    this.#tick();
  }

  /** @param {Heat.Standing | null} standing */
  #known(standing) {
    if (this.#course !== null || standing === null) return;
    const against = standingAgainst(standing, Date.now());
    if (against.length > 0 && !standing.running) this.#refuse(against, standing.restsUntil ? Date.parse(standing.restsUntil) : null);
  }

  #lines() {
    return [...this.form.querySelectorAll("[data-line]")].map((row) => String(row.getAttribute("data-line")));
  }

  #read() {
    const data = new FormData(this.form);
    /** @type {Record<string, Heat.Answer>} */
    const ticked = {};
    for (const row of this.form.querySelectorAll("[data-line]")) {
      const line = String(row.getAttribute("data-line"));
      const values = data.getAll(line);
      if (values.length > 0) ticked[line] = values.includes("yes") ? "yes" : "unsure";
    }
    const text = (/** @type {string} */ name) => String(data.get(name) ?? "");
    return { way: text("way"), minutes: text("minutes"), pregnant: text("pregnant"), ticked };
  }

  /** @param {SubmitEvent} event */
  #submitted(event) {
    event.preventDefault();
    const form = { ...this.#read(), none: event.submitter?.getAttribute("name") === "none" };
    const parts = missing(form);
    this.#errors(parts);
    if (parts.length > 0) return;
    const answers = Object.fromEntries(this.#lines().map((line) => [line, form.ticked[line] ?? "no"]));
    const wish = { way: form.way, minutes: Number(form.minutes), answers: { ...answers, pregnant: /** @type {Heat.Answer} */ (form.pregnant) } };
    const clean = Object.keys(form.ticked).length === 0;
    this.voice.prime();
    if (clean) this.track.start(wish.minutes * 60 + ALARM_S, marks(wish), this.say("track")); // in the tap, or it may never sound
    void this.#ask(begin(wish, newRecordId(), Date.now()));
  }

  /** @param {Heat.Course} course */
  async #ask(course) {
    const answer = await kept.ask(course);
    if (answer === null || answer.status >= 500) return this.#decideHere(course);
    const body = await answer.json();
    if (answer.ok) return this.#begin(course);
    this.track.stop();
    if (answer.status !== 409) return this.form.submit(); // the server says on a page what it cannot use
    if (body.running) return location.assign(`/heat/courses/${body.running.id}`);
    this.#refuse(body.refusals.map((/** @type {{rule: string}} */ each) => each.rule), body.restsUntil ? Date.parse(body.restsUntil) : null);
  }

  /** @param {Heat.Course} course */
  #decideHere(course) {
    const last = kept.course();
    const rest = last === null ? null : restsUntil(last);
    const against = refusals(course, kept.standing(), rest, Date.now());
    if (against.length === 0) return this.#begin({ ...course, offline: true });
    this.track.stop();
    const until = Date.parse(kept.standing()?.restsUntil ?? "");
    this.#refuse(against, Math.max(rest ?? 0, Number.isNaN(until) ? 0 : until));
  }

  /** @param {Heat.Course} course */
  #begin(course) {
    this.#course = course;
    this.#save();
    void this.awake.want();
    this.#showRun(course);
    this.#tick();
  }

  /** The picture is of a pack. @param {Heat.Course} course */
  #showRun(course) {
    this.#part("picture").hidden = course.way !== "pack";
    this.#show("run");
  }

  #save() {
    if (this.#course === null) return;
    void kept.keep(this.#course, this.outbox).then((lasting) => {
      this.#part("kept").hidden = lasting;
      return this.#send();
    });
  }

  async #send() {
    const outbox = await this.outbox;
    await outbox.flush();
    this.#write("unsent", unsentWords(await outbox.counts(), this.say) || null);
  }

  /** Without a network it is known at once, whatever that takes to fail again; with one, only when it did not get through. @param {Play.Counts} counts */
  #unsent(counts) {
    if (counts.waiting === 0 || this.#course?.offline) this.#write("unsent", unsentWords(counts, this.say) || null);
  }

  #tick() {
    if (this.#course === null) return;
    const now = Date.now();
    const before = this.#course;
    this.#course = at(before, now);
    if (this.#course.end !== before.end) this.#save();
    const which = moment(this.#course, now);
    this.track.follow(now - this.#course.startedAt);
    const left = leftMs(this.#course, now);
    const seconds = Math.ceil(left / 1000);
    this.#write("clock", `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`);
    this.#part("ring").style.setProperty("--done", (1 - left / lengthMs(this.#course)).toFixed(4));
    this.#moment(which, now);
  }

  /** What changes only now and then, and is told once each time (WCAG 4.1.3). @param {"warm" | "check" | "last" | "over"} which @param {number} now */
  #moment(which, now) {
    const course = /** @type {Heat.Course} */ (this.#course);
    const look = which === "check" && course.skin === null;
    const name = `${which} ${look} ${course.off} ${course.skin}`;
    if (name === this.#told) return;
    this.#told = name;
    const until = new Date(course.startedAt + lengthMs(course));
    const clock = until.toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
    const caption = which === "last" ? this.say("last") : look ? this.say("tell-check") : this.say("ends", clock);
    this.#write("caption", caption);
    this.#part("look").hidden = !look;
    this.#part("stops").hidden = which === "over";
    if (which === "over") this.#over(course, now);
    this.#write("status", this.say(`tell-${which}`));
    if (which !== this.#spoken) this.voice.say(which === "over" ? (this.#part("over-lead").textContent ?? "") : caption);
    this.#spoken = which;
    if (which !== "warm") navigator.vibrate?.(which === "over" ? [600, 300, 600] : [300]);
  }

  /** @param {Heat.Course} course @param {number} now */
  #over(course, now) {
    this.#show("over");
    const how = course.end?.how ?? "time";
    const clock = (/** @type {number} */ ms) => new Date(ms).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
    const late = lateMinutes(course, now);
    document.title = this.say("over");
    this.#write("over-lead", this.say(`over-${how}`, clock(course.startedAt + lengthMs(course))));
    this.#write("over-late", how === "time" && late > 0 && !course.off ? this.say("late", late) : null);
    this.#part("burn").hidden = how !== "too-hot" && course.skin !== "red";
    this.#part("off").hidden = course.off;
    this.#part("skin-after").hidden = !course.off || how === "too-hot" || course.skin === "red";
    this.#write("rest", this.say("rest", clock(restsUntil(course))));
  }

  /** @param {Element} target */
  #clicked(target) {
    const act = target.closest("[data-act]")?.getAttribute("data-act");
    if (!act || this.#course === null) return;
    const now = Date.now();
    if (act === "sound") return this.#sound();
    if (act === "fine" || act === "red") this.#course = { ...this.#course, skin: act };
    if (act === "red" || act === "hot") this.#course = stop(this.#course, "too-hot", now);
    if (act === "stop") this.#course = stop(this.#course, "stopped", now);
    if (act === "off") this.#course = off(this.#course, now);
    if (this.#course.off) {
      this.track.stop();
      void this.awake.enough();
    }
    this.#save();
    this.#tick();
  }

  #sound() {
    if (this.#course === null) return;
    this.track.start(this.#course.minutes * 60 + ALARM_S, marks(this.#course), this.say("track"));
    this.track.resume(Date.now() - this.#course.startedAt);
    this.voice.prime();
    void this.awake.want();
  }

  /** @param {boolean} silent */
  #note(silent) {
    this.#part("silent").hidden = !silent || this.#course === null || this.#course.off;
  }

  /** @param {string[]} rules @param {number | null} until */
  #refuse(rules, until) {
    this.#show("refused");
    const list = this.#part("refusals");
    const cards = rules.map((rule) => {
      const card = /** @type {HTMLTemplateElement} */ (this.page.querySelector(`template[data-rule="${rule}"]`));
      return card ? card.content.cloneNode(true) : "";
    });
    list.replaceChildren(...cards);
    const clock = until ? new Date(until).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" }) : null;
    this.#write("again", rules.includes("too-soon") && clock ? this.say("again", clock) : null);
  }

  /** @param {string[]} parts */
  #errors(parts) {
    const summary = this.#part("errors");
    summary.hidden = parts.length === 0;
    const inputs = /** @type {Record<string, string>} */ ({ way: "way-pack", minutes: "minutes-15", pregnant: "pregnant-no" });
    const lines = parts.map((part) => {
      const link = document.createElement("a");
      link.href = `#${inputs[part] ?? "list"}`;
      link.textContent = this.say(`missing-${part}`);
      const item = document.createElement("li");
      item.append(link);
      return item;
    });
    summary.querySelector("ul")?.replaceChildren(...lines);
    if (parts.length > 0) summary.focus();
  }

  /** @param {"ask" | "run" | "over" | "refused"} screen */
  #show(screen) {
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (this.page.querySelectorAll("[data-screen]"))) {
      const shown = each.dataset.screen === screen;
      if (shown && each.hidden) {
        each.hidden = false;
        each.querySelector("h1")?.focus();
        scrollTo(0, 0);
      }
      each.hidden = !shown;
    }
  }

  /** @param {string} name @returns {HTMLElement} */
  #part(name) {
    const part = this.page.querySelector(`[data-part="${name}"]`);
    if (!(part instanceof HTMLElement)) throw new Error(`The page has no part ${name}`);
    return part;
  }

  /** @param {string} name @param {string | null} text none hides it */
  #write(name, text) {
    const part = this.#part(name);
    if (part.textContent !== (text ?? "")) part.textContent = text ?? "";
    part.hidden = text === null;
  }
}
