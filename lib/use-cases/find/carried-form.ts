import type { MerchantId } from "#lib/kernel/ids.ts";
import type { KeyRing } from "#lib/runtime/key-ring.ts";
import { openedText, sealedText } from "#lib/use-cases/seals/sealed-text.ts";
import { readLookUp, type Typed } from "./read-look-up.ts";

const LONGEST = 4_000;

/** What was typed, for a cookie: sealed, so that whoever finds it can read nothing, and nobody can make one up. */
export function carriedForm(keys: KeyRing, merchantId: MerchantId, typed: Typed): string {
  return sealedText(keys, JSON.stringify(typed), contextOf(merchantId));
}

/** What was typed, out of the cookie; empty where there is none, or one that is not ours. Never throws. */
export function typedFrom(keys: KeyRing, merchantId: MerchantId, cookie: string | null): Typed {
  const carried = cookie === null || cookie.length > LONGEST ? null : openedText(keys, cookie, contextOf(merchantId));
  return readLookUp(carried === null ? null : JSON.parse(carried)).typed;
}

function contextOf(merchantId: MerchantId): string {
  return `find form of ${merchantId}`;
}
