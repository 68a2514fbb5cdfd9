// @ts-check
/**
 * What was answered on the first screens, kept on this phone so that they work without a network, and told to the server when
 * there is one. Where a browser keeps nothing for us, the forms go to the server as they would without JavaScript.
 */

const KEY = "unknot.first";
const CLEAR_FOR_MS = 24 * 60 * 60 * 1000;

/**
 * @typedef {object} First
 * @property {number | null} age
 * @property {Record<string, string>} answers
 * @property {string} at when answered
 * @property {string | null} begunAt when "Call now?" was answered, which is what a clearing is as old as
 * @property {Level | "CLEAR" | null} called what "Call now?" came to; null while it was passed by
 * @property {Level | "CLEAR" | null} level null while the pages are not through
 * @property {boolean} sent
 */

/** @typedef {import("./danger-rules.js").Level} Level */

/** @returns {First | null} what cannot be read counts as never answered, so that the questions come again */
export function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null");
  } catch (error) {
    if (error instanceof SyntaxError) {
      return null;
    }
    throw error;
  }
}

/** Whether this browser keeps anything for us; private windows and settings may forbid it. */
export function canStore() {
  try {
    localStorage.setItem(`${KEY}.probe`, "1");
    localStorage.removeItem(`${KEY}.probe`);
    return true;
  } catch (error) {
    if (error instanceof DOMException) {
      return false;
    }
    throw error;
  }
}

/**
 * @param {Partial<First>} more
 * @param {Date} now
 */
export function remember(more, now) {
  const before = stored() ?? { age: null, answers: {}, begunAt: null, called: null };
  keep({
    age: more.age ?? before.age,
    answers: { ...before.answers, ...more.answers },
    at: now.toISOString(),
    begunAt: before.begunAt ?? null,
    called: before.called ?? null,
    level: more.level ?? null,
    sent: false,
  });
}

/**
 * Like remember, but the answers of an earlier spasm are forgotten: the first danger page begins anew.
 *
 * @param {Partial<First>} first
 * @param {Date} now
 */
export function begin(first, now) {
  const at = now.toISOString();
  const level = first.level ?? null;
  keep({ age: first.age ?? null, answers: first.answers ?? {}, at, begunAt: at, called: level ?? "CLEAR", level, sent: false });
}

/** @param {First} first */
function keep(first) {
  localStorage.setItem(KEY, JSON.stringify(first));
}

/**
 * Both danger pages must be through, and the later one cannot take back what the first one said.
 *
 * @param {First | null} first
 * @param {Date} now
 * @returns {string | null} where a person must go before a position of ease is offered, null when nothing stands against it
 */
export function standsBeforeEase(first, now) {
  if (first === null || !first.begunAt || !first.called || now.getTime() - Date.parse(first.begunAt) > CLEAR_FOR_MS) {
    return "/call-now";
  }
  if ([first.called, first.level].includes("EMERGENCY_NOW")) {
    return "/emergency";
  }
  return first.level === null ? "/doctor-first" : null;
}

/**
 * Whoever was quicker than our scripts answered a page to the server, as one does without JavaScript, and this phone knows
 * nothing of it: then the server is asked before a person is sent through the questions again.
 *
 * @param {Date} now
 * @returns {Promise<string | null>} as standsBeforeEase
 */
export async function standsBeforeEaseHere(now) {
  const before = standsBeforeEase(stored(), now);
  if (before === null || before === "/emergency") {
    return before;
  }
  const first = stored();
  const verdict = await tell({ age: first?.age ?? null, answers: first?.answers ?? {} });
  if (!verdict?.clearedFor.includes("ease")) {
    return before;
  }
  const level = verdict.disposition === "SAME_DAY" || verdict.disposition === "WITHIN_DAYS" ? verdict.disposition : "CLEAR";
  const at = now.toISOString();
  keep({ age: first?.age ?? null, answers: first?.answers ?? {}, at, begunAt: at, called: "CLEAR", level, sent: true });
  return null;
}

/**
 * Tells the server what it does not know yet. Offline is no error: the next page, or the network coming back, tries again.
 *
 * @returns {Promise<string | null>} the page that the server wants seen, when it does
 */
export async function send() {
  const first = stored();
  if (first === null || first.sent) {
    return null;
  }
  const verdict = await tell({ age: first.age, answers: first.answers, answeredAt: first.at });
  if (verdict === null) {
    return null;
  }
  if (stored()?.at === first.at) {
    keep({ ...first, sent: true });
  }
  return verdict.show ?? null;
}

/**
 * @param {{age: number | null, answers: Record<string, string>, answeredAt?: string}} told
 * @returns {Promise<{disposition: string | null, clearedFor: string[], show: string | null} | null>} null without a network
 */
async function tell(told) {
  if (!navigator.onLine) {
    return null;
  }
  const response = await fetch("/api/answers", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(told),
    keepalive: true,
  }).catch(() => null);
  return response?.ok ? response.json() : null;
}
