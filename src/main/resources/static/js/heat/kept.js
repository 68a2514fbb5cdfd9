// @ts-check
/**
 * What the phone keeps about heat: what the server last said, the course under way, and what is still to be sent. A course stays
 * until the server has said that it is stored; its id makes sending it twice harmless. "Erase everything" takes it all.
 */
import { record } from "./course.js";

const STANDING = "unknot.heat.standing";
const COURSE = "unknot.heat.course";
const UNSENT = "unknot.heat.unsent";

/** @param {string} key @returns {any} */
function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null; // storage denied, or somebody else wrote there: as if there were nothing
  }
}

/** @param {string} key @param {unknown} value @returns {boolean} whether it is kept */
function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false; // full or denied: the course goes on, and the page says that it is not kept
  }
}

/** @returns {Heat.Standing | null} */
export const standing = () => read(STANDING);

/** Asks the server what speaks against heat, so that a phone without a network knows. @returns {Promise<Heat.Standing | null>} */
export async function askStanding() {
  try {
    const response = await fetch("/api/heat/standing", { headers: { Accept: "application/json" }, signal: AbortSignal.timeout(6000) });
    if (response.ok) write(STANDING, await response.json());
  } catch {
    // no network: what was kept holds for as long as it said
  }
  return standing();
}

/** @returns {Heat.Course | null} */
export function course() {
  const kept = read(COURSE);
  return kept && typeof kept.startedAt === "number" && typeof kept.minutes === "number" && typeof kept.id === "string" ? kept : null;
}

/** @param {Heat.Course} course */
export function keep(course) {
  return write(COURSE, course) && write(UNSENT, { ...read(UNSENT), [course.id]: course });
}

/** How many courses wait to be sent. */
export const waiting = () => Object.keys(read(UNSENT) ?? {}).length;

/**
 * Sends what waits. What the server will never take is set aside, not thrown away.
 * @returns {Promise<number>} how many still wait
 */
export async function flush() {
  for (const [id, course] of Object.entries(/** @type {Record<string, Heat.Course>} */ (read(UNSENT) ?? {}))) {
    const answer = await put(course);
    const now = read(UNSENT) ?? {};
    const same = JSON.stringify(now[id]) === JSON.stringify(course);
    if (answer === null || answer.status >= 500 || answer.status === 429) continue;
    if (answer.status === 409 && !course.offline && same) {
      write(UNSENT, { ...now, [id]: { ...course, offline: true } }); // it ran all the same: a fact
    } else if (same) {
      if (answer.status >= 400) write(`${UNSENT}.aside`, { ...read(`${UNSENT}.aside`), [id]: course });
      delete now[id];
      write(UNSENT, now);
    }
  }
  return waiting();
}

/** @param {Heat.Course} course @returns {Promise<Response | null>} null where there is no network */
export async function put(course) {
  try {
    return await fetch(`/api/heat/courses/${course.id}`, {
      method: "PUT",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(record(course, Date.now())),
      signal: AbortSignal.timeout(6000),
    });
  } catch {
    return null;
  }
}
