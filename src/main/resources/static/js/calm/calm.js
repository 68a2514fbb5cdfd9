// @ts-check
/** The quiet minutes on the page: words and voice or only bells, in one long sound that goes on behind a locked screen. */
import { Awake } from "../player/awake.js";
import { deviceOutbox } from "../player/outbox.js";
import { newRecordId } from "../player/record.js";
import { unsentWords } from "../player/unsent-words.js";
import { Voice } from "../player/voice.js";
import { Track } from "../track/track.js";
import { wordsOf } from "../words.js";
import * as kept from "./kept.js";
import { at, begin, finish, lengthMs, line, lines, marks, pause, ranMs, resume } from "./sitting.js";

const TICK_MS = 250;
const TAIL_S = 6;
const ALIVE_EVERY_MS = 1000;
/** Slower than the player's: it is to be quiet. */
const RATE = 0.85;

/** @param {HTMLElement} page */
export default function calm(page) {
  new CalmPage(page).open();
}

class CalmPage {
  /** @type {Calm.Sitting | null} */
  #sitting = null;
  /** @type {Calm.Line[]} */
  #lines = [];
  #said = "";
  #told = "";
  #keptAt = 0;

  /** @param {HTMLElement} page */
  constructor(page) {
    this.page = page;
    this.form = /** @type {HTMLFormElement} */ (page.querySelector("form[data-part=choices]"));
    this.say = wordsOf(/** @type {HTMLTemplateElement} */ (page.querySelector("template[data-words]")));
    this.track = new Track({ onSilent: (silent) => this.#silent(silent), onPause: () => this.#pause(), onPlay: () => this.#resume() });
    this.awake = new Awake(() => {});
    this.voice = new Voice(document.documentElement.lang, undefined, RATE);
    this.outbox = deviceOutbox();
    void this.outbox.then((outbox) => (outbox.onChange = (counts) => this.#write("unsent", unsentWords(counts, this.say) || null)));
  }

  open() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#start();
    });
    this.page.addEventListener("click", (event) => this.#clicked(/** @type {Element} */ (event.target)));
    document.addEventListener("visibilitychange", () => this.#tick());
    void kept.keepWhatWasCutOff(this.outbox).then(() => this.#send());
    const asked = new URLSearchParams(location.search);
    for (const name of ["minutes", "kind", "before"]) this.#choose(name, asked.get(name));
    this.#takeUp();
    if (asked.get("go") && this.#sitting === null) {
      history.replaceState(null, "", location.pathname); // else a reload would begin once more
      this.#start();
    }
    setInterval(() => this.#tick(), TICK_MS);
    this.page.dataset.ready = "";
  }

  /** @param {string} name @param {string | null} value */
  #choose(name, value) {
    const input = [...this.form.querySelectorAll(`input[name="${name}"]`)].find((each) => each instanceof HTMLInputElement && each.value === value);
    if (input instanceof HTMLInputElement) input.checked = true;
  }

  /** A closed tab pauses; it goes on from there. */
  #takeUp() {
    const sitting = kept.sitting();
    if (sitting === null) return;
    this.#sitting = pause({ ...sitting, since: null }, Date.now());
    this.#spread(sitting);
    this.#show("sit");
    this.#tick();
  }

  /** The words at their times; only bells have none. @param {Calm.Sitting} sitting */
  #spread(sitting) {
    const words = this.page.querySelector(`[data-practice="${sitting.kind}"]`);
    this.#part("locked").hidden = words === null;
    this.#lines = [];
    if (words === null) return;
    const list = (/** @type {string} */ part) => [...words.querySelectorAll(`[data-lines="${part}"] li`)].map((item) => item.textContent ?? "");
    this.#lines = lines({ opening: list("opening"), middle: list("middle"), closing: list("closing") }, sitting.minutes);
  }

  #start() {
    const data = new FormData(this.form);
    const before = data.get("before");
    const sitting = begin(newRecordId(), String(data.get("kind")), Number(data.get("minutes")), before === null ? null : Number(before), Date.now());
    this.#sitting = sitting;
    this.#spread(sitting);
    this.#sound(sitting);
    this.voice.prime(); // in the tap, or it may stay mute
    void this.awake.want();
    void kept.keep(sitting, this.outbox);
    this.#show("sit");
    this.#tick();
  }

  /** @param {Calm.Sitting} sitting */
  #sound(sitting) {
    this.track.start(sitting.minutes * 60 + TAIL_S, marks(sitting.minutes), this.say("track"));
  }

  #tick() {
    if (this.#sitting === null || this.#sitting.over) return;
    const now = Date.now();
    this.#sitting = at(this.#sitting, now);
    const ran = ranMs(this.#sitting, now);
    const left = lengthMs(this.#sitting) - ran;
    const seconds = Math.ceil(left / 1000);
    this.#write("clock", `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`);
    this.#part("ring").style.setProperty("--done", (ran / lengthMs(this.#sitting)).toFixed(4));
    const paused = this.#sitting.since === null && !this.#sitting.over;
    this.#write("pause", this.say(paused ? "resume" : "pause"));
    this.#write("line", paused ? this.say("paused") : (line(this.#lines, ran) ?? this.say("quiet")));
    if (!paused) this.track.follow(ran);
    this.#speak(paused ? null : line(this.#lines, ran));
    this.#tell(this.#sitting.over ? "over" : paused ? "paused" : left <= lengthMs(this.#sitting) / 2 ? "half" : "start");
    if (this.#sitting.over) this.#over();
    else if (now - this.#keptAt >= ALIVE_EVERY_MS) {
      this.#keptAt = now;
      kept.keepAlive(this.#sitting);
    }
  }

  /** Spoken where there is a voice; the words stand on the screen all the same. @param {string | null} text */
  #speak(text) {
    if (text === null || text === this.#said) return;
    this.#said = text;
    this.voice.say(text);
  }

  /** @param {string} which */
  #tell(which) {
    if (which === this.#told) return;
    this.#told = which;
    this.#write("status", this.say(`tell-${which}`));
  }

  /** @param {Element} target */
  #clicked(target) {
    const act = target.closest("[data-act]")?.getAttribute("data-act");
    if (!act || this.#sitting === null) return;
    if (act === "pause") this.#sitting.since === null ? this.#resume() : this.#pause();
    if (act === "enough") {
      this.#sitting = finish(this.#sitting, Date.now());
      this.#over();
    }
    if (act === "save") this.#save();
  }

  #pause() {
    if (this.#sitting === null) return;
    this.#sitting = pause(this.#sitting, Date.now());
    this.track.pause();
    this.voice.silence();
    void kept.keep(this.#sitting, this.outbox);
    this.#tick();
  }

  #resume() {
    if (this.#sitting === null || this.#sitting.over) return;
    const ran = ranMs(this.#sitting, Date.now());
    if (!this.track.ready) this.#sound(this.#sitting);
    this.voice.prime();
    this.#sitting = resume(this.#sitting, Date.now());
    this.track.resume(ran);
    void this.awake.want();
    this.#silent(false);
    this.#tick();
  }

  #over() {
    if (this.#sitting === null) return;
    this.#keepAndSend(this.#sitting);
    setTimeout(() => this.track.stop(), TAIL_S * 1000); // the last bell rings out
    this.voice.silence();
    void this.awake.enough();
    this.#show("after");
  }

  /** @param {Calm.Sitting} sitting */
  #keepAndSend(sitting) {
    void kept.keep(sitting, this.outbox).then(() => this.#send());
  }

  async #send() {
    await (await this.outbox).flush();
    await this.#days();
  }

  #save() {
    if (this.#sitting === null) return;
    const after = /** @type {HTMLInputElement | null} */ (this.page.querySelector("input[name=after]:checked"));
    this.#sitting = { ...this.#sitting, after: after === null ? null : Number(after.value) };
    this.#keepAndSend(this.#sitting);
    const { before, after: then } = this.#sitting;
    this.#write("change", before !== null && then !== null ? this.say("change", before, then) : null);
    this.#show("done");
  }

  async #days() {
    const week = await kept.days();
    for (const part of ["days", "days-done"]) this.#write(part, week === null ? null : this.say(week.quietDays > 0 ? "days" : "no-days", week.quietDays, week.of));
  }

  /** @param {boolean} silent */
  #silent(silent) {
    this.#part("silent").hidden = !silent || this.#sitting === null || this.#sitting.over;
  }

  /** @param {"ask" | "sit" | "after" | "done"} screen */
  #show(screen) {
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (this.page.querySelectorAll("[data-screen]"))) {
      const fresh = each.dataset.screen === screen && each.hidden;
      each.hidden = each.dataset.screen !== screen;
      if (fresh) each.querySelector("h1")?.focus();
    }
    scrollTo(0, 0);
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
