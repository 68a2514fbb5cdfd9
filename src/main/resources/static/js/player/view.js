// @ts-check
/** Puts a session on the screen. Reads the state, changes the page, knows no rule. */
import { line } from "./cues.js";
import { current, easierForm, meant, meantIndex, ran, remaining, role, room } from "./state.js";

const DOTS = 5;

export class View {
  /** @param {HTMLElement} section @param {Play.Say} say */
  constructor(section, say) {
    this.section = section;
    this.say = say;
  }

  /** @param {string} name @returns {HTMLElement} */
  part(name) {
    const found = this.section.querySelector(`[data-part="${name}"]`);
    if (!(found instanceof HTMLElement)) throw new Error(`The page has no part ${name}`);
    return found;
  }

  /** @param {string} act @returns {HTMLElement[]} */
  buttons(act) {
    return [...this.section.querySelectorAll(`[data-act="${act}"]`)].filter((one) => one instanceof HTMLElement);
  }

  /** @param {Play.Screen} screen */
  show(screen) {
    for (const one of this.section.querySelectorAll("[data-screen]")) {
      if (one instanceof HTMLElement) one.hidden = one.dataset.screen !== screen;
    }
    const shown = /** @type {HTMLElement | null} */ (this.section.querySelector(`[data-screen="${screen}"]`));
    const first = screen === "go" ? this.part("main") : shown?.querySelector("h2");
    if (first instanceof HTMLElement && !shown?.contains(document.activeElement)) first.focus({ preventScroll: true });
  }

  /** @param {string} name @param {string | null} text none hides it */
  write(name, text) {
    const part = this.part(name);
    if (part.textContent !== (text ?? "")) part.textContent = text ?? "";
    if (part.hidden !== (text === null)) part.hidden = text === null;
  }

  /** The session as it is now. @param {Play.State} state @param {number} now */
  session(state, now) {
    const doing = role(state);
    const paused = state.mode === "paused";
    this.section.dataset.role = doing;
    this.section.dataset.mode = state.mode;
    this.write("progress", this.say("step", ...progress(state)));
    const headline = paused ? this.say(state.away ? "away" : "paused") : this.#headline(state, now);
    const what = this.#what(state);
    this.write("cue", headline);
    this.write("what", what === headline ? null : what);
    this.#lines(state, now);
    this.#clock(state, now);
    this.#controls(state, paused);
  }

  /** @param {Play.State} state @param {number} now */
  #headline(state, now) {
    if (state.between) return state.between === "rest" ? this.say("rest") : meant(state).form.title;
    if (role(state) === "get-ready") return meant(state).form.title;
    return line(state, now) ?? this.say(role(state));
  }

  /** @param {Play.State} state */
  #what(state) {
    const { step, form } = meant(state);
    const first = role(state) === "get-ready" ? this.say("get-ready") : form.title;
    const where = this.#which(state, step, form);
    return where === null ? first : this.say("title-side", first, where);
  }

  /** Which side or repetition this is, where there are several. @param {Play.State} state @param {Play.Step} step @param {Play.Step} form */
  #which(state, step, form) {
    const same = state.entries.filter((one) => one.step.role === "hold" && one.step.exercise === step.exercise);
    const [n, of] = form.repetition[1] > 1 ? form.repetition : [same.findIndex((one) => one.step === step) + 1, same.length];
    if (form.side === null) return of > 1 ? this.say("repetition-of", n, of) : null;
    const side = this.say(`side-${form.side}`);
    return of > 1 ? this.say("side-of", side, n, of) : side;
  }

  /** While getting ready: what to do, all of it, the line at hand marked; and what is needed. @param {Play.State} state @param {number} now */
  #lines(state, now) {
    const list = this.part("lines");
    const { form } = current(state);
    const ready = role(state) === "get-ready";
    const texts = ready && !state.between ? [...new Set(form.cues.map((cue) => cue.text).filter((text) => text !== ""))] : [];
    const needs = ready ? [...new Set([...form.needs, ...meant(state).form.needs])] : [];
    if (needs.length > 0) texts.push(this.say("needs", needs.join(" ")));
    if (list.dataset.texts !== texts.join("|")) {
      list.dataset.texts = texts.join("|");
      list.replaceChildren(...texts.map(listItem));
      list.hidden = texts.length === 0;
    }
    const said = line(state, now);
    for (const item of list.children) item.toggleAttribute("data-said", item.textContent === said);
  }

  /** @param {Play.State} state @param {number} now */
  #clock(state, now) {
    const seconds = Math.ceil(remaining(state, now) / 1000);
    const text = seconds < 100 ? String(seconds) : this.say("minutes", Math.floor(seconds / 60), String(seconds % 60).padStart(2, "0"));
    this.write("clock", text);
    const done = ran(state, now) / state.lengthMs;
    this.part("stage").style.setProperty("--done", done.toFixed(4));
    this.part("dots").dataset.done = String(Math.floor(done * DOTS));
  }

  /** @param {Play.State} state @param {boolean} paused */
  #controls(state, paused) {
    const doing = role(state);
    const ready = doing === "get-ready" && !paused;
    const asAble = doing === "hold" && current(state).form.asAble;
    const main = this.part("main");
    main.dataset.act = paused ? "resume" : ready ? "done" : "pause";
    this.write("main", this.say(paused ? "resume" : ready ? "in-position" : "pause"));
    const [easier, longer] = [easierForm(state) !== null, room(state) > 0];
    this.#offer("rest", asAble && !paused);
    this.#offer("repeat", paused);
    this.#offer("more", paused && longer);
    this.#offer("finish", paused);
    this.part("over").hidden = !paused && !asAble;
    this.#offer("halt", ready);
    this.#offer("easier", !ready && easier);
    this.#offer("extend", longer && !paused && (ready || !easier));
    this.#offer("skip", !ready);
  }

  /** @param {string} act @param {boolean} offered in the session; other screens have buttons of their own */
  #offer(act, offered) {
    for (const button of this.section.querySelectorAll(`[data-screen="go"] [data-act="${act}"]`)) {
      if (button instanceof HTMLElement) button.hidden = !offered;
    }
  }
}

/** Which one of how many: get-ready and rest are on the way to one. @param {Play.State} state @returns {[number, number]} */
export function progress(state) {
  const counts = state.entries.map((one) => one.form.role === "hold" || one.form.role === "breathe" || one.step.role === "hold");
  const all = counts.filter(Boolean).length;
  const come = counts.slice(0, meantIndex(state) + 1).filter(Boolean).length;
  return [Math.max(1, come), Math.max(1, all)];
}

/** @param {string} text */
export function listItem(text) {
  const item = document.createElement("li");
  item.textContent = text;
  return item;
}

/**
 * The words of the player, which the page brings in a template, so that they are translated and reviewed with all others.
 * @param {HTMLTemplateElement} template with one element per word
 * @returns {Play.Say}
 */
export function wordsOf(template) {
  const texts = new Map(
    [...template.content.querySelectorAll("[data-word]")].map((element) => [element.getAttribute("data-word"), element.textContent ?? ""]),
  );
  return (word, ...args) => {
    const text = texts.get(word);
    if (text === undefined) throw new Error(`The page brings no word ${word}`);
    return text.replace(/\{(\d)\}/g, (_, i) => String(args[Number(i)]));
  };
}

/** Only the player can be reached, by finger, key or screen reader. @param {HTMLElement} element @param {boolean} alone */
export function setAlone(element, alone) {
  for (let at = element; at.parentElement && at !== document.body; at = at.parentElement) {
    for (const other of at.parentElement.children) {
      if (other !== at && other instanceof HTMLElement) other.inert = alone;
    }
  }
  document.documentElement.toggleAttribute("data-playing", alone);
}
