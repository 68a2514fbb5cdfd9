// @ts-check
/**
 * The questions before heat, decided on a phone without a network. With one the server decides, by the same rules and more. What
 * the server last said holds for as long as it said; whoever has nothing from it gets a no.
 */

/** What is missing before anything can be decided. @param {{way: string, minutes: string, pregnant: string, ticked: Record<string, Heat.Answer>, none: boolean}} form */
export function missing(form) {
  const parts = [];
  if (!["pack", "shower", "bath"].includes(form.way)) parts.push("way");
  if (!["15", "20"].includes(form.minutes)) parts.push("minutes");
  if (!["yes", "no", "unsure"].includes(form.pregnant)) parts.push("pregnant");
  const touched = Object.keys(form.ticked).length > 0;
  if (form.none === touched) parts.push(touched ? "both" : "list");
  return parts;
}

/** What the server said that still holds, before any question is asked. @param {Heat.Standing | null} standing @param {number} now @returns {string[]} */
export function standingAgainst(standing, now) {
  if (standing === null || now >= Date.parse(standing.goodUntil)) return [];
  const rules = standing.refusals.map(({ rule }) => rule).filter((rule) => rule !== "too-soon");
  return standing.restsUntil && now < Date.parse(standing.restsUntil) ? [...rules, "too-soon"] : rules;
}

/**
 * The rules that speak against it; none when it may start.
 * @param {Heat.Wish} wish @param {Heat.Standing | null} standing @param {number | null} localRest until when a course on this phone asks for rest @param {number} now
 * @returns {string[]}
 */
export function refusals(wish, standing, localRest, now) {
  const yes = (/** @type {string} */ question) => wish.answers[question] !== "no"; // not sure counts as yes
  const known = standing !== null && now < Date.parse(standing.goodUntil);
  const rules = known ? standing.refusals.map(({ rule }) => rule).filter((rule) => rule !== "too-soon") : ["not-asked"];
  for (const question of Object.keys(wish.answers)) {
    if (question !== "pregnant" && yes(question)) rules.push(question);
  }
  if (yes("pregnant") || standing?.pregnant) {
    if (wish.way !== "pack") rules.push("pregnant-water");
    else if (wish.minutes > 15) rules.push("pregnant-long");
  }
  const rest = Math.max(localRest ?? 0, standing?.restsUntil ? Date.parse(standing.restsUntil) : 0);
  if (now < rest) rules.push("too-soon");
  return rules;
}
