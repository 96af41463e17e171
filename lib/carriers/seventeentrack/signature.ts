import { createHash } from "node:crypto";
import { isSame } from "#lib/carriers/signed.ts";

/** The header that holds the signature, in lower case. Its name is known from public set-ups only. */
export const SIGNATURE_HEADER = "sign";

/** Whether 17TRACK signed these bytes: SHA-256 of the body as received, a slash and the API key, in hexadecimal. */
export function isSigned(rawBody: string | Uint8Array, header: string | null, secret: string): boolean {
  if (secret === "" || header === null) return false;
  const given = Buffer.from(header.trim(), "hex");
  const expected = createHash("sha256").update(rawBody).update(`/${secret}`).digest();
  return isSame(given, expected);
}
