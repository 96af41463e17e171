import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";

type Period = { readonly merchantId: MerchantId; readonly sinceMs: number };

/** A row as it was made for a look at an order's page. */
export type OfferOfPeriod = {
  readonly orderId: OrderId;
  readonly shopperId: string | null;
  /** ISO 8601. */
  readonly offeredAt: string;
  readonly shown: unknown;
  readonly withheld: unknown;
  readonly reason: string | null;
  readonly heldOut: boolean;
};

const since = (sinceMs: number) => sql`to_timestamp(${sinceMs / 1_000}::float8)`;

/** How many rows were made in a period. Index: offers_by_time. */
export async function countOffers(tx: Tx, { merchantId, sinceMs }: Period): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from offers
    where merchant_id = ${merchantId} and offered_at >= ${since(sinceMs)}`);
  return row?.count ?? 0;
}

/** Every `step`-th of them, at most `limit`, in an order of no meaning. Index: offers_by_time. */
export async function offersOfPeriod(
  tx: Tx,
  { merchantId, sinceMs, step, limit }: Period & { readonly step: number; readonly limit: number },
): Promise<readonly OfferOfPeriod[]> {
  const rows = await tx.execute<{ offer: OfferOfPeriod }>(sql`
    select json_build_object('orderId', order_id, 'shopperId', shopper_id, 'offeredAt', offered_at, 'shown', shown,
      'withheld', withheld, 'reason', reason, 'heldOut', held_out) as offer
    from offers
    where merchant_id = ${merchantId} and offered_at >= ${since(sinceMs)}
      and (${step}::int = 1 or abs(hashtext(id::text)::bigint) % ${step}::int = 0)
    order by hashtext(id::text) limit ${limit}`);
  return rows.map(({ offer }) => offer);
}
