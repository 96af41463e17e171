import { sql } from "drizzle-orm";
import { connect } from "#db/client.ts";
import { createTestDatabase, startTestCluster } from "#db/testing.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { measureDashboard } from "./admin/dashboard.ts";

export const about = "the desk's numbers: a look at 90 days at 1 M orders, under the application's role";

const ORDERS = 1_000_000;
/** As long as such a shop took to have so many. */
const DAYS = 400;

/** A shop of a million orders with a parcel each. */
export async function bench(): Promise<Readonly<Record<string, number>>> {
  const cluster = await startTestCluster();
  const database = await createTestDatabase(cluster.ownerUrl);
  try {
    const shop = { slug: "bench", name: "Bench", currency: "GBP", zone: "Europe/London", locale: "en", sandbox: true };
    const deps = { db: database.db, keys: keyRingFrom(newKeyRingText("bench")) };
    const { merchantId } = await addMerchant(deps, { ...shop, storefrontUrl: null, supportEmail: null });
    console.error("Making a million orders ...");
    await makeOrders(database.ownerUrl, merchantId);
    return await measureDashboard({ db: database.db, ownerUrl: database.ownerUrl, merchantId });
  } finally {
    await database.drop();
    await cluster.stop();
  }
}

async function makeOrders(ownerUrl: string, merchantId: string): Promise<void> {
  const { db, close } = connect({ url: ownerUrl, maxConnections: 1, statementTimeoutMs: 0, name: "bench orders" });
  try {
    await db.execute(sql`
      insert into shoppers (merchant_id, id, email, email_key)
      select ${merchantId}::uuid, gen_random_uuid(), n || '@example.com', n || '@example.com' from generate_series(1, ${ORDERS / 4}::int) n`);
    await db.execute(sql`
      insert into orders (merchant_id, id, number, number_key, shopper_id, placed_at, currency, subtotal_minor, shipping_minor,
        tax_minor, discount_minor, total_minor, ship_country, source, source_hash)
      select s.merchant_id, gen_random_uuid(), '#' || n, n::text, s.id, now() - random() * ${DAYS} * interval '1 day', 'GBP', 1, 0, 0, 0,
        1, (array['GB', 'GB', 'GB', 'IE', 'DE', 'FR'])[1 + n % 6], 'bench', ''
      from generate_series(1, ${ORDERS}::int) n
      join shoppers s on s.merchant_id = ${merchantId} and s.email_key = (1 + n % ${ORDERS / 4}::int) || '@example.com'`);
    await db.execute(sql`
      insert into shipments (merchant_id, id, order_id, carrier, tracking_number)
      select merchant_id, gen_random_uuid(), id, (array['ups', 'dhl', 'royal-mail', 'evri'])[1 + number_key::int % 4], 'B' || number_key
      from orders where merchant_id = ${merchantId}`);
    await db.execute(sql`
      insert into products (merchant_id, id, sku, title, title_as_of)
      select ${merchantId}::uuid, gen_random_uuid(), 'S' || n, 'Product ' || n, now() from generate_series(1, 8) n`);
    await db.execute(sql`analyze`);
  } finally {
    await close();
  }
}
