import type { Db } from "#db/client.ts";
import type { ListSort, OrdersWanted } from "#db/queries/listed-orders.ts";
import { type FoundOrder, ordersWithTerms } from "#db/queries/search-terms.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";

/** Longer texts name nothing. */
const LONGEST = 200;

/** A page of what was found, the newest order first unless the oldest was asked for; `next` is null where there is no more. */
export type FoundOrders = {
  readonly orders: readonly FoundOrder[];
  readonly next: { readonly placedAt: string; readonly id: OrderId } | null;
};

/**
 * A merchant's orders by anything that people know of them: number, name, email, tracking number or its end, product. All words
 * of a name have to fit, each may be the beginning of one. Nothing is found by an empty text.
 */
export async function findOrders(
  { db }: { readonly db: Db },
  input: {
    readonly merchantId: MerchantId;
    readonly text: string;
    readonly limit: number;
    readonly before?: FoundOrders["next"];
    readonly sort?: ListSort;
    /** Of what is found, only this. */
    readonly wanted?: OrdersWanted | null;
  },
): Promise<FoundOrders> {
  const { merchantId, limit, before = null, wanted = null, sort = "newest" } = input;
  const text = input.text.trim().slice(0, LONGEST);
  if (text === "") return { orders: [], next: null };
  const found = await withTenant(db, merchantId, (tx) =>
    ordersWithTerms(tx, { merchantId, text, limit: limit + 1, before, wanted, sort }),
  );
  const orders = found.slice(0, limit);
  const last = orders.at(-1);
  const next = found.length > limit && last !== undefined ? { placedAt: last.placedAt, id: last.id } : null;
  return { orders, next };
}
