import { createHash, timingSafeEqual } from "node:crypto";
import { deskSecret, type KeyRing } from "#lib/runtime/key-ring.ts";

/** Without I, L, O and U, which are taken for others (Crockford's base 32). */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS = 20;

/**
 * The code with which the first owner proves that this server is theirs: 100 bits from the server's key, so that every
 * process says the same and nothing is stored. It opens nothing once somebody may enter a desk.
 */
export function setUpCode(keys: KeyRing): string {
  const letters = [...deskSecret(keys, "set-up").subarray(0, LETTERS)].map((byte) => ALPHABET.charAt(byte & 31));
  return letters.join("").replaceAll(/.{5}(?=.)/g, "$&-");
}

/** Whether this is the code, however it was typed. Takes as long for a wrong one. */
export function isSetUpCode(keys: KeyRing, typed: string): boolean {
  return timingSafeEqual(digest(plain(setUpCode(keys))), digest(plain(typed)));
}

function plain(code: string): string {
  return code
    .toUpperCase()
    .replaceAll(/[IL]/g, "1")
    .replaceAll("O", "0")
    .replaceAll(/[^0-9A-Z]/g, "");
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
