// @ts-check
/**
 * A few words instead of a hand: stop, pause, next, again, easier. Only where the browser understands speech on the phone itself,
 * so that no voice leaves it; never needed.
 *
 * [1] Our own voice is heard too. What it is just saying is not an order.
 * [2] Browsers end listening by themselves after a while; it begins again, but not for ever where that fails at once.
 */
const QUICK_ENDS = 3;
const QUICK_MS = 1000;
/** Whoever says more than this is talking to somebody else, unless it is stop. */
const MOST_WORDS = 4;

/** @param {string} language @returns {Promise<boolean>} whether speech is understood here, without a network */
export async function canListen(language, Recognition = recognition()) {
  try {
    return (await Recognition?.available?.({ langs: [language], processLocally: true })) === "available";
  } catch {
    return false; // it knows of no such thing: then it would send the voice away
  }
}

/** @returns {any} */
function recognition() {
  return /** @type {any} */ (globalThis).SpeechRecognition;
}

/**
 * What is meant by what was heard.
 * @param {string} heard @param {Map<string, string>} orders word → act, stop among them @param {string} ours [1]
 * @returns {string | null}
 */
export function understood(heard, orders, ours) {
  const words = plain(heard);
  const own = plain(ours);
  const found = words.filter((word) => orders.has(word) && !own.includes(word)).map((word) => orders.get(word) ?? null);
  if (found.includes("stop")) return "stop";
  return words.length <= MOST_WORDS ? (found.at(-1) ?? null) : null;
}

/** @param {string} text */
function plain(text) {
  return text.toLowerCase().split(/[^\p{L}]+/u).filter((word) => word !== "");
}

export class WordsHeard {
  /** @type {any} */
  #listening = null;
  #began = 0;
  #quickEnds = 0;
  /** Of this listening, the last result that was an order: it comes several times, ever clearer. */
  #done = -1;

  /** @param {{language: string, orders: Map<string, string>, ours: () => string, ask: (what: string) => void, onChange: (on: boolean) => void}} parts */
  constructor({ language, orders, ours, ask, onChange }, Recognition = recognition()) {
    this.language = language;
    this.orders = orders;
    this.ours = ours;
    this.ask = ask;
    this.onChange = onChange;
    this.Recognition = Recognition;
  }

  get on() {
    return this.#listening !== null;
  }

  start() {
    const listening = new this.Recognition();
    Object.assign(listening, { lang: this.language, continuous: true, interimResults: true, processLocally: true });
    listening.onresult = (/** @type {any} */ event) => this.#heard(event);
    listening.onend = () => this.#ended();
    listening.onerror = (/** @type {any} */ { error }) => error === "not-allowed" && this.stop();
    this.#listening = listening;
    this.#began = performance.now();
    this.#done = -1;
    try {
      listening.start();
    } catch {
      return this.stop(); // the microphone is taken
    }
    this.onChange(true);
  }

  stop() {
    const listening = this.#listening;
    this.#listening = null;
    listening?.abort();
    this.onChange(false);
  }

  /** @param {any} event */
  #heard({ results, resultIndex }) {
    for (let i = Math.max(resultIndex, this.#done + 1); i < results.length; i++) {
      const what = understood(results[i][0].transcript, this.orders, this.ours());
      if (what === null) continue;
      this.#done = i;
      this.ask(what);
    }
  }

  /** [2] */
  #ended() {
    if (!this.on) return;
    this.#quickEnds = performance.now() - this.#began < QUICK_MS ? this.#quickEnds + 1 : 0;
    if (this.#quickEnds >= QUICK_ENDS) this.stop();
    else this.start();
  }
}
