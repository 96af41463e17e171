import { sql } from "drizzle-orm";
import { connect } from "#db/client.ts";
import type { TestDatabase } from "#db/testing.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";

/** For tests of learning: shops whose orders PostgreSQL makes up, the same ones each time, with a long tail. */

export type ShopSize = { readonly shoppers: number; readonly products: number };

/** A number from 0 to below 1, ever the same for the same key and purpose. */
const U = `create or replace function pg_temp.u(key bigint, purpose bigint) returns float8 language sql immutable parallel safe as
  $$ select (hashint8extended(key, purpose) & 2147483647)::float8 / 2147483648 $$`;

/** Ids that are the same each time within one merchant, and of no other. */
function idOf(merchantId: MerchantId, kind: 1 | 2, number: string): string {
  return `('${merchantId.slice(-8)}-000${kind}-4000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
}

/** A shop with so many shoppers, about three orders each (some have hundreds) and three lines an order. */
export async function openLearningShop(
  database: Pick<TestDatabase, "db" | "ownerUrl">,
  slug: string,
  size: ShopSize,
): Promise<{ readonly merchantId: MerchantId }> {
  const shop = { slug, name: slug, currency: "GBP", zone: "Europe/London", locale: "en", sandbox: true };
  const places = { storefrontUrl: null, supportEmail: null };
  const keys = keyRingFrom(newKeyRingText("k1"));
  const { merchantId } = await addMerchant({ db: database.db, keys }, { ...shop, ...places });
  await runAsOwner(database.ownerUrl, [
    `insert into shoppers (merchant_id, id, email, email_key)
      select '${merchantId}', ${idOf(merchantId, 1, "n")}, n || '@example.com', n || '@example.com' from generate_series(1, ${size.shoppers}) n`,
    `insert into products (merchant_id, id, sku, title, title_as_of)
      select '${merchantId}', ${idOf(merchantId, 2, "n")}, 'S' || n, 'Product ' || n, now()
      from generate_series(0, ${size.products} - 1) n`,
  ]);
  await addMadeUpOrders(database, { merchantId, ...size, from: 1, to: size.shoppers, arrived: "1 hour" });
  return { merchantId };
}

/**
 * Adds orders of shoppers `from` to `to`; `arrived` is how long ago they came in. Each shopper has a taste, one of fifty parts
 * of the catalogue, and buys there two times of three.
 */
export async function addMadeUpOrders(
  { ownerUrl }: Pick<TestDatabase, "ownerUrl">,
  orders: ShopSize & {
    readonly merchantId: MerchantId;
    readonly from: number;
    readonly to: number;
    readonly arrived: string;
    /** How many each; about three with a long tail when left out. */
    readonly each?: number;
  },
): Promise<void> {
  const { merchantId, products, from, to, arrived } = orders;
  const each = orders.each ?? "least(200, ceil(0.9 * (1 - pg_temp.u(n, 1)) ^ -0.7))::int";
  const key = "(n::bigint * 1000 + k)";
  const tastes = Math.min(50, Math.ceil(products / 10));
  const line = `(${key} * 100 + i)`;
  const span = `case when pg_temp.u(${line}, 2) < 0.67 then
    floor(${products} / ${tastes} * pg_temp.u(${line}, 3) ^ 3) * ${tastes} + n % ${tastes} else floor(${products} * pg_temp.u(${line}, 4) ^ 3) end`;
  const batch = crypto.randomUUID().slice(0, 8);
  await runAsOwner(ownerUrl, [
    `create temporary table made as
      select gen_random_uuid() as id, n, k, ${idOf(merchantId, 1, "n")} as shopper_id,
        now() - interval '1 day' * greatest(1 + k * 0.001, 30 + 700 * pg_temp.u(n, 5) - k * 40 * pg_temp.u(${key}, 6)) as placed_at
      from generate_series(${from}, ${to}) n cross join lateral generate_series(1, ${each}) k`,
    `insert into orders (merchant_id, id, number, number_key, shopper_id, placed_at, currency, subtotal_minor, shipping_minor,
        tax_minor, discount_minor, total_minor, source, source_hash, created_at, updated_at)
      select '${merchantId}', id, '${batch}-' || n || '-' || k, '${batch}-' || n || '-' || k, shopper_id, placed_at, 'GBP', 1, 0, 0, 0, 1,
        'test', '', now() - interval '${arrived}', now() - interval '${arrived}' from made`,
    `insert into line_items (merchant_id, order_id, position, product_id, sku, title, quantity, unit_price_minor)
      select '${merchantId}', id, i, ${idOf(merchantId, 2, `least(${products} - 1, (${span}))::bigint`)},
        'S', 'Product', 1, 1
      from made cross join lateral generate_series(1, 1 + floor(-2 * ln(1 - pg_temp.u(${key}, 7)))::int) i`,
    "analyze",
  ]);
}

/** Without foreign keys being checked: ten million lines are made up in a minute or two. */
async function runAsOwner(ownerUrl: string, statements: readonly string[]): Promise<void> {
  const owner = connect({ url: ownerUrl, maxConnections: 1, statementTimeoutMs: 0 });
  try {
    await owner.db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(sql`set local work_mem = '256MB'`);
      for (const statement of [U, ...statements]) await tx.execute(sql.raw(statement));
      await tx.execute(sql`drop table if exists made`);
    });
  } finally {
    await owner.close();
  }
}
