// @ts-check
/** What a course is at a moment. Nothing is counted: everything follows from when it began, so a locked phone changes nothing. */

const MINUTE = 60_000;
/** How long the alarm goes on for whoever is slow to come. */
export const ALARM_S = 90;
const ALARM_EACH_MS = 4000;
/** Tapped within this after the alarm the heat was off in time. */
const GRACE_MS = MINUTE;
/** docs/clinical/sources.md#J-heat */
const REST_MS = 60 * MINUTE;

/** @param {Heat.Wish} course @returns {number} ms after the start: the hard stop */
export const lengthMs = (course) => course.minutes * MINUTE;

/** Half way, and never later than ten minutes in. @param {Heat.Wish} course */
export const checkMs = (course) => lengthMs(course) / 2;

/** @param {Heat.Wish} wish @param {string} id @param {number} now @returns {Heat.Course} */
export function begin(wish, id, now) {
  return { ...wish, id, startedAt: now, offline: false, end: null, off: false, skin: null };
}

/**
 * The course as it is now: past the hard stop it is over, at the hard stop exactly, however late somebody looks.
 * @param {Heat.Course} course @param {number} now @returns {Heat.Course}
 */
export function at(course, now) {
  const stop = course.startedAt + lengthMs(course);
  return course.end === null && now >= stop ? { ...course, end: { at: stop, how: "time" } } : course;
}

/** @param {Heat.Course} course @param {number} now @returns {"warm" | "check" | "last" | "over"} */
export function moment(course, now) {
  if (at(course, now).end !== null) return "over";
  const ran = now - course.startedAt;
  if (lengthMs(course) - ran <= MINUTE) return "last";
  return ran >= checkMs(course) ? "check" : "warm";
}

/** @param {Heat.Course} course @param {number} now */
export function leftMs(course, now) {
  return at(course, now).end === null ? Math.max(0, course.startedAt + lengthMs(course) - now) : 0;
}

/** How long the alarm had rung before anybody looked, in whole minutes; 0 is in time. @param {Heat.Course} course @param {number} now */
export function lateMinutes(course, now) {
  const { end } = at(course, now);
  return end?.how === "time" ? Math.floor((now - end.at) / MINUTE) : 0;
}

/** It ends now: stopped early, or too hot. @param {Heat.Course} course @param {Heat.How} how @param {number} now @returns {Heat.Course} */
export function stop(course, how, now) {
  const over = at(course, now);
  return over.end === null ? { ...over, end: { at: now, how }, off: true } : off(over, now);
}

/** Somebody says that the heat is off; long after the alarm that is when it came off. @param {Heat.Course} course @param {number} now @returns {Heat.Course} */
export function off(course, now) {
  const over = at(course, now);
  if (over.end === null || over.off) return over;
  return { ...over, off: true, end: { ...over.end, at: now - over.end.at > GRACE_MS ? now : over.end.at } };
}

/** @param {Heat.Course} course @returns {number} */
export function restsUntil(course) {
  return (course.end?.at ?? course.startedAt + lengthMs(course)) + REST_MS;
}

/** What sounds when, in ms of the track; the alarm goes on for a while. @param {Heat.Wish} course @returns {Sound.Mark[]} */
export function marks(course) {
  const end = lengthMs(course);
  const alarm = Array.from({ length: Math.floor((ALARM_S * 1000) / ALARM_EACH_MS) }, (_, i) => ({ atMs: end + i * ALARM_EACH_MS, bell: /** @type {const} */ ("alarm") }));
  return [{ atMs: 0, bell: "start" }, { atMs: checkMs(course), bell: "half" }, { atMs: end - MINUTE, bell: "last" }, ...alarm];
}

/** As the server takes it. @param {Heat.Course} course @param {number} now */
export function record(course, now) {
  const time = (/** @type {number} */ ms) => new Date(ms).toISOString();
  return {
    way: course.way,
    minutes: course.minutes,
    answers: course.answers,
    offline: course.offline,
    startedAt: time(course.startedAt),
    end: course.end && { at: time(course.end.at), how: course.end.how },
    skin: course.skin,
    clock: { sentAt: time(now) },
  };
}
