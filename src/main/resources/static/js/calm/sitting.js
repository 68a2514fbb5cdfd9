// @ts-check
/** Some quiet minutes as a state: nothing is counted, all follows from when it was started and paused. */

const MINUTE = 60_000;
const OPENING_GAP_MS = 9000;
const CLOSING_GAP_MS = 12_000;
/** Words come seldom: it is to be quiet. */
const LEAST_GAP_MS = 20_000;

/** @param {string} id @param {string} kind @param {number} minutes @param {number | null} before @param {number} now @returns {Calm.Sitting} */
export function begin(id, kind, minutes, before, now) {
  return { id, kind, minutes, startedAt: now, ranMs: 0, since: now, over: false, before, after: null };
}

/** @param {Calm.Sitting} sitting */
export const lengthMs = (sitting) => sitting.minutes * MINUTE;

/** @param {Calm.Sitting} sitting @param {number} now */
export function ranMs(sitting, now) {
  const more = sitting.since === null ? 0 : Math.max(0, now - sitting.since);
  return Math.min(lengthMs(sitting), sitting.ranMs + more);
}

/** As it is now: over once its minutes have run. @param {Calm.Sitting} sitting @param {number} now @returns {Calm.Sitting} */
export function at(sitting, now) {
  const ran = ranMs(sitting, now);
  return ran >= lengthMs(sitting) && !sitting.over ? { ...sitting, ranMs: ran, since: null, over: true } : sitting;
}

/** @param {Calm.Sitting} sitting @param {number} now @returns {Calm.Sitting} */
export const pause = (sitting, now) => (sitting.since === null ? sitting : { ...at(sitting, now), ranMs: ranMs(sitting, now), since: null });

/** @param {Calm.Sitting} sitting @param {number} now @returns {Calm.Sitting} */
export const resume = (sitting, now) => (sitting.over || sitting.since !== null ? sitting : { ...sitting, since: now });

/** That was enough. @param {Calm.Sitting} sitting @param {number} now @returns {Calm.Sitting} */
export const finish = (sitting, now) => ({ ...pause(sitting, now), over: true });

/**
 * The words at their times: the opening at the start, the closing at the end, and of the middle as much as there is room for, evenly.
 * @param {Calm.Practice} practice @param {number} minutes @returns {Calm.Line[]}
 */
export function lines(practice, minutes) {
  const end = minutes * MINUTE;
  const opening = practice.opening.map((text, i) => ({ atMs: 2000 + i * OPENING_GAP_MS, text }));
  const closing = practice.closing.map((text, i) => ({ atMs: end - (practice.closing.length - i) * CLOSING_GAP_MS, text }));
  const from = 2000 + opening.length * OPENING_GAP_MS;
  const room = end - closing.length * CLOSING_GAP_MS - LEAST_GAP_MS / 2 - from;
  const count = Math.min(practice.middle.length, Math.max(1, Math.floor(room / LEAST_GAP_MS)));
  const middle = Array.from({ length: count }, (_, i) => ({
    atMs: Math.round(from + (room * i) / count),
    text: practice.middle[Math.floor((i * practice.middle.length) / count)],
  }));
  return [...opening, ...middle, ...closing];
}

/** The line to show: the last that was due. @param {Calm.Line[]} all @param {number} ran @returns {string | null} */
export function line(all, ran) {
  return all.findLast(({ atMs }) => atMs <= ran)?.text ?? null;
}

/** A soft bell at the start, half way and at the end. @param {number} minutes @returns {Sound.Mark[]} */
export function marks(minutes) {
  const end = minutes * MINUTE;
  return [0, end / 2, end, end + 3000].map((atMs) => ({ atMs, bell: "bell" }));
}

/** As the server takes it. @param {Calm.Sitting} sitting @param {number} now @param {string} zone */
export function record(sitting, now, zone) {
  return {
    kind: sitting.kind,
    startedAt: new Date(sitting.startedAt).toISOString(),
    seconds: Math.floor(ranMs(sitting, now) / 1000),
    zone,
    before: sitting.before,
    after: sitting.after,
    clock: { sentAt: new Date(now).toISOString() },
  };
}
