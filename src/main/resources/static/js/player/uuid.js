// @ts-check
/**
 * An id for a record that sorts by time (UUID version 7, RFC 9562): 48 bits of ms, then chance.
 * @param {number} ms of the wall clock @param {Uint8Array} chance at least 10 bytes
 */
export function uuidv7(ms, chance) {
  const bytes = new Uint8Array(16);
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(ms / 2 ** (8 * (5 - i))) % 256;
  bytes.set(chance.subarray(0, 10), 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export function newRecordId() {
  return uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
