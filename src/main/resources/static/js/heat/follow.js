// @ts-check
/**
 * A course that the server knows and this page shows without a timer, because it was begun before the script was there, or in
 * another place: it goes on with clock, sound and alarm, on the page that has them.
 */
import { course, takeOver } from "./kept.js";

/** @param {HTMLElement} page */
export default function follow({ dataset: { id, way, minutes, left } }) {
  const startedAt = Date.now() - (Number(minutes) * 60_000 - Number(left));
  const begun = { id, way, minutes: Number(minutes), answers: {}, startedAt, offline: false, end: null, off: false, skin: null };
  if (course()?.id === id || takeOver(/** @type {Heat.Course} */ (begun))) location.replace("/heat/courses/new");
}
