import type { Db } from "#db/client.ts";
import {
  type ListedOrder,
  type ListSort,
  listedOrders,
  type OrderKey,
  type OrdersWanted,
  wantedOrders,
} from "#db/queries/listed-orders.ts";
import type { SearchKind } from "#db/queries/search-terms.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { findOrders } from "./find-orders.ts";

/** A page of the desk's list; `next` is null where there is no more. */
export type OrderList = {
  /** `by`: what of it was found; empty where nothing was searched. */
  readonly orders: readonly (ListedOrder & { readonly by: readonly SearchKind[] })[];
  readonly next: OrderKey | null;
};

/** A merchant's orders that are wanted, and where a text is given only those that it finds, with what a list shows of each. */
export async function listOrders(
  { db }: { readonly db: Db },
  input: {
    readonly merchantId: MerchantId;
    readonly text: string;
    readonly wanted: OrdersWanted;
    readonly before: OrderKey | null;
    readonly sort: ListSort;
    readonly limit: number;
  },
): Promise<OrderList> {
  const { merchantId, limit } = input;
  const { keys, kinds, next } = input.text.trim() === "" ? await wanted(db, input) : await found(db, input);
  const rows = await withTenant(db, merchantId, (tx) =>
    listedOrders(tx, { merchantId, ids: keys.map(({ id }) => id) }),
  );
  const orders = rows.slice(0, limit).map((row) => ({ ...row, by: kinds.get(row.id) ?? [] }));
  return { orders, next };
}

type Input = Parameters<typeof listOrders>[1];
type Keys = {
  readonly keys: readonly OrderKey[];
  readonly kinds: ReadonlyMap<string, readonly SearchKind[]>;
  readonly next: OrderKey | null;
};

async function wanted(db: Db, { merchantId, wanted: only, before, sort, limit }: Input): Promise<Keys> {
  const all = await withTenant(db, merchantId, (tx) =>
    wantedOrders(tx, { ...only, merchantId, before, sort, limit: limit + 1 }),
  );
  const keys = all.slice(0, limit);
  return { keys, kinds: new Map(), next: all.length > limit ? (keys.at(-1) ?? null) : null };
}

async function found(db: Db, { merchantId, text, wanted: only, before, sort, limit }: Input): Promise<Keys> {
  const isAll = Object.values(only).every((value) => value === null);
  const { orders, next } = await findOrders(
    { db },
    { merchantId, text, limit, before, sort, wanted: isAll ? null : only },
  );
  return { keys: orders, kinds: new Map(orders.map(({ id, by }) => [id, by])), next };
}
