// @ts-check
/** When a session is over: its record is kept and sent, how it was is asked, and it is said what comes next. */
import { listItem } from "./view.js";
import { endsTheSession } from "./pain-rules.js";
import { heldSeconds, toRecord } from "./record.js";
import { afterForm } from "./sheets.js";
import { unsentWords } from "./unsent-words.js";

/** How long to wait for the server before asking on this page. */
const SEND_WITHIN_MS = 4000;

/** Tomorrow's script stands on today being done in comfort. */
const NOT_AS_EXPECTED = ["stop", "easier", "skip"];

export class Afterwards {
  /** Records that the server has said are stored, since this page was loaded. @type {Set<string>} */
  #stored = new Set();
  /** @type {Play.Run | null} */
  #run = null;

  /**
   * @param {import("./view.js").View} view
   * @param {Play.Kept} kept
   * @param {import("./outbox.js").Outbox} outbox
   */
  constructor(view, kept, outbox) {
    this.view = view;
    this.kept = kept;
    this.outbox = outbox;
    outbox.onChange = (counts) => this.#tell(counts);
    outbox.onStored = (id, answer) => this.#isStored(id, answer);
    afterForm(view, (after) => void this.answered(after));
  }

  /** @param {Play.Run} run @param {Play.State} state @param {string | null} personal id of a script that the server made for this person */
  async over(run, state, personal) {
    this.#run = run;
    this.personal = personal;
    if (run.events.some((event) => NOT_AS_EXPECTED.includes(event.type))) this.kept.dropTomorrow();
    if (state.show !== null && endsTheSession(state.show)) {
      const { tags, exercises } = this.kept.locked();
      this.kept.keepLocked({ tags: [...new Set([...tags, ...state.lockedTags])], exercises });
      showStopped(this.view, state);
      await this.#keep(run, null);
      return void this.outbox.flush();
    }
    await this.#keep(run, null);
    if (personal !== null && (await this.#sent(run.id))) return location.assign(`/sessions/${personal}/after`);
    this.view.show("after");
  }

  /** @param {Play.After | null} after none where the person would rather not say */
  async answered(after) {
    const run = this.#run;
    if (run === null) return;
    const { say } = this.view;
    await this.#keep(run, after);
    const sent = await this.#sent(run.id);
    if (sent && this.personal !== null) return location.assign("/tomorrow");
    const held = Object.values(heldSeconds(run.script, run.events)).reduce((sum, { left, right, none }) => sum + left + right + none, 0);
    const words = [held > 0 && this.personal !== null ? say("held", held) : "", sent ? say("saved") : ""];
    this.view.write("done-text", words.join(" ").trim());
    const link = /** @type {HTMLAnchorElement} */ (this.view.part("done-link"));
    link.textContent = say(this.personal === null ? "to-questions" : "to-plan");
    link.href = this.personal === null ? "/questions" : "/plan";
    this.view.show("done");
  }

  /** @param {Play.Run} run @param {Play.After | null} after */
  async #keep(run, after) {
    await this.outbox.put(run.id, toRecord(run.script, { ...run, after }));
    // Where the outbox lives in memory only, the run stays on the device: a reload puts it there again.
    if ((await this.outbox.counts()).lasting) this.kept.forgetRun();
  }

  /** Sends now, and waits a little for the answer. @param {string} id */
  async #sent(id) {
    this.#stored.delete(id);
    const inTime = new Promise((resolve) => setTimeout(resolve, SEND_WITHIN_MS));
    await Promise.race([this.outbox.flush(), inTime]);
    return this.#stored.has(id);
  }

  /** @param {string} id @param {any} answer */
  #isStored(id, answer) {
    this.#stored.add(id);
    if (this.#run?.id === id) this.kept.forgetRun();
    if (Array.isArray(answer?.forbidden)) this.kept.keepLocked({ tags: this.kept.locked().tags, exercises: answer.forbidden });
  }

  /** @param {Play.Counts} counts */
  #tell(counts) {
    const words = unsentWords(counts, this.view.say);
    for (const part of this.view.section.querySelectorAll('[data-part="outbox"]')) part.textContent = words;
  }
}

/** Both begin with the danger pages, which need no network and do not wait for the server to have heard of the stop. @type {Record<string, string>} */
const LEADS_TO = { recheck: "/call-now", "emergency-check": "/emergency" };

/** What is said after a stop, and where it leads. @param {import("./view.js").View} view @param {Play.State} state */
export function showStopped(view, state) {
  const { say } = view;
  const words = wordsFor(state);
  const ends = state.show !== null && endsTheSession(state.show);
  view.write("stopped-title", say(`${words}-title`));
  view.write("stopped-text", say(`${words}-text`));
  const titles = [...new Set(state.leftOut.map((step) => step.title))];
  view.part("left-out").hidden = titles.length === 0;
  view.part("left-out-list").replaceChildren(...titles.map(listItem));
  const go = view.part("stopped-go");
  go.dataset.act = words === "end" ? "finish" : "resume";
  view.write("stopped-go", ends ? null : say(words === "next" ? "go-on" : `${words}-button`));
  const link = /** @type {HTMLAnchorElement} */ (view.part("stopped-link"));
  view.write("stopped-link", ends ? say(`${words}-button`) : null);
  link.href = LEADS_TO[state.show ?? ""] ?? "/";
  const row = /** @type {HTMLElement} */ (go.parentElement?.querySelector(".player-row"));
  row.hidden = ends || words === "end";
  view.show("stopped");
}

/** @param {Play.State} state */
function wordsFor(state) {
  if (state.show === "recheck") return "recheck";
  if (state.show === "emergency-check") return "emergency";
  if (state.index + 1 >= state.entries.length) return "end";
  return state.show === "rest" ? "rest" : "next";
}
