// @ts-check
/**
 * When pain ends what is going on, and what a stop changes about the rest of the session. The script brings its own answer
 * for each reason; the rules here only ever make it more careful. Where something is not known, the careful side is taken.
 *
 * Source: clinical.md §3, pain-monitoring defaults of the clinic.
 */

/** Pain before starting at which only rest and breathing are done. */
export const ONLY_REST_FROM = 7;

/** From mild to grave; a stop shows the graver of what the script says and what the reason asks for. */
const GRAVITY = /** @type {const} */ (["next", "rest", "recheck", "emergency-check"]);

/** At any pain before starting, shooting, numb or spreading pain stops and is asked about again. */
const AT_LEAST = /** @type {const} */ ({
  pain: "next",
  tired: "next",
  other: "rest",
  spreading: "recheck",
  numb: "recheck",
});

/**
 * The pain at which the stretching is over for now.
 * @param {number | null} before pain before starting, 0 to 10; not known counts as none
 */
export function stopLimit(before) {
  if (before === null || before <= 3) return 4;
  if (before < ONLY_REST_FROM) return before + 2;
  return Math.min(before + 1, 10);
}

/**
 * What a stop changes.
 *
 * @param {Play.Step} step the form that was being done
 * @param {{reason: Play.Reason, pain: number | null}} stop
 * @param {number | null} before
 * @returns {Play.Consequence}
 */
export function consequenceOf(step, stop, before) {
  const rule = step.onStop.find((candidate) => candidate.reason === stop.reason);
  const over = stop.reason === "pain" && (stop.pain === null || stop.pain >= stopLimit(before));
  const show = graver(rule ? rule.show : "rest", over ? "rest" : AT_LEAST[stop.reason]);
  return {
    dropTags: new Set(rule ? rule.dropTags : step.tags),
    dropExercises: over || endsTheSession(show),
    replaceWith: rule ? rule.replaceWith : null,
    show,
  };
}

/** Whether the person is asked again before anything more is done. @param {Play.Show} show */
export function endsTheSession(show) {
  return show === "recheck" || show === "emergency-check";
}

/** @param {Play.Show} one @param {Play.Show} other */
function graver(one, other) {
  return GRAVITY.indexOf(one) >= GRAVITY.indexOf(other) ? one : other;
}

/**
 * The steps without those that may not be done. A get-ready goes with the step that it prepares.
 * @template {{form: Play.Step}} T
 * @param {T[]} entries
 * @param {(step: Play.Step) => boolean} allowed
 * @returns {T[]}
 */
export function keepAllowed(entries, allowed) {
  /** @type {T[]} */
  const kept = [];
  let nextIsKept = true;
  for (const entry of [...entries].reverse()) {
    /** @type {boolean} */
    const keep = entry.form.role === "get-ready" ? nextIsKept && allowed(entry.form) : allowed(entry.form);
    if (keep) kept.unshift(entry);
    nextIsKept = keep;
  }
  return kept;
}

/** Whether a step asks nothing of the body: rest, breathing, or a position that moves nothing. @param {Play.Step} step */
export function asksNothing(step) {
  return step.role === "rest" || step.role === "breathe" || step.tags.length === 0;
}
