import { createHmac } from "node:crypto";
import { isSame } from "#lib/carriers/signed.ts";

/** The header that holds the signature, in lower case. */
export const SIGNATURE_HEADER = "fdx-signature";

/**
 * Whether FedEx signed these bytes: HMAC-SHA-256 of the body as received by the webhook project's security token, in base64;
 * in hexadecimal, too, which another page of the same document says. Source: FedEx, Advanced Integrated Visibility.
 */
export function isSigned(rawBody: string | Uint8Array, header: string | null, secret: string): boolean {
  if (secret === "" || header === null) return false;
  const text = header.trim();
  const isHex = /^[0-9a-f]{64}$/i.test(text);
  const expected = createHmac("sha256", secret)
    .update(rawBody)
    .digest(isHex ? "hex" : "base64");
  return isSame(Buffer.from(isHex ? text.toLowerCase() : text), Buffer.from(expected));
}
