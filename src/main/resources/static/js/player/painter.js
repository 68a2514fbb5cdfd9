// @ts-check
/** Puts a session on the screen. Reads the state, changes the page, knows no rule. */
import { line } from "./cues.js";
import { current, easierForm, meant, progress, ran, remaining, role, room } from "./state.js";
import { listItem } from "./view.js";

const DOTS = 5;

export class Painter {
  /** @param {import("./view.js").View} view */
  constructor(view) {
    this.view = view;
  }

  /** The session as it is now. @param {Play.State} state @param {number} now */
  paint(state, now) {
    const doing = role(state);
    const paused = state.mode === "paused";
    this.view.section.dataset.role = doing;
    this.view.section.dataset.mode = state.mode;
    this.view.write("progress", this.view.say("step", ...progress(state)));
    const headline = paused ? this.view.say(state.away ? "away" : "paused") : this.#headline(state, now);
    const what = this.#what(state);
    this.view.write("cue", headline);
    this.view.write("what", what === headline ? null : what);
    this.#lines(state, now);
    this.#clock(state, now);
    this.#controls(state, paused);
  }

  /** What a step is called, as it stands on the screen: its title and its side. @param {Play.State} state @param {number} now @returns {string[]} */
  heading(state, now) {
    const { side } = meant(state).form;
    return [this.#headline(state, now), side ? this.view.say(`side-${side}`) : ""];
  }

  /** @param {Play.State} state @param {number} now */
  #headline(state, now) {
    if (state.between) return state.between === "rest" ? this.view.say("rest") : meant(state).form.title;
    if (role(state) === "get-ready") return meant(state).form.title;
    return line(state, now) ?? this.view.say(role(state));
  }

  /** @param {Play.State} state */
  #what(state) {
    const { step, form } = meant(state);
    const first = role(state) === "get-ready" ? this.view.say("get-ready") : form.title;
    const where = this.#which(state, step, form);
    return where === null ? first : this.view.say("title-side", first, where);
  }

  /** Which side or repetition this is, where there are several. @param {Play.State} state @param {Play.Step} step @param {Play.Step} form */
  #which(state, step, form) {
    const same = state.entries.filter((one) => one.step.role === "hold" && one.step.exercise === step.exercise);
    const [n, of] = form.repetition[1] > 1 ? form.repetition : [same.findIndex((one) => one.step === step) + 1, same.length];
    if (form.side === null) return of > 1 ? this.view.say("repetition-of", n, of) : null;
    const side = this.view.say(`side-${form.side}`);
    return of > 1 ? this.view.say("side-of", side, n, of) : side;
  }

  /** While getting ready: what to do, all of it, the line at hand marked; and what is needed. @param {Play.State} state @param {number} now */
  #lines(state, now) {
    const list = this.view.part("lines");
    const { form } = current(state);
    const ready = role(state) === "get-ready";
    const texts = ready && !state.between ? [...new Set(form.cues.map((cue) => cue.text).filter((text) => text !== ""))] : [];
    const needs = ready ? [...new Set([...form.needs, ...meant(state).form.needs])] : [];
    if (needs.length > 0) texts.push(this.view.say("needs", needs.join(" ")));
    if (list.dataset.texts !== texts.join("|")) {
      list.dataset.texts = texts.join("|");
      list.replaceChildren(...texts.map(listItem));
      list.hidden = texts.length === 0;
    }
    const said = line(state, now);
    for (const item of list.children) {
      const isSaid = item.textContent === said;
      if (isSaid && !item.hasAttribute("data-said")) item.scrollIntoView({ block: "nearest" });
      item.toggleAttribute("data-said", isSaid);
    }
  }

  /** @param {Play.State} state @param {number} now */
  #clock(state, now) {
    const seconds = Math.ceil(remaining(state, now) / 1000);
    const text = seconds < 100 ? String(seconds) : this.view.say("minutes", Math.floor(seconds / 60), String(seconds % 60).padStart(2, "0"));
    this.view.write("clock", text);
    const done = ran(state, now) / state.lengthMs;
    this.view.part("stage").style.setProperty("--done", done.toFixed(4));
    this.view.part("dots").dataset.done = String(Math.floor(done * DOTS));
  }

  /** @param {Play.State} state @param {boolean} paused */
  #controls(state, paused) {
    const doing = role(state);
    const ready = doing === "get-ready" && !paused;
    const asAble = doing === "hold" && current(state).form.asAble;
    const main = this.view.part("main");
    main.dataset.act = paused ? "resume" : ready ? "done" : "pause";
    this.view.write("main", this.view.say(paused ? "resume" : ready ? "in-position" : "pause"));
    const [easier, longer] = [easierForm(state) !== null, room(state) > 0];
    this.#offer("rest", asAble && !paused);
    this.#offer("repeat", paused);
    this.#offer("more", paused && longer);
    this.#offer("finish", paused);
    this.view.part("over").hidden = !paused && !asAble;
    this.#offer("halt", ready);
    this.#offer("easier", !ready && easier);
    this.#offer("extend", longer && !paused && (ready || !easier));
    this.#offer("skip", !ready);
  }

  /** @param {string} act @param {boolean} offered in the session; other screens have buttons of their own */
  #offer(act, offered) {
    for (const button of this.view.section.querySelectorAll(`[data-screen="go"] [data-act="${act}"]`)) {
      if (button instanceof HTMLElement) button.hidden = !offered;
    }
  }
}
