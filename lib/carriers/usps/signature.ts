import { createHmac } from "node:crypto";
import type { PushRequest } from "#lib/carriers/carrier.ts";
import { isSame } from "#lib/carriers/signed.ts";
import { envelopeOf } from "./read-push.ts";

/** The header that holds the signature, in lower case, and its older name. */
const SIGNATURE_HEADERS = ["x-hmac", "hmac-header"] as const;

/**
 * Whether USPS signed this notification: HMAC-SHA-256 of its `timestamp` and its `payload`, one after the other, in base64.
 * The rest of the envelope is not signed and is believed for nothing.
 */
export function isSigned({ body, header }: PushRequest, secret: string): boolean {
  const given = SIGNATURE_HEADERS.map(header).find((value) => value !== null);
  const { timestamp, payload } = envelopeOf(new TextDecoder().decode(body));
  if (secret === "" || given === undefined || given === null || payload === null) return false;
  const expected = createHmac("sha256", secret)
    .update(`${timestamp ?? ""}${payload}`)
    .digest();
  return isSame(Buffer.from(given.trim(), "base64"), expected);
}
