import { sql } from "drizzle-orm";
import { connect } from "#db/client.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { candidatesFor } from "./candidates-for.ts";

/** A web process has planned its statements and compiled its code after so many looks, once for all that follow. */
const WARMING = 300;

/** Looks at so many orders of a merchant, one after the other, and says how many candidates there were and how long it took, in ms. */
async function main([merchantId = "", count = ""]: readonly string[]): Promise<void> {
  const { db, close } = connect({ url: process.env.DATABASE_APP_URL ?? "", name: "serve timing", maxConnections: 4 });
  const asked = await ordersOf(db, merchantId, WARMING + Number(count));
  const looks: { readonly ms: number; readonly found: number }[] = [];
  for (const { orderId, shopperId } of asked) {
    looks.push(
      await withTenant(db, merchantId, async (tx) => {
        const from = performance.now();
        const candidates = await candidatesFor(tx, { merchantId, shopperId, orderId, count: 40 });
        return { ms: performance.now() - from, found: candidates.length };
      }),
    );
  }
  await close();
  const rest = looks.slice(-Number(count));
  const sorted = rest.map(({ ms }) => ms).sort((one, other) => one - other);
  const share = (part: number) => sorted[Math.floor(sorted.length * part)];
  const fewest = Math.min(...rest.map(({ found }) => found));
  process.stdout.write(JSON.stringify({ asked: rest.length, fewest, p50: share(0.5), p99: share(0.99) }));
}

function ordersOf(db: ReturnType<typeof connect>["db"], merchantId: MerchantId, count: number) {
  return withTenant(db, merchantId, (tx) =>
    tx.execute<{ orderId: string; shopperId: string }>(sql`
      select id as "orderId", shopper_id as "shopperId" from orders where merchant_id = ${merchantId} order by id limit ${count}`),
  );
}

await main(process.argv.slice(2));
