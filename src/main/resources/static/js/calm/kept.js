// @ts-check
/** What the phone keeps of quiet minutes until the server has them; their id makes sending twice harmless. "Erase everything" takes it. */
import { record } from "./sitting.js";

const SITTING = "unknot.quiet.sitting";
const UNSENT = "unknot.quiet.unsent";
const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** @param {string} key @returns {any} */
function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null; // storage denied: as if there were nothing
  }
}

/** @param {string} key @param {unknown} value */
function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // full or denied: the minutes go on, they are only not kept
  }
}

/** @returns {Calm.Sitting | null} */
export function sitting() {
  const kept = read(SITTING);
  return kept && typeof kept.startedAt === "number" && typeof kept.ranMs === "number" && !kept.over ? kept : null;
}

/** @param {Calm.Sitting} sitting */
export function keep(sitting) {
  write(SITTING, sitting);
  if (sitting.over) write(UNSENT, { ...read(UNSENT), [sitting.id]: record(sitting, Date.now(), zone()) });
}

/** Sends what waits. */
export async function flush() {
  for (const [id, told] of Object.entries(read(UNSENT) ?? {})) {
    const response = await put(id, told);
    const later = response === null || response.status >= 500 || response.status === 429;
    const now = read(UNSENT) ?? {};
    if (later || JSON.stringify(now[id]) !== JSON.stringify(told)) continue;
    delete now[id];
    write(UNSENT, now);
  }
}

/** @param {string} id @param {any} told @returns {Promise<Response | null>} null where there is no network */
async function put(id, told) {
  try {
    return await fetch(`/api/quiet/${id}`, {
      method: "PUT",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ ...told, clock: { sentAt: new Date().toISOString() } }),
      signal: AbortSignal.timeout(6000),
    });
  } catch {
    return null;
  }
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
