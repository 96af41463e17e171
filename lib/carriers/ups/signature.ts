import { createHash } from "node:crypto";
import type { PushRequest } from "#lib/carriers/carrier.ts";
import { isSame } from "#lib/carriers/signed.ts";

/**
 * Whether the sender knows the credential that was set in UPS's portal. Track Alert signs nothing: it sends the credential
 * as it is, in `credential` or, by its type, in `authorization`; Basic may hold it whole or as the password. Whatever was
 * sent, everything is compared, so that the time tells nothing.
 */
export function isSigned({ header }: Pick<PushRequest, "header">, secret: string): boolean {
  const given = [header("credential"), ...readingsOf(header("authorization") ?? "")];
  const expected = digestOf(secret);
  const matches = given.filter((text) => text !== null && isSame(digestOf(text.trim()), expected));
  return secret !== "" && matches.length > 0;
}

/** An authorization header as it is, without its scheme, and decoded. */
function readingsOf(header: string): readonly string[] {
  const bare = header.trim().replace(/^(?:bearer|basic)\s+/i, "");
  const decoded = Buffer.from(bare, "base64").toString();
  return [header, bare, decoded, decoded.slice(decoded.indexOf(":") + 1)];
}

/** All of one length: a comparison of secrets of different lengths would be told by its time. */
function digestOf(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}
