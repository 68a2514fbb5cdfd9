import assert from "node:assert/strict";
import { test } from "node:test";
import { replay } from "../../main/resources/static/js/player/machine.js";
import { heldSeconds } from "../../main/resources/static/js/player/record.js";
import { drawn } from "./player-drawn.mjs";

const RUNS = 400;
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

test(`whatever is paused, slept through, stopped, skipped, eased, lengthened or repeated: the seconds held per side are those of the record (SEED=${seed})`, () => {
  const seen = { hold: 0, stopped: 0, finished: 0, slept: 0, acts: 0 };
  for (let run = 0; run < RUNS; run++) {
    const session = drawn(seed + run);
    const where = `SEED=${seed + run} shows it at once`;
    assert.deepEqual(heldSeconds(session.plan, session.events), session.held, where);
    assert.deepEqual(replay(session.plan, null, session.events).events, session.events, where);
    assert.ok(session.events.every((event, n) => event.n === n + 1 && (n === 0 || event.atMs >= session.events[n - 1].atMs)), where);
    for (const [what, times] of Object.entries(session.seen)) seen[what] += times;
  }
  for (const [what, times] of Object.entries(seen)) assert.ok(times > RUNS / 20, `${what} was hardly tried: ${times}`);
});
