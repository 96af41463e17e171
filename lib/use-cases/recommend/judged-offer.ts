import type { Temporal } from "temporal-polyfill";
import type { Db } from "#db/client.ts";
import { findOrderByNumber } from "#db/queries/find-order-by-number.ts";
import { skusOf } from "#db/queries/offered-products.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { Because, Candidate } from "#lib/recommend/gate/facts.ts";
import type { ProductReason, RowReason } from "#lib/recommend/gate/reasons.ts";
import { offeredRow } from "./offered-row.ts";

/** A product as the merchant reads it: why it came into question, by the SKU that speaks for it. */
export type JudgedProduct = {
  readonly sku: string;
  readonly title: string;
  readonly because: Because["kind"];
  readonly of: string | null;
};

/** What an order's page would offer at this moment, and what not and why. */
export type JudgedOffer = {
  readonly order: string;
  /** Why the whole row stays away; null when products were judged one by one. */
  readonly reason: RowReason | null;
  readonly shown: readonly JudgedProduct[];
  readonly withheld: readonly (JudgedProduct & { readonly reason: ProductReason | RowReason })[];
};

/**
 * What is shown to and withheld from the shopper of an order, for the merchant: also what stays away whole is judged product by
 * product. Stores nothing. Throws `not_found` for a number that no order has.
 */
export async function judgedOffer(
  { db, now }: { readonly db: Db; readonly now: Temporal.Instant },
  { merchantId, number }: { readonly merchantId: MerchantId; readonly number: string },
): Promise<JudgedOffer> {
  const order = await withTenant(db, merchantId, (tx) => findOrderByNumber(tx, { merchantId, number }));
  if (order === null) throw new AppError("not_found", `There is no order ${number}.`);
  const asked = { order: { merchantId, orderId: order.id }, hasTrouble: Promise.resolve(false), judgesAll: true };
  const { gated } = await offeredRow({ db, now }, asked);
  const named = [...gated.shown, ...gated.withheld.map(({ candidate }) => candidate)].flatMap(idsOf);
  const skus = await withTenant(db, merchantId, (tx) => skusOf(tx, { merchantId, ids: named }));
  const judged = ({ product, because }: Candidate): JudgedProduct => ({
    sku: skus.get(product.id) ?? "",
    title: product.title,
    because: because.kind,
    of: "product" in because ? (skus.get(because.product) ?? null) : null,
  });
  return {
    order: order.number,
    reason: gated.reason,
    shown: gated.shown.map(judged),
    withheld: gated.withheld.map(({ candidate, reason }) => ({ ...judged(candidate), reason })),
  };
}

function idsOf({ product, because }: Candidate): readonly string[] {
  return "product" in because ? [product.id, because.product] : [product.id];
}
