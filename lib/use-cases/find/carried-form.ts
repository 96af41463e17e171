import * as z from "zod";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { type KeyRing, seal, unseal } from "#lib/runtime/key-ring.ts";
import { readLookUp, type Typed } from "./read-look-up.ts";

const sealed = z.object({ keyId: z.string(), nonce: z.string(), text: z.string() });
const LONGEST = 4_000;

/** What was typed, for a cookie: sealed, so that whoever finds it can read nothing, and nobody can make one up. */
export function carriedForm(keys: KeyRing, merchantId: MerchantId, typed: Typed): string {
  return Buffer.from(JSON.stringify(seal(keys, JSON.stringify(typed), contextOf(merchantId)))).toString("base64url");
}

/** What was typed, out of the cookie; empty where there is none, or one that is not ours. Never throws. */
export function typedFrom(keys: KeyRing, merchantId: MerchantId, cookie: string | null): Typed {
  try {
    if (cookie === null || cookie.length > LONGEST) return readLookUp(null).typed;
    const given = sealed.parse(JSON.parse(Buffer.from(cookie, "base64url").toString("utf8")));
    return readLookUp(JSON.parse(unseal(keys, given, contextOf(merchantId)))).typed;
  } catch {
    return readLookUp(null).typed;
  }
}

function contextOf(merchantId: MerchantId): string {
  return `find form of ${merchantId}`;
}
