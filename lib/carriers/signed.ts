import { timingSafeEqual } from "node:crypto";

/** Whether a signature is the expected one, in a time that does not tell how much of it was right. An empty one never is. */
export function isSame(given: Uint8Array, expected: Uint8Array): boolean {
  return expected.length > 0 && given.length === expected.length && timingSafeEqual(given, expected);
}
