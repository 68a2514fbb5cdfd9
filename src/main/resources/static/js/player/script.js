// @ts-check
/**
 * The words of a session, and the door through which a script comes in. A script that is not whole is refused here, so that
 * nothing after this has to ask again.
 */

const ROLES = ["get-ready", "hold", "rest", "breathe"];
const TONES = ["ready", "start", "half", "last", "end", "switch", null];
const SHOWS = ["next", "rest", "recheck", "emergency-check"];
const REASONS = ["pain", "spreading", "numb", "tired", "other"];
const LONGEST_CHAIN = 10;

/** A script that cannot be played: where it is broken and what was expected there. */
export class UnreadableScript extends Error {}

/**
 * @param {unknown} value parsed JSON
 * @returns {Play.Script}
 * @throws {UnreadableScript}
 */
export function readScript(value) {
  const script = object(value, "script");
  for (const field of ["id", "revision", "validUntil"]) text(script[field], field);
  expect(!Number.isNaN(Date.parse(String(script.validUntil))), "validUntil", "a time such as 2026-11-22T08:00:00Z");
  const steps = list(script.steps, "steps");
  expect(steps.length > 0, "steps", "at least one step");
  steps.forEach((step, i) => checkStep(step, `steps[${i}]`, 0));
  expect(new Set(steps.map((step) => step.id)).size === steps.length, "steps", "ids that differ");
  return /** @type {Play.Script} */ (/** @type {unknown} */ (script));
}

/**
 * The whole chain of forms of a step, from its own down to the safe rest.
 * @param {Play.Step} step
 * @returns {Play.Step[]}
 */
export function forms(step) {
  return step.easier ? [step, ...forms(step.easier)] : [step];
}

/**
 * Every step that a record may name: those of the script and those that a stop may put in their place.
 * @param {Play.Script} script
 * @returns {Map<string, Play.Step>}
 */
export function stepsById(script) {
  const found = new Map();
  const add = (/** @type {Play.Step} */ step) => {
    if (!found.has(step.id)) found.set(step.id, step);
    for (const form of forms(step)) {
      for (const rule of form.onStop) if (rule.replaceWith) add(rule.replaceWith);
    }
  };
  script.steps.forEach(add);
  return found;
}

/** @param {any} value @param {string} at @param {number} depth */
function checkStep(value, at, depth) {
  expect(depth < LONGEST_CHAIN, at, `a chain of at most ${LONGEST_CHAIN} steps inside each other`);
  const step = object(value, at);
  for (const field of ["id", "exercise", "title"]) text(step[field], `${at}.${field}`);
  expect([null, "left", "right"].includes(step.side), `${at}.side`, "left, right or null");
  expect(ROLES.includes(step.role), `${at}.role`, ROLES.join(", "));
  expect(Number.isFinite(step.seconds) && step.seconds > 0, `${at}.seconds`, "a number above 0, such as 30");
  expect(typeof step.asAble === "boolean", `${at}.asAble`, "true or false");
  const [n, of] = list(step.repetition, `${at}.repetition`);
  expect(Number.isInteger(n) && Number.isInteger(of) && n >= 1 && n <= of, `${at}.repetition`, "such as [1,2]");
  list(step.tags, `${at}.tags`).forEach((tag, i) => text(tag, `${at}.tags[${i}]`));
  list(step.needs, `${at}.needs`).forEach((need, i) => text(need, `${at}.needs[${i}]`));
  list(step.cues, `${at}.cues`).forEach((cue, i) => checkCue(cue, `${at}.cues[${i}]`));
  list(step.onStop, `${at}.onStop`).forEach((rule, i) => checkStopRule(rule, `${at}.onStop[${i}]`, depth));
  if (step.easier !== null) checkStep(step.easier, `${at}.easier`, depth + 1);
}

/** @param {any} cue @param {string} at */
function checkCue(cue, at) {
  object(cue, at);
  expect(Number.isFinite(cue.atMs) && cue.atMs >= 0, `${at}.atMs`, "a number from 0");
  expect(typeof cue.text === "string", `${at}.text`, "words");
  expect(TONES.includes(cue.tone), `${at}.tone`, TONES.join(", "));
}

/** @param {any} rule @param {string} at @param {number} depth */
function checkStopRule(rule, at, depth) {
  object(rule, at);
  expect(REASONS.includes(rule.reason), `${at}.reason`, REASONS.join(", "));
  expect(SHOWS.includes(rule.show), `${at}.show`, SHOWS.join(", "));
  list(rule.dropTags, `${at}.dropTags`).forEach((tag, i) => text(tag, `${at}.dropTags[${i}]`));
  if (rule.replaceWith !== null) checkStep(rule.replaceWith, `${at}.replaceWith`, depth + 1);
}

/** @param {unknown} value @param {string} at @returns {Record<string, any>} */
function object(value, at) {
  expect(typeof value === "object" && value !== null && !Array.isArray(value), at, "an object");
  return /** @type {Record<string, any>} */ (value);
}

/** @param {unknown} value @param {string} at @returns {any[]} */
function list(value, at) {
  expect(Array.isArray(value), at, "a list");
  return /** @type {any[]} */ (value);
}

/** @param {unknown} value @param {string} at */
function text(value, at) {
  expect(typeof value === "string" && value.length > 0, at, "a text");
}

/** @param {boolean} holds @param {string} at @param {string} expected */
function expect(holds, at, expected) {
  if (!holds) throw new UnreadableScript(`${at}: expected ${expected}`);
}
