import assert from "node:assert/strict";
import { test } from "node:test";

/** What the module finds in a browser; each answer of the server comes when the test says so. */
function browser() {
  const asked = [];
  const ceremonies = [];
  const left = [];
  const credential = { id: "k", rawId: new ArrayBuffer(1), type: "public-key", response: { clientDataJSON: new ArrayBuffer(1), authenticatorData: new ArrayBuffer(1), signature: new ArrayBuffer(1), attestationObject: null } };
  const give = (what) => async (options) => {
    ceremonies.push(options.mediation ? `${what} by itself` : what);
    options.signal?.throwIfAborted();
    return what === "create" ? { ...credential, response: { clientDataJSON: new ArrayBuffer(1), attestationObject: new ArrayBuffer(1) } } : credential;
  };
  globalThis.PublicKeyCredential = /** @type {any} */ ({ isConditionalMediationAvailable: async () => true });
  globalThis.document = /** @type {any} */ ({ querySelector: () => ({}) });
  globalThis.location = /** @type {any} */ ({ assign: (to) => left.push(to) });
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: { credentials: { create: give("create"), get: give("get") } } });
  globalThis.fetch = /** @type {any} */ ((address) => new Promise((resolve) => asked.push({ address, answer: (body) => resolve({ ok: true, status: 200, json: async () => body }) })));
  return { asked, ceremonies, left };
}

function element(ceremony) {
  let press = async () => {};
  const words = { hidden: true };
  const button = { disabled: false, addEventListener: (_, run) => (press = run) };
  return { hidden: true, dataset: { ceremony, next: "/account" }, querySelector: (what) => (what === "button" ? button : words), press: () => press(), words, button };
}

const QUESTION = { id: "q", options: { challenge: "AA", user: { id: "AA" } } };
const settled = () => new Promise((done) => setTimeout(done, 5));
/** The module keeps what it does for a page; each test is a page of its own. */
const page = async (n) => (await import(`../../main/resources/static/js/passkey/passkey.js?page=${n}`)).default;

test("a quiet offer whose question comes late does not sign in beside the passkey that is being made", async () => {
  const { asked, ceremonies, left } = browser();
  const passkey = await page(1);
  const use = element("use");
  const make = element("make");
  void passkey(use);
  void passkey(make);
  await settled();
  const making = make.press();
  await settled();
  const [offer, question] = asked;
  question.answer(QUESTION);
  await settled();
  asked[2].answer({ next: "/account" });
  offer.answer(QUESTION); // just now, when there is a passkey that would answer it
  await making;
  await settled();
  assert.deepEqual(ceremonies, ["create"]);
  assert.deepEqual(asked.map(({ address }) => address), ["/api/sign-ins/questions", "/api/passkeys/questions", "/api/passkeys"]);
  assert.deepEqual(left, ["/account"]);
  assert.ok(use.words.hidden && make.words.hidden, "nothing is said of what nobody asked for");
});

test("a second press while one is under way, or while the page is being left, begins nothing", async () => {
  const { asked, ceremonies } = browser();
  const passkey = await page(2);
  const make = element("make");
  await passkey(make);
  const making = make.press();
  await make.press();
  asked[0].answer(QUESTION);
  await settled();
  asked[1].answer({ next: "/account" });
  await making;
  await make.press();
  assert.deepEqual(ceremonies, ["create"]);
  assert.equal(asked.length, 2);
  assert.equal(make.button.disabled, false, "the focus stays on it");
});

test("what failed is said, and the next press tries again", async () => {
  const { asked } = browser();
  const passkey = await page(3);
  const make = element("make");
  await passkey(make);
  navigator.credentials.create = async () => {
    throw new Error("closed");
  };
  const making = make.press();
  asked[0].answer(QUESTION);
  await making;
  assert.equal(make.words.hidden, false);
  void make.press();
  assert.equal(asked.length, 2);
});
