// @ts-check
/** What this phone lacks for a session, said in one line. None of it keeps a session from running. */

export class Missing {
  /** @type {Set<Play.Lack>} */
  #lacks = new Set();

  /** @param {import("./view.js").View} view */
  constructor(view) {
    this.view = view;
  }

  /** @param {Play.Lack} what @param {boolean} isMissing */
  note(what, isMissing) {
    if (isMissing) this.#lacks.add(what);
    else this.#lacks.delete(what);
    const words = [...this.#lacks].map((lack) => this.view.say(`lacks-${lack}`));
    this.view.write("missing", words.length > 0 ? this.view.say("lacks", words.join(", ")) : null);
  }
}
