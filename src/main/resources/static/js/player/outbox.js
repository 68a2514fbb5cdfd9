// @ts-check
/**
 * Records that are not yet on the server: of sessions, of heat and of quiet minutes. What is put here stays until the server has
 * said that it is stored; its id makes sending it twice harmless. What cannot be sent or read is set aside and counted, never
 * thrown away.
 */
import { deviceStore } from "./store.js";

const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 300_000;
const RECORD_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Where the records of a kind go, and the fields without which one is broken. @type {Record<Play.Kind, {to: string, needs: string[]}>} */
const KINDS = {
  session: { to: "/api/records/", needs: ["script", "events"] },
  heat: { to: "/api/heat/courses/", needs: ["way", "answers", "startedAt"] },
  quiet: { to: "/api/quiet/", needs: ["kind", "startedAt"] },
};

export class Outbox {
  /** @type {Promise<void> | null} */
  #sending = null;
  #again = false;
  #failures = 0;
  /** @type {unknown} */
  #timer = null;

  /**
   * @param {object} parts
   * @param {Play.Store} parts.store
   * @param {(id: string, record: any, kind?: Play.Kind) => Promise<Play.Sent>} parts.send
   * @param {(counts: Play.Counts) => void} [parts.onChange]
   * @param {(id: string, answer: any) => void} [parts.onStored]
   * @param {(run: () => void, ms: number) => unknown} [parts.later]
   * @param {(timer: any) => void} [parts.cancel]
   * @param {(run: () => Promise<void>) => Promise<void>} [parts.alone] runs it while no other tab of ours does
   */
  constructor({ store, send, onChange = () => {}, onStored = () => {}, later = setTimeout, cancel = clearTimeout, alone = (run) => run() }) {
    this.alone = alone;
    this.store = store;
    this.send = send;
    this.onChange = onChange;
    this.onStored = onStored;
    // Called bare: a browser refuses its own setTimeout as the method of another object.
    this.later = (/** @type {() => void} */ run, /** @type {number} */ ms) => later(run, ms);
    this.cancel = (/** @type {any} */ timer) => cancel(timer);
  }

  /** Keeps a record for sending. Once this is done it is as safe as this device can make it. @param {string} id @param {any} record @param {Play.Kind} kind */
  async put(id, record, kind = "session") {
    await this.store.put({ id, kind, record, aside: null });
    await this.#tell();
  }

  /** Keeps what was stored on this device and cannot be read, so that it can still be looked at. @param {string} id @param {unknown} broken */
  async keepBroken(id, broken) {
    await this.store.put(/** @type {any} */ ({ id, record: broken, aside: "unreadable" }));
    await this.#tell();
  }

  /** Tries all that waits, now. Ends when each has been tried once; two calls never send side by side. */
  flush() {
    this.#again = this.#sending !== null;
    this.#sending ??= this.alone(() => this.#sendAll()).finally(() => {
      this.#sending = null;
      if (this.#again) void this.flush();
    });
    return this.#sending;
  }

  /** @returns {Promise<Play.Counts>} */
  async counts() {
    const entries = await this.store.all();
    const aside = entries.filter((entry) => !isSendable(entry)).length;
    return { waiting: entries.length - aside, aside, lasting: this.store.lasting };
  }

  async #sendAll() {
    this.cancel(this.#timer);
    /** @type {number[]} */
    const waits = [];
    for (const entry of await this.store.all()) {
      if (!isSendable(entry)) await this.#setAside(entry, "unreadable");
      else waits.push(...(await this.#sendOne(entry)));
    }
    await this.#tell();
    this.#failures = waits.length > 0 ? this.#failures + 1 : 0;
    if (waits.length === 0) return;
    const backoff = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#failures - 1));
    this.#timer = this.later(() => void this.flush(), Math.max(backoff, ...waits));
  }

  /** @param {Play.Waiting} entry @returns {Promise<number[]>} empty, or how long the server wants to be left alone, in ms */
  async #sendOne(entry) {
    const sent = await this.send(entry.id, entry.record, entry.kind);
    if ("refused" in sent) await this.#setAside(entry, sent.refused);
    else if (!sent.stored) return [sent.retryAfterMs ?? 0];
    else {
      await this.#removeUnlessChanged(entry);
      this.onStored(entry.id, sent.answer);
    }
    return [];
  }

  /** A record that was added to while it was on its way goes again. @param {Play.Waiting} sent */
  async #removeUnlessChanged(sent) {
    const now = (await this.store.all()).find((entry) => isSendable(entry) && entry.id === sent.id);
    const same = now === undefined || JSON.stringify(/** @type {Play.Waiting} */ (now).record) === JSON.stringify(sent.record);
    if (same) await this.store.remove(sent.id);
    else this.#again = true;
  }

  /** @param {unknown} entry @param {string} why */
  async #setAside(entry, why) {
    if (isObject(entry) && typeof entry.id === "string" && !entry.aside) {
      await this.store.put(/** @type {Play.Waiting} */ (/** @type {unknown} */ ({ ...entry, aside: why })));
    }
  }

  async #tell() {
    this.onChange(await this.counts());
  }
}

/** Two tabs of ours never send side by side; where a browser has no locks, the server's answer to the second is the same. @param {() => Promise<void>} run */
export async function aloneAmongTabs(run, locks = navigator.locks) {
  await (locks ? locks.request("unknot.outbox", run) : run());
}

/** @type {Promise<Outbox> | undefined} */
let ofThisDevice;

/** The one outbox of this device, the same for all of a page. It tries again whenever there may be a network again. */
export function deviceOutbox() {
  return (ofThisDevice ??= deviceStore().then((store) => {
    const outbox = new Outbox({ store, send: putRecord, alone: aloneAmongTabs });
    addEventListener("online", () => void outbox.flush());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && void outbox.flush());
    return outbox;
  }));
}

/** @param {unknown} entry @returns {entry is Play.Waiting} */
function isSendable(entry) {
  if (!isObject(entry) || entry.aside || typeof entry.id !== "string" || !RECORD_ID.test(entry.id)) return false;
  const { record } = entry;
  return isObject(record) && kindOf(entry.kind)?.needs?.every((field) => record[field]);
}

/** One that was put here before there were kinds is that of a session. @param {any} kind */
const kindOf = (kind) => KINDS[/** @type {Play.Kind} */ (kind ?? "session")];

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isObject(value) {
  return typeof value === "object" && value !== null;
}

/**
 * Puts a record on the server. What the server will never take is refused; what it may take later is not stored.
 * @param {string} id @param {any} record @param {Play.Kind} [kind] @returns {Promise<Play.Sent>}
 */
export async function putRecord(id, record, kind) {
  const body = JSON.stringify({ ...record, clock: { sentAt: new Date().toISOString() } });
  let response;
  try {
    response = await fetch(kindOf(kind).to + id, {
      method: "PUT",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body,
      signal: AbortSignal.timeout(10_000),
    });
    if (response.ok) return { stored: true, answer: await response.json() };
  } catch {
    return { stored: false }; // no network, or cut off: it will be tried again
  }
  // A course that may not start has run all the same: a fact, told as one that began without asking.
  if (kind === "heat" && response.status === 409 && !record.offline) return putRecord(id, { ...record, offline: true }, kind);
  const seconds = Number(response.headers.get("Retry-After"));
  const waits = response.status >= 500 || [401, 408, 425, 429].includes(response.status);
  if (waits) return { stored: false, ...(seconds > 0 && { retryAfterMs: seconds * 1000 }) };
  return { refused: `${response.status}` };
}
