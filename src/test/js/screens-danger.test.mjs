import assert from "node:assert/strict";
import { test } from "node:test";
import { decidesAtOnce, next, outcome, problems } from "../../main/resources/static/js/first/danger-rules.js";

const line = (id, yes, more = {}) => ({ id, text: id, selfCheck: "Is it so?", yes, continues: false, shows: [], ...more });
const CALL_NOW = { id: "call-now", lines: [line("trauma", "EMERGENCY_NOW"), line("saddle-numb", "EMERGENCY_NOW")] };
const DOCTOR_FIRST = {
  id: "doctor-first",
  lines: [
    line("fever", "SAME_DAY"),
    line("cancer", "WITHIN_DAYS"),
    line("infection-risk", null, { continues: true, selfCheck: null }),
    line("pregnant", null, { continues: true, selfCheck: null, shows: ["pregnant-16", "pregnant-28"] }),
    line("pregnant-16", null, { continues: true }),
    line("pregnant-28", null, { continues: true }),
  ],
};
const form = (more) => ({ ticked: {}, checks: {}, none: false, age: null, ...more });

test("an untouched form is refused and points at its first line", () => {
  assert.deepEqual(problems(CALL_NOW, form({})), [{ input: "trauma", problem: "untouched" }]);
});

test("none of these together with a tick is refused", () => {
  assert.deepEqual(problems(CALL_NOW, form({ ticked: { "saddle-numb": "yes" }, none: true })), [{ input: "saddle-numb", problem: "both" }]);
});

test("a not sure waits for its self-check", () => {
  assert.deepEqual(problems(CALL_NOW, form({ ticked: { trauma: "unsure" } })), [{ input: "trauma-check", problem: "check-open" }]);
});

for (const age of ["", "abc", "-1", "121", "4.5"]) {
  test(`an age of "${age}" is refused`, () => {
    assert.deepEqual(problems(DOCTOR_FIRST, form({ none: true, age })), [{ input: "age", problem: "age-needed" }]);
  });
}

test("none of these is a no to every line", () => {
  assert.deepEqual(outcome(CALL_NOW, form({ none: true }), 16), { level: null, age: null, answers: { trauma: "no", "saddle-numb": "no" } });
});

for (const { id } of CALL_NOW.lines) {
  test(`a yes to ${id} alone is an emergency, and the rest stays unanswered`, () => {
    assert.deepEqual(outcome(CALL_NOW, form({ ticked: { [id]: "yes" } }), 16), { level: "EMERGENCY_NOW", age: null, answers: { [id]: "yes" } });
  });
}

test("a not sure counts as yes unless its self-check found nothing", () => {
  const checked = (check) => outcome(CALL_NOW, form({ ticked: { trauma: "unsure" }, checks: { trauma: check } }), 16).level;
  assert.equal(checked("yes"), "EMERGENCY_NOW");
  assert.equal(checked("unsure"), "EMERGENCY_NOW");
  assert.equal(checked("no"), null);
});

test("a line without a self-check counts its not sure as yes", () => {
  const page = { id: "call-now", lines: [line("trauma", "EMERGENCY_NOW", { selfCheck: null })] };
  assert.deepEqual(problems(page, form({ ticked: { trauma: "unsure" } })), []);
  assert.equal(outcome(page, form({ ticked: { trauma: "unsure" } }), 16).level, "EMERGENCY_NOW");
});

test("a line cleared by its self-check tells the server both answers", () => {
  const { answers } = outcome(CALL_NOW, form({ checks: { "saddle-numb": "no" }, none: true }), 16);
  assert.deepEqual(answers, { trauma: "no", "saddle-numb": "unsure", "saddle-numb-check": "no" });
});

test("the most urgent tick decides", () => {
  assert.equal(outcome(DOCTOR_FIRST, form({ ticked: { cancer: "yes", fever: "yes" }, age: "40" }), 16).level, "SAME_DAY");
  assert.equal(outcome(DOCTOR_FIRST, form({ ticked: { cancer: "yes" }, age: "40" }), 16).level, "WITHIN_DAYS");
});

test("whoever is younger than the youngest sees a doctor first", () => {
  assert.equal(outcome(DOCTOR_FIRST, form({ none: true, age: "15" }), 16).level, "WITHIN_DAYS");
  assert.equal(outcome(DOCTOR_FIRST, form({ none: true, age: "16" }), 16).level, null);
});

test("ticks that stop nothing let the rest count as no", () => {
  const { level, answers } = outcome(DOCTOR_FIRST, form({ ticked: { pregnant: "yes", "pregnant-16": "yes" }, age: "30" }), 16);
  assert.equal(level, null);
  assert.deepEqual(answers, { fever: "no", cancer: "no", "infection-risk": "no", pregnant: "yes", "pregnant-16": "yes", "pregnant-28": "no" });
});

test("only a tick that nothing on the page could outdo leads away at once", () => {
  assert.equal(decidesAtOnce(DOCTOR_FIRST, DOCTOR_FIRST.lines[0]), true);
  assert.equal(decidesAtOnce(DOCTOR_FIRST, DOCTOR_FIRST.lines[1]), false);
  assert.equal(decidesAtOnce(DOCTOR_FIRST, DOCTOR_FIRST.lines[2]), false);
  assert.equal(decidesAtOnce(CALL_NOW, CALL_NOW.lines[1]), true);
});

test("each outcome has its page", () => {
  assert.equal(next("EMERGENCY_NOW", "doctor-first"), "/emergency");
  assert.equal(next("SAME_DAY", "doctor-first"), "/doctor?level=same-day");
  assert.equal(next("WITHIN_DAYS", "doctor-first"), "/doctor?level=within-days");
  assert.equal(next(null, "call-now"), "/doctor-first");
  assert.equal(next(null, "doctor-first"), "/lie");
});
