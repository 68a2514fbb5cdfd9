// @ts-check
/** What the phone keeps of quiet minutes while they go on. What is to be sent waits in the one outbox of this phone (../player/outbox.js). */
import { read, write } from "../storage.js";
import { finish, ranMs, record } from "./sitting.js";

const SITTING = "unknot.quiet.sitting";
/** That minutes that are over are in the outbox: a phone may die between the two. */
const TOLD = "unknot.quiet.told";
/** Where minutes waited before there was one outbox. */
const OLD = "unknot.quiet.unsent";
/** Minutes that were left longer ago are not gone on with. */
const TAKE_UP_WITHIN_MS = 12 * 3_600_000;

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** @returns {Calm.Sitting | null} */
function kept() {
  const sitting = read(SITTING);
  return typeof sitting?.startedAt === "number" && typeof sitting.ranMs === "number" && typeof sitting.id === "string" ? sitting : null;
}

/** What was left half-way. @returns {Calm.Sitting | null} */
export function sitting() {
  const left = kept();
  return left && !left.over && Date.now() - left.startedAt < TAKE_UP_WITHIN_MS ? left : null;
}

/** That it goes on, and how far it is. @param {Calm.Sitting} sitting */
export function keepAlive(sitting) {
  const now = Date.now();
  write(SITTING, { ...sitting, ranMs: ranMs(sitting, now), since: sitting.since === null ? null : now });
}

/** @param {Calm.Sitting} sitting @param {Promise<import("../player/outbox.js").Outbox>} outbox */
export async function keep(sitting, outbox) {
  write(SITTING, sitting);
  if (!sitting.over) return;
  write(TOLD, false);
  await (await outbox).put(sitting.id, record(sitting, Date.now(), zone()), "quiet");
  write(TOLD, true);
}

/** What did not get into the outbox, and what was left too long ago to go on with. @param {Promise<import("../player/outbox.js").Outbox>} outbox */
export async function keepWhatWasCutOff(outbox) {
  const left = kept();
  if (left !== null && left.over && read(TOLD) === false) await keep(left, outbox);
  if (left !== null && !left.over && sitting() === null) await keep(finish({ ...left, since: null }, Date.now()), outbox);
  for (const [id, told] of Object.entries(read(OLD) ?? {})) await (await outbox).put(id, told, "quiet");
  write(OLD, null);
}

/** On how many of the last seven days there were some; null where there is no network. @returns {Promise<{quietDays: number, of: number} | null>} */
export async function days() {
  try {
    const response = await fetch(`/api/quiet/days?zone=${encodeURIComponent(zone())}`, { signal: AbortSignal.timeout(6000) });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
