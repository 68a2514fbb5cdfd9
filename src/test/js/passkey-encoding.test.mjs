import assert from "node:assert/strict";
import test from "node:test";
import { bytes, forServer, fromServer, text } from "../../main/resources/static/js/passkey/encoding.js";

test("every byte comes back, in letters that may stand in an address", () => {
  const all = Uint8Array.from({ length: 256 }, (_, value) => value);
  for (let length = 0; length <= 256; length += 1) {
    const part = all.slice(0, length);
    const travelling = text(part.buffer);
    assert.match(travelling, /^[A-Za-z0-9_-]*$/);
    assert.deepEqual(bytes(travelling), part);
  }
});

test("options get bytes where a browser wants bytes, and nothing else changes", () => {
  const options = fromServer({
    challenge: "AQI",
    rpId: "localhost",
    user: { id: "AwQ", name: "kim" },
    excludeCredentials: [{ id: "BQY", type: "public-key", transports: ["internal"] }],
  });
  assert.deepEqual(options.challenge, Uint8Array.of(1, 2));
  assert.deepEqual(options.user, { id: Uint8Array.of(3, 4), name: "kim" });
  assert.deepEqual(options.excludeCredentials[0].id, Uint8Array.of(5, 6));
  assert.equal(options.rpId, "localhost");
  assert.equal("allowCredentials" in options, false);
});

test("an answer to either ceremony travels as text", () => {
  const buffer = (/** @type {number[]} */ ...values) => Uint8Array.from(values).buffer;
  const made = forServer({
    id: "x", rawId: buffer(1), type: "public-key",
    response: { clientDataJSON: buffer(2), attestationObject: buffer(3), getTransports: () => ["internal"] },
  });
  assert.deepEqual(made.response, { clientDataJSON: "Ag", attestationObject: "Aw", transports: ["internal"] });
  const used = forServer({
    id: "x", rawId: buffer(1), type: "public-key",
    response: { clientDataJSON: buffer(2), authenticatorData: buffer(4), signature: buffer(5), userHandle: null },
  });
  assert.deepEqual(used.response, { clientDataJSON: "Ag", authenticatorData: "BA", signature: "BQ" });
});
