// @ts-check
/**
 * What the phone keeps about heat: what the server last said, and the course under way. What is to be sent waits in the one outbox
 * of this phone (../player/outbox.js).
 */
import { read, write } from "../storage.js";
import { record } from "./course.js";

const STANDING = "unknot.heat.standing";
const COURSE = "unknot.heat.course";
/** That the course, as it is kept, is in the outbox: a phone may die between the two. */
const TOLD = "unknot.heat.told";
/** Where courses waited before there was one outbox. */
const OLD = ["unknot.heat.unsent", "unknot.heat.unsent.aside"];

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
  return isCourse(kept) ? kept : null;
}

/** A course that the server has already. @param {Heat.Course} course @returns {boolean} whether it is kept */
export const takeOver = (course) => write(COURSE, course);

/** @param {Heat.Course} course @param {Promise<import("../player/outbox.js").Outbox>} outbox @returns {Promise<boolean>} whether it outlives the page */
export async function keep(course, outbox) {
  const written = write(COURSE, course);
  write(TOLD, false);
  const box = await outbox;
  await box.put(course.id, record(course, Date.now()), "heat");
  write(TOLD, true);
  return written || box.store.lasting;
}

/** What did not get into the outbox. @param {Promise<import("../player/outbox.js").Outbox>} outbox */
export async function keepWhatWasCutOff(outbox) {
  const left = course();
  if (left !== null && read(TOLD) === false) await keep(left, outbox);
  for (const old of OLD) {
    const courses = Object.values(read(old) ?? {}).filter(isCourse);
    for (const each of courses) await (await outbox).put(each.id, record(each, Date.now()), "heat");
    write(old, null);
  }
}

/** @param {any} kept @returns {kept is Heat.Course} */
function isCourse(kept) {
  return typeof kept?.startedAt === "number" && typeof kept.minutes === "number" && typeof kept.id === "string";
}

/** Asks whether it may start, which begins it. @param {Heat.Course} course @returns {Promise<Response | null>} null where there is no network */
export async function ask(course) {
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
