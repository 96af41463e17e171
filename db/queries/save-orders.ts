import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";

export type PresentOrder = { readonly id: OrderId; readonly sourceHash: string };

/** The orders that exist among these, by `numberKey`. Index: orders_by_number. */
export async function presentOrders(
  tx: Tx,
  { merchantId, numberKeys }: { readonly merchantId: MerchantId; readonly numberKeys: readonly string[] },
): Promise<ReadonlyMap<string, PresentOrder>> {
  const found = await tx.execute<{ id: string; source_hash: string; number_key: string }>(sql`
    select id, source_hash, number_key from orders
    where merchant_id = ${merchantId}
      and number_key in (select jsonb_array_elements_text(${JSON.stringify(numberKeys)}::text::jsonb))`);
  return new Map(found.map((row) => [row.number_key, { id: row.id, sourceHash: row.source_hash }]));
}

/** One order's row, ready to write. */
export type OrderToSave = {
  readonly id: string;
  readonly number: string;
  readonly number_key: string;
  readonly shopper_id: string | null;
  readonly placed_at: string;
  readonly currency: string;
  readonly subtotal_minor: number;
  readonly shipping_minor: number;
  readonly tax_minor: number;
  readonly discount_minor: number;
  readonly total_minor: number;
  readonly shipping_method: string | null;
  readonly financial_status: string | null;
  readonly cancelled_at: string | null;
  readonly note: string | null;
  readonly ship_name: string | null;
  readonly ship_street: string | null;
  readonly ship_city: string | null;
  readonly ship_postcode: string | null;
  readonly ship_region: string | null;
  readonly ship_country: string | null;
  readonly ship_phone: string | null;
  readonly source: string;
  readonly source_hash: string;
};

export type LineToSave = {
  readonly order_id: string;
  readonly position: number;
  readonly product_id: string;
  readonly sku: string;
  readonly title: string;
  readonly quantity: number;
  readonly unit_price_minor: number;
  readonly requires_shipping: boolean;
};

const ORDER_COLUMNS = sql.raw(
  "id, number, number_key, shopper_id, placed_at, currency, subtotal_minor, shipping_minor, tax_minor, discount_minor, total_minor, shipping_method, financial_status, cancelled_at, note, ship_name, ship_street, ship_city, ship_postcode, ship_region, ship_country, ship_phone, source, source_hash",
);
const LINE_COLUMNS = sql.raw(
  "order_id, position, product_id, sku, title, quantity, unit_price_minor, requires_shipping",
);

/**
 * Writes orders whole: their row, their lines, and nothing left of lines that are gone. `replaced` are the ids of orders
 * that had lines before. Key: number, then order + position.
 */
export async function saveOrders(
  tx: Tx,
  input: {
    readonly merchantId: MerchantId;
    readonly orders: readonly OrderToSave[];
    readonly lines: readonly LineToSave[];
    readonly replaced: readonly OrderId[];
  },
): Promise<void> {
  const { merchantId, orders, lines, replaced } = input;
  await tx.execute(sql`
    insert into orders (merchant_id, ${ORDER_COLUMNS})
    select ${merchantId}::uuid, ${ORDER_COLUMNS} from jsonb_populate_recordset(null::orders, ${JSON.stringify(orders)}::text::jsonb)
    on conflict (merchant_id, number_key) do update set
      (number, shopper_id, placed_at, currency, subtotal_minor, shipping_minor, tax_minor, discount_minor, total_minor,
       shipping_method, financial_status, cancelled_at, note, ship_name, ship_street, ship_city, ship_postcode,
       ship_region, ship_country, ship_phone, source, source_hash, updated_at)
      = (excluded.number, excluded.shopper_id, excluded.placed_at, excluded.currency, excluded.subtotal_minor,
         excluded.shipping_minor, excluded.tax_minor, excluded.discount_minor, excluded.total_minor,
         excluded.shipping_method, excluded.financial_status, excluded.cancelled_at, excluded.note, excluded.ship_name,
         excluded.ship_street, excluded.ship_city, excluded.ship_postcode, excluded.ship_region, excluded.ship_country,
         excluded.ship_phone, excluded.source, excluded.source_hash, statement_timestamp())`);
  if (replaced.length > 0) await dropSurplusLines(tx, { merchantId, counts: lineCounts(replaced, lines) });
  await tx.execute(sql`
    insert into line_items (merchant_id, ${LINE_COLUMNS})
    select ${merchantId}::uuid, ${LINE_COLUMNS} from jsonb_populate_recordset(null::line_items, ${JSON.stringify(lines)}::text::jsonb)
    on conflict (merchant_id, order_id, position) do update set
      (product_id, sku, title, quantity, unit_price_minor, requires_shipping)
      = (excluded.product_id, excluded.sku, excluded.title, excluded.quantity, excluded.unit_price_minor, excluded.requires_shipping)`);
}

type LineCount = { readonly id: string; readonly line_count: number };

function lineCounts(orderIds: readonly OrderId[], lines: readonly LineToSave[]): readonly LineCount[] {
  const counts = new Map(orderIds.map((id) => [id, 0]));
  for (const line of lines) {
    const count = counts.get(line.order_id);
    if (count !== undefined) counts.set(line.order_id, count + 1);
  }
  return [...counts].map(([id, line_count]) => ({ id, line_count }));
}

async function dropSurplusLines(
  tx: Tx,
  { merchantId, counts }: { readonly merchantId: MerchantId; readonly counts: readonly LineCount[] },
): Promise<void> {
  await tx.execute(sql`
    delete from line_items l
    using jsonb_to_recordset(${JSON.stringify(counts)}::text::jsonb) as c(id uuid, line_count int)
    where l.merchant_id = ${merchantId} and l.order_id = c.id and l.position > c.line_count`);
}

export type PromiseToSave = {
  readonly id: string;
  readonly order_id: string;
  readonly from_day: string;
  readonly to_day: string;
  readonly said_by: "checkout" | "rule";
  /** The rule's id. */
  readonly reason: string | null;
  readonly said_at: string;
};

/** Adds to the ledger what it does not say yet. Index: promises_of_order. */
export async function savePromises(
  tx: Tx,
  { merchantId, promises }: { readonly merchantId: MerchantId; readonly promises: readonly PromiseToSave[] },
): Promise<void> {
  if (promises.length === 0) return;
  await tx.execute(sql`
    insert into promises (merchant_id, id, order_id, from_day, to_day, said_by, reason, said_at)
    select ${merchantId}::uuid, id, order_id, from_day, to_day, said_by, reason, said_at
    from jsonb_populate_recordset(null::promises, ${JSON.stringify(promises)}::text::jsonb)
    on conflict do nothing`);
}
