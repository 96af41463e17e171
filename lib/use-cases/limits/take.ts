import type { Db } from "#db/client.ts";
import { takeThrottles } from "#db/queries/throttles.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { type KeyRing, throttleKey } from "#lib/runtime/key-ring.ts";

/** A limit on something that somebody tries at a shop. */
export type Limit = {
  /** What is limited: `find.order`, ... */
  readonly scope: string;
  /** Null for all shops together. */
  readonly merchantId: MerchantId | null;
  /** Whose tries are counted together: an address block, an order. Stored as an HMAC only; empty for the whole shop, or for all. */
  readonly key: string;
  /** So many tries at once, */
  readonly burst: number;
  /** then one more every so many milliseconds. */
  readonly periodMs: number;
};

/** The blocks of addresses that a try comes from, as text: the nearest neighbours, and a block of many such. */
export type AddressBlocks = { readonly near: string; readonly wide: string };

export type Taken = { readonly ok: true } | { readonly ok: false; readonly retryAfterMs: number };

/**
 * Takes one try from each of these limits. Where one is used up, none is touched and `retryAfterMs` says when all have one
 * again. Exact over all processes; no two limits of a call may share scope, merchant and key.
 */
export async function take(
  { db, keys }: { readonly db: Db; readonly keys: KeyRing },
  limits: readonly Limit[],
): Promise<Taken> {
  const retryAfterMs = await takeThrottles(
    db,
    limits.map(({ scope, merchantId, key, burst, periodMs }) => ({
      key: throttleKey(keys, [scope, merchantId ?? "", key]),
      burst,
      periodMs,
    })),
  );
  return retryAfterMs === null ? { ok: true } : { ok: false, retryAfterMs };
}
