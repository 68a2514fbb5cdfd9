// @ts-check
/** The two places where a person answers: the stop sheet, and how it is afterwards. */

export class StopSheet {
  /** @param {import("./view.js").View} view @param {(answer: Play.StopAnswer) => void} onAnswer */
  constructor(view, onAnswer) {
    this.view = view;
    this.wanted = false;
    this.dialog = /** @type {HTMLDialogElement} */ (view.part("sheet"));
    this.form = /** @type {HTMLFormElement} */ (this.dialog.querySelector("form"));
    // Esc must not close it: the answer decides what may still be done. "I tapped by mistake" is the way back.
    this.dialog.addEventListener("cancel", (event) => event.preventDefault());
    this.dialog.addEventListener("close", () => this.wanted && this.dialog.showModal()); // a browser may close it all the same
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const answer = this.#answer();
      if (answer) {
        this.close();
        onAnswer(answer);
      }
    });
  }

  open() {
    if (this.dialog.open) return;
    this.wanted = true;
    this.form.reset();
    this.view.part("sheet-error").hidden = true;
    this.dialog.showModal();
  }

  close() {
    this.wanted = false;
    this.dialog.close();
  }

  /** @returns {Play.StopAnswer | null} */
  #answer() {
    const data = new FormData(this.form);
    const reason = /** @type {Play.Reason | null} */ (data.get("reason"));
    this.view.part("sheet-error").hidden = reason !== null;
    if (reason === null) {
      focusFirst(this.form, "reason");
      return null;
    }
    if (reason === "tired") return { reason, pain: null, where: null };
    return { reason, pain: score(data, "pain"), where: /** @type {any} */ (data.get("where")) };
  }
}

/**
 * @param {import("./view.js").View} view @param {(after: Play.After) => void} onAnswer
 */
export function afterForm(view, onAnswer) {
  const form = /** @type {HTMLFormElement} */ (view.section.querySelector('[data-screen="after"]'));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const data = new FormData(form);
    const change = /** @type {"better" | "same" | "worse" | null} */ (data.get("change"));
    const pain = score(data, "pain");
    const whole = change !== null && pain !== null;
    view.part("after-error").hidden = whole;
    if (whole) onAnswer({ change, pain });
    else focusFirst(form, change === null ? "change" : "pain");
  });
}

/** Pain chosen on a scale from 0 to 10. @param {FormData} data @param {string} name */
export function score(data, name) {
  const value = data.get(name);
  return value === null ? null : Number(value);
}

/** @param {HTMLElement} form @param {string} name */
function focusFirst(form, name) {
  /** @type {HTMLElement | null} */ (form.querySelector(`input[name="${name}"]`))?.focus();
}
