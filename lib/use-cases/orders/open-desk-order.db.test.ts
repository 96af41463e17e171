import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rawWordsOfOrder } from "#db/queries/desk-order.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { openTrackedShop, type TrackedShop } from "#lib/use-cases/tracking/tracking-testing.ts";
import { openDeskOrder } from "./open-desk-order.ts";

let database: TestDatabase;
let shop: TrackedShop;
let other: TrackedShop;
const now = Temporal.Now.instant();

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openTrackedShop(database, "mine", [["ups", "desk 1"]]);
  other = await openTrackedShop(database, "theirs", [["dhl", "desk 2"]]);
});
afterAll(() => database.drop());

async function orderOf({ rows, merchantId }: TrackedShop): Promise<string> {
  const [order] = await rows(`select id from orders where merchant_id = '${merchantId}'`);
  return String(order?.id);
}

const open = (orderId: string, isAddressOpen = false) =>
  openDeskOrder(
    { db: database.db, now, sandboxPace: 1 },
    { merchantId: shop.merchantId, orderId, isAddressOpen, clock: null },
  );

test("an order is opened with its parcels, its story up to now, and street and phone only when asked for", async () => {
  const opened = await open(await orderOf(shop));
  expect(opened?.known.parcels.map(({ carrier }) => carrier)).toEqual(["ups"]);
  expect(opened?.page.parcels).toHaveLength(1);
  expect(opened?.moments.at(-1)?.happened).toEqual([{ kind: "now" }]);
  expect([opened?.whole, (await open(await orderOf(shop), true))?.whole === null]).toEqual([null, false]);
});

test("another shop's order opens like one that does not exist, and its carriers' words are not told", async () => {
  const theirs = await orderOf(other);
  expect([await open(theirs), await open("00000000-0000-7000-8000-000000000000")]).toEqual([null, null]);
  const words = withTenant(database.db, shop.merchantId, (tx) =>
    rawWordsOfOrder(tx, { merchantId: shop.merchantId, orderId: theirs }),
  );
  expect(await words).toBeNull();
});
