// @ts-check
/**
 * What a danger page's answers mean, without network, page or clock. The server judges the same answers again as soon as it
 * hears of them; here it is decided which page a person sees at once, and it is never a calmer one than the server's.
 *
 * Only an explicit no is a no. A yes, a "not sure" whose self-check found trouble, and a "not sure" that stays one all count as yes.
 */

/** @typedef {"EMERGENCY_NOW" | "SAME_DAY" | "WITHIN_DAYS"} Level */
/** @typedef {"yes" | "no" | "unsure"} Answer */
/**
 * @typedef {object} Line
 * @property {string} id
 * @property {string} text
 * @property {string | null} selfCheck
 * @property {Level | null} yes how soon a yes needs somebody
 * @property {boolean} continues a yes stops nothing
 * @property {string[]} shows lines that a yes opens
 */
/** @typedef {{id: string, lines: Line[]}} DangerPage */
/** @typedef {{version: string, youngest: number, pages: DangerPage[]}} Danger */
/**
 * @typedef {object} Form
 * @property {Record<string, "yes" | "unsure">} ticked by line
 * @property {Record<string, Answer>} checks answers to self-checks, by line; a line that its check cleared is ticked no more
 * @property {boolean} none whether "None of these" was pressed
 * @property {string | null} age as typed; null where the page does not ask
 */
/** @typedef {{input: string, problem: "untouched" | "both" | "check-open" | "age-needed"}} Problem */
/** @typedef {{level: Level | null, age: number | null, answers: Record<string, Answer>}} Outcome */

/** Most urgent first. */
const URGENCY = /** @type {const} */ (["EMERGENCY_NOW", "SAME_DAY", "WITHIN_DAYS"]);
const OLDEST = 120;

/**
 * @param {DangerPage} page
 * @param {Form} form
 * @returns {Problem[]} what must be put right before the form means anything
 */
export function problems(page, form) {
  /** @type {Problem[]} */
  const found = [];
  if (form.age !== null && ageOf(form.age) === null) {
    found.push({ input: "age", problem: "age-needed" });
  }
  const ticked = page.lines.filter((line) => line.id in form.ticked);
  if (ticked.length === 0 && !form.none) {
    found.push({ input: page.lines[0].id, problem: "untouched" });
  } else if (ticked.length > 0 && form.none) {
    found.push({ input: ticked[0].id, problem: "both" });
  }
  for (const line of ticked) {
    if (form.ticked[line.id] === "unsure" && opensCheck(line) && !form.checks[line.id]) {
      found.push({ input: `${line.id}-check`, problem: "check-open" });
    }
  }
  return found;
}

/**
 * @param {DangerPage} page
 * @param {Form} form without problems
 * @param {number} youngest whoever is younger sees a doctor first
 * @returns {Outcome} where to go, and what to tell the server
 */
export function outcome(page, form, youngest) {
  const ticked = page.lines.filter((line) => line.id in form.ticked);
  /** @type {Record<string, Answer>} */
  const answers = {};
  // With a tick that decides, the rest stays unanswered: nobody said no to it.
  if (form.none || ticked.every((line) => line.continues)) {
    for (const line of page.lines) {
      answers[line.id] = "no";
    }
  }
  /** @type {(Level | null)[]} */
  const levels = [];
  for (const line of ticked) {
    answers[line.id] = form.ticked[line.id];
    levels.push(countsAsYes(line, form) ? line.yes : null);
    line.shows.filter((id) => !(id in form.ticked)).forEach((id) => (answers[id] = "no"));
  }
  for (const [id, check] of Object.entries(form.checks)) {
    answers[id] = "unsure";
    answers[`${id}-check`] = check;
  }
  const age = form.age === null ? null : ageOf(form.age);
  levels.push(age !== null && age < youngest ? "WITHIN_DAYS" : null);
  return { level: mostUrgent(levels), age, answers };
}

/**
 * @param {DangerPage} page
 * @param {Line} line
 * @returns {boolean} whether a yes to this line can be acted on at once: nothing else on the page could be more urgent
 */
export function decidesAtOnce(page, line) {
  return line.yes !== null && line.yes === mostUrgent(page.lines.map((each) => each.yes));
}

/**
 * @param {Level | null} level
 * @param {string} pageId
 * @returns {string} the page to show next
 */
export function next(level, pageId) {
  switch (level) {
    case "EMERGENCY_NOW":
      return "/emergency";
    case "SAME_DAY":
      return "/doctor?level=same-day";
    case "WITHIN_DAYS":
      return "/doctor?level=within-days";
    case null:
      return pageId === "call-now" ? "/doctor-first" : "/lie";
  }
}

/** @param {Line} line */
export function opensCheck(line) {
  return line.selfCheck !== null;
}

/**
 * @param {Line} line
 * @param {Form} form
 */
function countsAsYes(line, form) {
  return form.ticked[line.id] === "yes" || form.checks[line.id] !== "no";
}

/** @param {(Level | null)[]} levels */
function mostUrgent(levels) {
  return URGENCY.find((level) => levels.includes(level)) ?? null;
}

/** @param {string} typed */
function ageOf(typed) {
  const age = /^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : NaN;
  return age <= OLDEST ? age : null;
}
