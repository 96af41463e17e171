import { findOrderByNumber } from "#db/queries/find-order-by-number.ts";
import { withTenant } from "#db/tenant.ts";
import type { TestDatabase } from "#db/testing.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { csv, head, keys, openTestShop } from "#lib/use-cases/orders/import-testing.ts";
import { issueLink } from "./issue-link.ts";

const ADDRESS = {
  "Shipping Name": "Zora Quill",
  "Shipping Street": "90 Hidden Lane",
  "Shipping City": "Cardiff",
  "Shipping Zip": "CF10 1EP",
  "Shipping Country": "GB",
  "Shipping Phone": "0209",
};

/** A shop with so many orders, each of another shopper in Cardiff, and the tokens of their links in order. */
export async function linkedOrders(
  database: TestDatabase,
  count: number,
): Promise<{ readonly merchantId: MerchantId; readonly tokens: readonly string[] }> {
  const shop = await openTestShop(database, "linked-orders");
  const numbers = Array.from({ length: count }, (_, nth) => `#${nth + 1}`);
  const rows = numbers.map((number, nth) => head(number, "A1", { ...ADDRESS, Email: `shopper${nth}@example.com` }));
  await shop.run("orders", csv(rows));
  const { merchantId } = shop;
  const tokens: string[] = [];
  for (const number of numbers) {
    const order = await withTenant(database.db, merchantId, (tx) => findOrderByNumber(tx, { merchantId, number }));
    if (order === null) throw new Error(`No order ${number}`);
    tokens.push((await issueLink({ db: database.db, keys }, { merchantId, orderId: order.id })).token);
  }
  return { merchantId, tokens };
}
