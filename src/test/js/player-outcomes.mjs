// How each exercise of a script ended, by the rules of src/test/resources/player-fixtures/README.md. The server does this for
// the program; here it shows that the journal of the player says all that is needed.
import { forms, stepsById } from "../../main/resources/static/js/player/script.js";

const GRAVITY = ["done", "skipped", "eased", "stopped"];
const TOLD_BY = { done: "done", skipped: "skip", eased: "easier", stopped: "stop" };

export function outcomes(script, events) {
  const ended = {};
  for (const step of stepsById(script).values()) {
    if (step.role !== "hold") continue;
    const its = withoutSlips(events.filter((event) => event.step === step.id));
    const outcome = outcomeOf(its);
    if (outcome === null) continue;
    const n = its.filter((event) => TOLD_BY[outcome] === event.type).at(-1).n;
    const before = ended[step.exercise];
    const graver = before ? GRAVITY.indexOf(outcome) - GRAVITY.indexOf(before.outcome) : 1;
    if (graver < 0 || (graver === 0 && n < before.n)) continue;
    ended[step.exercise] = { outcome, to: outcome === "eased" ? lastForm(step, its) : null, n };
  }
  return Object.fromEntries(Object.entries(ended).map(([exercise, { outcome, to }]) => [exercise, { outcome, to }]));
}

function outcomeOf(its) {
  const types = new Set(its.map((event) => event.type));
  if (types.has("stop")) return "stopped";
  if (types.has("easier")) return "eased";
  if (types.has("skip")) return "skipped";
  return types.has("done") ? "done" : null;
}

/** A stop that is followed at once by a resume of the same step was a slip of the hand. */
function withoutSlips(its) {
  return its.filter((event, i) => !(event.type === "stop" && its[i + 1]?.type === "resume"));
}

/** An `easier` names the form that was left; what came after it is the next one down. */
function lastForm(step, its) {
  const chain = forms(step).map((form) => form.exercise);
  const left = its.filter((event) => event.type === "easier").at(-1);
  return chain[chain.indexOf(left.form ?? step.exercise) + 1];
}
