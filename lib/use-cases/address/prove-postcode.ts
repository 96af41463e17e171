import type { Temporal } from "temporal-polyfill";
import type { Db } from "#db/client.ts";
import { findOrderAddress } from "#db/queries/order-address.ts";
import { type KeyRing, tokenHash } from "#lib/runtime/key-ring.ts";
import { proofsOf } from "#lib/use-cases/find/proofs.ts";
import { take } from "#lib/use-cases/limits/take.ts";
import { withLinkedOrder } from "#lib/use-cases/links/with-linked-order.ts";
import { addressGrant } from "./address-grant.ts";
import { addressLimits } from "./limits.ts";

export type ProveOutcome =
  | { readonly kind: "proved"; readonly grant: string }
  | { readonly kind: "wrong" }
  | { readonly kind: "limited"; readonly retryAfterMs: number };

type Deps = { readonly db: Db; readonly keys: KeyRing; readonly now: Temporal.Instant };

/**
 * Holds a typed postcode against the order's, as often as the limits allow. The grant opens the whole address for half an
 * hour. Throws `not_found` for a link that leads nowhere.
 */
export async function provePostcode(
  deps: Deps,
  input: { readonly token: string; readonly postcode: string; readonly addressBlock: string },
): Promise<ProveOutcome> {
  const { db, keys, now } = deps;
  const { merchantId, address } = await withLinkedOrder(db, input.token, async (tx, order) => ({
    merchantId: order.merchantId,
    address: await findOrderAddress(tx, order),
  }));
  const key = tokenHash(input.token);
  const taken = await take(deps, addressLimits(merchantId, { link: key, addressBlock: input.addressBlock }));
  if (!taken.ok) return { kind: "limited", retryAfterMs: taken.retryAfterMs };
  const provable = address === null ? null : { ...address, email: null };
  const { byPostcode } = proofsOf({ email: "", postcode: input.postcode }, provable);
  return byPostcode ? { kind: "proved", grant: addressGrant(keys, input.token, now) } : { kind: "wrong" };
}
