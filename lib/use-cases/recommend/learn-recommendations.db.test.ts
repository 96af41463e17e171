import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { chooseEngine } from "#lib/recommend/choose/choose-engine.ts";
import { freshnessOf } from "#lib/recommend/learn/freshness.ts";
import { learnModel } from "#lib/recommend/learn/learn-model.ts";
import { orderLogOf } from "#lib/recommend/learn/order-log.ts";
import { RECENT_ORDERS, recentHistory } from "#lib/recommend/score/recent-history.ts";
import { scorerOf } from "#lib/recommend/score/shopper-scores.ts";
import { candidatesFor } from "./candidates-for.ts";
import { learnRecommendations } from "./learn-recommendations.ts";
import { openLearningShop } from "./recommend-testing.ts";

const SIZE = { shoppers: 1_200, products: 300 };
let database: TestDatabase;
let merchantId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ merchantId } = await openLearningShop(database, "learning", SIZE));
});
afterAll(() => database.drop());

type Line = { readonly shopper: string; readonly order_id: string; readonly day: number; readonly product: string };

/** The shop's orders read line by line, not as learning reads them. */
async function storedOrders() {
  const lines = await database.ownerDb.execute<Line>(sql`
    select o.shopper_id::text as shopper, o.id::text as order_id, floor(extract(epoch from placed_at) / 86400)::int as day,
      l.product_id::text as product
    from orders o join line_items l on l.order_id = o.id where o.merchant_id = ${merchantId} and cancelled_at is null
    order by o.shopper_id, o.placed_at, o.id, l.position`);
  const ids = (
    await database.ownerDb.execute<{ id: string }>(
      sql`select id from products where merchant_id = ${merchantId} order by id`,
    )
  ).map(({ id }) => id);
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const shoppers = [...Map.groupBy(lines, ({ shopper }) => shopper)].map(([shopper, own]) => ({
    shopper,
    orders: [...Map.groupBy(own, (line) => line.order_id)].map(([id, some]) => ({
      id,
      day: some[0]?.day ?? 0,
      products: some.map(({ product }) => numbers.get(product) ?? 0),
    })),
  }));
  return { ids, shoppers };
}

test("what is served from the database is what the pure model gives, with engine and weights chosen on the shop's own orders", async () => {
  const report = await learnRecommendations(database, { merchantId });
  const { ids, shoppers } = await storedOrders();
  const today = Math.floor(Date.now() / 86_400_000);
  const log = orderLogOf(
    ids.length,
    shoppers.map(({ orders }) =>
      orders.map(({ day, products }) => ({ products, freshness: freshnessOf(today - day) })),
    ),
  );
  const task = report?.task ?? "completion";
  const choice = chooseEngine(log, task);
  expect(report).toMatchObject({ orders: log.freshness.length, lines: log.products.length, choice });
  expect(choice.cases).toBeGreaterThan(50);
  const scorer = scorerOf(learnModel(log, choice.settings));
  for (const { shopper, orders } of shoppers.slice(0, 60)) {
    const history = recentHistory(orders.map(({ products }) => products.toSorted((a, b) => a - b)));
    const known = new Set(orders.slice(-RECENT_ORDERS).flatMap(({ products }) => products));
    const pure = scorer.best(history, { count: 20, isOut: (product) => known.has(product) });
    const served = await withTenant(database.db, merchantId, (tx) =>
      candidatesFor(tx, { merchantId, shopperId: shopper, orderId: orders.at(-1)?.id ?? "", count: 20 }),
    );
    expect(served.slice(0, 20).map(({ product }) => product.id)).toEqual(pure.map(({ product }) => ids[product]));
  }
});
