import { createHmac } from "node:crypto";
import { isSame } from "#lib/carriers/signed.ts";

/** The header that holds the signature, in lower case. */
export const SIGNATURE_HEADER = "aftership-hmac-sha256";

/** Whether AfterShip signed these bytes: HMAC-SHA-256 of the body as received, in base64, by the webhook secret. */
export function isSigned(rawBody: string | Uint8Array, header: string | null, secret: string): boolean {
  if (secret === "" || header === null) return false;
  const given = Buffer.from(header, "base64");
  const expected = createHmac("sha256", secret).update(rawBody).digest();
  return isSame(given, expected);
}
