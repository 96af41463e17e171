import { createHmac } from "node:crypto";
import { isSame } from "#lib/carriers/signed.ts";

/** The header that holds the signature, in lower case. */
export const SIGNATURE_HEADER = "x-hmac-signature";

const PREFIX = "hmac-sha256-hex=";

/**
 * Whether EasyPost signed these bytes: HMAC-SHA-256 of the body as received, in hexadecimal. Its own libraries write whole
 * weights as floats before they hash; the bytes on the wire have them already. The secret is normalised (NFKD).
 */
export function isSigned(rawBody: string | Uint8Array, header: string | null, secret: string): boolean {
  if (secret === "" || header === null || !header.startsWith(PREFIX)) return false;
  const given = Buffer.from(header.slice(PREFIX.length).trim(), "hex");
  const expected = createHmac("sha256", secret.normalize("NFKD")).update(rawBody).digest();
  return isSame(given, expected);
}
