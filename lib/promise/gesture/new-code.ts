/** Crockford's base 32: no I, L, O or U, so that nothing is read wrongly aloud (crockford.com/base32.html). */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS = 12;
const BITS_A_LETTER = 5;
/** 60 bits and what is left of the last byte. */
const LEAST_BYTES = 8;

/**
 * A code for the checkout, `XXXX-XXXX-XXXX`, with 60 bits of the random bytes that are given. Throws RangeError for fewer
 * than 8 bytes: a shorter code could be guessed.
 */
export function newCode(bytes: Uint8Array): string {
  if (bytes.length < LEAST_BYTES) throw new RangeError(`A code needs ${LEAST_BYTES} random bytes`);
  let bits = bytes.subarray(0, LEAST_BYTES).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let letters = "";
  for (; letters.length < LETTERS; bits >>= BigInt(BITS_A_LETTER)) letters += ALPHABET.charAt(Number(bits & 31n));
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}
