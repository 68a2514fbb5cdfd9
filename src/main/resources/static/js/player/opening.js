// @ts-check
/** What is there to play, and may it be started: the script from the server or this device, and what was left half-way. */
import { toRecord } from "./record.js";
import { readScript, UnreadableScript } from "./script.js";

/** A session that was left longer ago is not gone on with. */
const TAKE_UP_WITHIN_MS = 12 * 3_600_000;
/** The server sets validUntil at most 24 hours ahead. Where it is further off than that and a little, this device's clock is wrong. */
const LONGEST_VALID_MS = 24 * 3_600_000 + 600_000;
/** A header comes in whole seconds, and late. */
const CLOCK_IS_RIGHT_MS = 60_000;
/** How long the server is told what it does not know yet before it is asked. */
const TELL_WITHIN_MS = 4000;

/** The script at an address, or the copy of it that this device has. @param {string} url @param {Play.Kept} kept @returns {Promise<Play.Script | "unreadable" | "no-script">} */
export async function scriptAt(url, kept) {
  try {
    const response = await fetch(url, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new TypeError(`${response.status}`);
    noteClock(response, kept);
    const script = readScript(await response.json());
    kept.keepScript(url, script);
    return script;
  } catch (problem) {
    if (problem instanceof UnreadableScript) return "unreadable";
    return copyOf(kept.script(url));
  }
}

/**
 * Which script a page is to play that names none: that of its address, or what this phone keeps for now.
 * @param {string} path @param {Play.Kept} kept @returns {string} its address; empty where there is none
 */
export function addressOfKept(path, kept) {
  const [, id] = /^\/sessions\/([^/]+)$/.exec(path) ?? [];
  if (id) return `/api/scripts/${id}`;
  const ahead = kept.ahead(Date.now() + kept.aheadBy());
  if (ahead === null) return "";
  const address = `/api/scripts/${ahead.script.id}`;
  kept.keepScript(address, ahead.script);
  return address;
}

/** What the server's clock says, so that a phone set wrong still knows how old a script is. @param {Response} response @param {Play.Kept} kept */
function noteClock(response, kept) {
  const theirs = Date.parse(response.headers.get("Date") ?? "");
  if (!Number.isNaN(theirs)) kept.keepAheadBy(Math.abs(theirs - Date.now()) > CLOCK_IS_RIGHT_MS ? theirs - Date.now() : 0);
}

/** @param {unknown} known @returns {Play.Script | "no-script"} */
function copyOf(known) {
  try {
    return readScript(known);
  } catch (problem) {
    if (problem instanceof UnreadableScript) return "no-script"; // none, or one of an older player
    throw problem;
  }
}

/**
 * A session of this script that was left may be gone on with. Any other is over, and what there is of it is sent.
 * @param {Play.Script | null} script @param {Play.Kept} kept @param {import("./outbox.js").Outbox} outbox @param {() => string} newId
 * @returns {Promise<Play.Run | null>}
 */
export async function leftHalfWay(script, kept, outbox, newId) {
  const broken = kept.brokenRun();
  if (broken !== null) {
    await outbox.keepBroken(newId(), broken);
    kept.forgetRun();
  }
  const run = kept.run();
  if (run === null) return null;
  const same = run.script.id === script?.id && run.script.revision === script.revision;
  if (same && Date.now() - run.startedAt < TAKE_UP_WITHIN_MS) return run;
  await giveUp(run, kept, outbox);
  return null;
}

/** Sends what there is of a session that is not gone on with. @param {Play.Run} run @param {Play.Kept} kept @param {import("./outbox.js").Outbox} outbox */
export async function giveUp(run, kept, outbox) {
  await outbox.put(run.id, toRecord(run.script, { ...run, after: null }));
  kept.forgetRun();
}

/**
 * Whether a script may be started; one that is for everyone always may. The server decides by what it knows: it is told first
 * what waits here, and where that did not get through, what is locked here holds whatever the server says.
 * @param {string} url @param {boolean} personal @param {Play.Script} script @param {Play.Kept} kept @param {import("./outbox.js").Outbox} outbox
 * @returns {Promise<Play.Start>}
 */
export async function mayStart(url, personal, script, kept, outbox, ask = fetch) {
  if (!personal) return { start: script, isNew: false, online: false };
  await Promise.race([outbox.flush(), new Promise((resolve) => setTimeout(resolve, TELL_WITHIN_MS))]);
  try {
    const start = await startOnline(url, script, () => Date.now() + kept.aheadBy(), kept.locked(), ask);
    const knowsLess = "online" in start && start.online && (await outbox.counts()).waiting > 0;
    if (!knowsLess) return start;
    return isLocked(start.start, kept.locked()) ? { refused: "locked", detail: null } : { ...start, online: false };
  } catch (problem) {
    if (problem instanceof UnreadableScript) return { refused: "not-allowed", detail: null };
    throw problem;
  }
}

/**
 * Without a network a script may start while it is still valid and nothing in it has been locked on this device.
 * @param {Play.Script} script @param {number} now wall clock @param {Play.Locked} locked
 * @returns {Play.Start}
 */
export function startOffline(script, now, locked) {
  const left = Date.parse(script.validUntil) - now;
  if (left <= 0 || left > LONGEST_VALID_MS) return { refused: "too-old", detail: null };
  return isLocked(script, locked) ? { refused: "locked", detail: null } : { start: script, isNew: false, online: false };
}

/** @param {Play.Script} script @param {Play.Locked} locked */
function isLocked(script, locked) {
  return script.steps.some((step) => step.tags.some((tag) => locked.tags.includes(tag)) || locked.exercises.includes(step.exercise));
}

/**
 * Online the server decides, since it knows what has been said since.
 * @param {string} url of the script, such as /api/scripts/{id}
 * @param {Play.Script} script @param {() => number} now @param {Play.Locked} locked
 * @param {typeof fetch} ask
 * @returns {Promise<Play.Start>}
 */
export async function startOnline(url, script, now, locked, ask = fetch) {
  let response;
  try {
    response = await ask(`${url}/start`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ revision: script.revision }),
      signal: AbortSignal.timeout(5000),
    });
  } catch {
    return startOffline(script, now(), locked);
  }
  if (response.status >= 500) return startOffline(script, now(), locked);
  if (response.ok) return { start: script, isNew: false, online: true };
  const answer = await response.json().catch(() => null);
  if (response.status === 409) return { start: readScript(answer?.script ?? answer), isNew: true, online: true };
  return { refused: "not-allowed", detail: answer?.detail ?? null };
}
