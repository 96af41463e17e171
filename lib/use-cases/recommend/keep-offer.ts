import type { Temporal } from "temporal-polyfill";
import type { Db } from "#db/client.ts";
import { type OfferToSave, saveOffer } from "#db/queries/offers.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { ProductReason, RowReason } from "#lib/recommend/gate/reasons.ts";
import type { OfferedProduct } from "./stored-offer.ts";

/** What was made for one order's page: ids and reason codes only. */
export type OfferToKeep = Omit<OfferToSave, "shown" | "withheld" | "reason"> & {
  readonly merchantId: MerchantId;
  /** Of a held-out shopper what would have been shown. */
  readonly shown: readonly OfferedProduct[];
  readonly withheld: readonly (OfferedProduct & { readonly reason: ProductReason | RowReason })[];
  readonly reason: RowReason | null;
};

/** Stores what a page offered, so that the next look finds the same. The same once more writes nothing. */
export function keepOffer(
  { db, now }: { readonly db: Db; readonly now: Temporal.Instant },
  { merchantId, ...offer }: OfferToKeep,
): Promise<void> {
  return withTenant(db, merchantId, (tx) => saveOffer(tx, { merchantId, offer, at: now.toString() }));
}
