// @ts-check
/** A danger page's form, decided on the phone: a deciding tick shows the emergency or doctor page at once, with or without network. */
import { begin, canStore, remember, send } from "./answers.js";
import { decidesAtOnce, next, opensCheck, outcome, problems } from "./danger-rules.js";

/** @typedef {import("./danger-rules.js").Line} Line */
/** @typedef {import("./danger-rules.js").Form} Form */

/** @param {HTMLFormElement} form */
export default async function danger(form) {
  if (!canStore()) {
    return;
  }
  const response = await fetch("/danger.json");
  /** @type {import("./danger-rules.js").Danger} */
  const rules = await response.json();
  const page = rules.pages.find((each) => each.id === form.dataset.page);
  // What is left of a page after a self-check without JavaScript is for the server, which knows the rest.
  if (page) {
    new DangerForm(form, page, rules.youngest);
  }
}

class DangerForm {
  #form;
  #page;
  #youngest;
  /** @type {Form["checks"]} lines that a self-check cleared */
  #cleared = {};

  /**
   * @param {HTMLFormElement} form
   * @param {import("./danger-rules.js").DangerPage} page
   * @param {number} youngest
   */
  constructor(form, page, youngest) {
    this.#form = form;
    this.#page = page;
    this.#youngest = youngest;
    form.addEventListener("change", (event) => this.#changed(/** @type {HTMLInputElement} */ (event.target)));
    form.addEventListener("submit", (event) => this.#submitted(event));
    // Somebody was quicker than the network: their ticks count as if made now. (Browsers restore none: autocomplete is off.)
    form.querySelectorAll("input[type=checkbox]:checked").forEach((input) => this.#changed(/** @type {HTMLInputElement} */ (input)));
    // Coming back, a box that is still ticked would lead away again with the next tap.
    addEventListener("pageshow", (event) => event.persisted && location.reload());
  }

  /** @param {HTMLInputElement} input */
  #changed(input) {
    const row = input.closest(".tick");
    const line = this.#page.lines.find((each) => each.id === row?.getAttribute("data-line"));
    if (!row || !line) {
      return;
    }
    if (input.type === "checkbox") {
      this.#ticked(row, line, input);
    } else if (input.value === "no") {
      this.#clear(row, line);
    }
    const form = this.#read();
    if (line.id in form.ticked && !isOpen(line, form) && decidesAtOnce(this.#page, line)) {
      this.#leave({ ...form, none: false });
    }
  }

  /**
   * @param {Element} row
   * @param {Line} line
   * @param {HTMLInputElement} input
   */
  #ticked(row, line, input) {
    for (const other of /** @type {NodeListOf<HTMLInputElement>} */ (row.querySelectorAll("input[type=checkbox]"))) {
      other.checked = other === input && input.checked;
    }
    delete this.#cleared[line.id];
    const check = row.querySelector("fieldset");
    if (check) {
      check.hidden = !(input.checked && input.value === "unsure" && opensCheck(line));
      check.querySelectorAll("input").forEach((radio) => (radio.checked = false));
      row.querySelector(".tick__cleared")?.setAttribute("hidden", "");
    }
  }

  /**
   * The self-check found nothing: the line is a no, in as many words.
   *
   * @param {Element} row
   * @param {Line} line
   */
  #clear(row, line) {
    this.#cleared[line.id] = "no";
    row.querySelectorAll("input").forEach((input) => (input.checked = false));
    row.querySelector("fieldset")?.setAttribute("hidden", "");
    row.querySelector(".tick__cleared")?.removeAttribute("hidden");
    /** @type {HTMLElement | null} */ (row.querySelector("input"))?.focus();
  }

  /** @param {SubmitEvent} event */
  #submitted(event) {
    event.preventDefault();
    const form = { ...this.#read(), none: event.submitter?.getAttribute("name") === "none" };
    const found = problems(this.#page, form);
    if (found.length > 0) {
      this.#show(found);
    } else {
      this.#leave(form);
    }
  }

  /** @returns {Form} */
  #read() {
    const data = new FormData(this.#form);
    /** @type {Form} */
    const form = { ticked: {}, checks: { ...this.#cleared }, none: false, age: /** @type {string | null} */ (data.get("age")) };
    for (const line of this.#page.lines) {
      const values = data.getAll(line.id);
      if (values.length > 0) {
        form.ticked[line.id] = values.includes("yes") ? "yes" : "unsure";
      }
      const check = data.get(`${line.id}-check`);
      if (check) {
        form.checks[line.id] = /** @type {import("./danger-rules.js").Answer} */ (check);
      }
    }
    return form;
  }

  /** @param {Form} form */
  #leave(form) {
    const { level, age, answers } = outcome(this.#page, form, this.#youngest);
    const first = this.#page.id === "call-now";
    const keep = first ? begin : remember;
    keep({ age, answers, level: level ?? (first ? null : "CLEAR") }, new Date());
    send();
    location.assign(next(level, this.#page.id));
  }

  /** @param {import("./danger-rules.js").Problem[]} found */
  #show(found) {
    document.querySelector(".error-summary")?.remove();
    const summary = document.createElement("section");
    summary.className = "error-summary";
    summary.setAttribute("role", "alert");
    summary.setAttribute("aria-labelledby", "errors-title");
    summary.tabIndex = -1;
    const title = document.createElement("h2");
    title.id = "errors-title";
    title.textContent = this.#form.dataset.errorsTitle ?? "";
    const list = document.createElement("ul");
    for (const { input, problem } of found) {
      const link = document.createElement("a");
      link.href = `#${input}`;
      link.textContent = this.#form.getAttribute(`data-${problem}`);
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    summary.append(title, list);
    this.#form.before(summary);
    this.#form.querySelector("#age")?.setAttribute("aria-invalid", String(found.some(({ input }) => input === "age")));
    // Some screen readers speak only what takes focus, not what appears.
    summary.focus();
  }
}

/**
 * @param {Line} line
 * @param {Form} form
 */
function isOpen(line, form) {
  return form.ticked[line.id] === "unsure" && opensCheck(line) && !form.checks[line.id];
}
