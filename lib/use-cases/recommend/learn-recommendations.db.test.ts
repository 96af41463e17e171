import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { chooseEngine } from "#lib/recommend/choose/choose-engine.ts";
import { freshnessOf } from "#lib/recommend/learn/freshness.ts";
import { learnModel } from "#lib/recommend/learn/learn-model.ts";
import { orderLogOf } from "#lib/recommend/learn/order-log.ts";
import { pairCounts } from "#lib/recommend/learn/pair-counts.ts";
import { RECENT_ORDERS, recentHistory } from "#lib/recommend/score/recent-history.ts";
import { scorerOf } from "#lib/recommend/score/shopper-scores.ts";
import { clearSums, sparseSums } from "#lib/recommend/score/sparse-sums.ts";
import { addOrders } from "./add-orders.ts";
import { candidatesFor } from "./candidates-for.ts";
import { learnRecommendations } from "./learn-recommendations.ts";
import { floatsIn, unsignedIn } from "./packed.ts";
import { addMadeUpOrders, openLearningShop } from "./recommend-testing.ts";
import { storedSettings } from "./stored-settings.ts";

const SIZE = { shoppers: 1_200, products: 300 };
let database: TestDatabase;
let merchantId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ merchantId } = await openLearningShop(database, "learning", SIZE));
});
afterAll(() => database.drop());

type Line = { readonly shopper: string; readonly order_id: string; readonly day: number; readonly product: string };

/** The shop's orders read line by line, not as learning reads them; products by number in the order of their ids. */
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
  const today = Math.floor(Date.now() / 86_400_000);
  const log = orderLogOf(
    ids.length,
    shoppers.map(({ orders }) =>
      orders.map(({ day, products }) => ({ products, freshness: freshnessOf(today - day) })),
    ),
  );
  return { ids, shoppers, log };
}

async function served(asked: { readonly shopperId: string | null; readonly orderId: string; readonly of?: string }) {
  const of = asked.of ?? merchantId;
  const candidates = await withTenant(database.db, of, (tx) =>
    candidatesFor(tx, { merchantId: of, shopperId: asked.shopperId, orderId: asked.orderId, count: 20 }),
  );
  return candidates.map(({ product, because }) => ({ id: product.id, because: because.kind }));
}

async function anOrder(of = merchantId): Promise<{ readonly shopperId: string; readonly orderId: string }> {
  const [row] = await database.ownerDb.execute<{ id: string; shopper_id: string }>(
    sql`select id, shopper_id from orders where merchant_id = ${of} order by number limit 1`,
  );
  return { shopperId: row?.shopper_id ?? "", orderId: row?.id ?? "" };
}

test("where nothing is learned yet nothing comes into question", async () => {
  expect(await served(await anOrder())).toEqual([]);
});

test("what is served is what the pure model gives, with engine and weights chosen on the shop's own orders", async () => {
  const report = await learnRecommendations(database, { merchantId });
  const { ids, shoppers, log } = await storedOrders();
  const choice = chooseEngine(log, report?.task ?? "completion");
  expect(report).toMatchObject({ task: "novel", orders: log.freshness.length, lines: log.products.length, choice });
  expect(choice.cases).toBeGreaterThan(50);
  const scorer = scorerOf(learnModel(log, choice.settings));
  for (const { shopper, orders } of shoppers.slice(0, 60)) {
    const history = recentHistory(orders.map(({ products }) => products.toSorted((a, b) => a - b)));
    const known = new Set(orders.slice(-RECENT_ORDERS).flatMap(({ products }) => products));
    const pure = scorer.best(history, { count: 20, isOut: (product) => known.has(product) });
    const list = await served({ shopperId: shopper, orderId: orders.at(-1)?.id ?? "" });
    expect(list.slice(0, 20).map(({ id }) => id)).toEqual(pure.map(({ product }) => ids[product]));
  }
});

test("a shopper and an order of whom the model knows nothing are answered with what sells, and it says so", async () => {
  const list = await served({ shopperId: null, orderId: crypto.randomUUID() });
  const [most] = await database.ownerDb.execute<{ id: string }>(
    sql`select product_id as id from recommend_rows where merchant_id = ${merchantId} order by fresh desc limit 1`,
  );
  expect(list[0]).toEqual({ id: most?.id, because: "popular" });
  expect(new Set(list.map(({ because }) => because))).toEqual(new Set(["popular"]));
});

/** What is kept of a shop's rows, by number. */
async function keptRows(of = merchantId) {
  const rows = await database.ownerDb.execute<{
    number: number;
    own: number;
    held: number;
    fresh: number;
    targets: Uint8Array;
    counts: Uint8Array;
  }>(
    sql`select r.* from recommend_rows r join recommend_models m using (merchant_id, generation)
      where merchant_id = ${of} order by number`,
  );
  return rows.map(({ number, own, held, fresh, targets, counts }) => {
    const scores = floatsIn(counts);
    return {
      ...{ number, own, held, fresh },
      counts: new Map(Array.from(unsignedIn(targets), (target, at) => [target, scores[at] ?? 0])),
    };
  });
}

test("orders that are added leave the counts that all orders together have, in every entry that was kept", async () => {
  const before = await keptRows();
  await addMadeUpOrders(database, { merchantId, ...SIZE, from: 1, to: 60, arrived: "0 seconds", each: 2 });
  expect(await addOrders(database, { merchantId })).toMatchObject({ orders: 120 });
  const after = await keptRows();
  expect(await addOrders(database, { merchantId })).toEqual({ orders: 0, rows: 0 });
  const [model] = await database.ownerDb.execute<{ settings: unknown; mean_length: number; weight: number }>(
    sql`select settings, mean_length, weight from recommend_models where merchant_id = ${merchantId}`,
  );
  const settings = storedSettings(model?.settings);
  if (settings?.engine !== "transitions") throw new Error("This shop chose an engine that keeps no counts");
  const all = pairCounts((await storedOrders()).log, settings, model?.mean_length);
  expect(model?.weight).toBeCloseTo(all.weight, 6);
  const sums = sparseSums(SIZE.products);
  let compared = 0;
  for (const { number, own, held, counts } of after) {
    expect(own).toBeCloseTo(all.count(number, sums), 6);
    expect(held).toBeCloseTo(all.held[number] ?? 0, 6);
    for (const [target, count] of counts) {
      if (!before[number]?.counts.has(target)) continue;
      expect(count).toBeCloseTo(sums.values[target] ?? 0, 3);
      compared += 1;
    }
    clearSums(sums);
  }
  expect(compared).toBeGreaterThan(1_000);
  expect(after.some(({ own }, number) => own !== before[number]?.own)).toBe(true);
});

test("a shopper whose earlier order was changed meanwhile waits for the next learning, and nobody else does", async () => {
  await database.ownerDb.execute(sql`update orders set cancelled_at = now(), updated_at = now()
    where id = (select id from orders where merchant_id = ${merchantId} and shopper_id = (
      select id from shoppers where merchant_id = ${merchantId} and email = '5@example.com') limit 1)`);
  await addMadeUpOrders(database, { merchantId, ...SIZE, from: 4, to: 6, arrived: "0 seconds", each: 1 });
  expect(await addOrders(database, { merchantId })).toMatchObject({ orders: 2 });
  expect(await learnRecommendations(database, { merchantId })).toMatchObject({
    orders: (await storedOrders()).log.freshness.length,
  });
});

test("a learning that is killed while it writes leaves the old model serving, and the next one takes its place", async () => {
  const asked = await anOrder();
  const before = await served(asked);
  const killed = learnRecommendations(
    {
      ...database,
      onProgress: ({ phase, done }) => {
        if (phase === "done" && done > 0) throw new Error("killed");
      },
    },
    { merchantId },
  );
  await expect(killed).rejects.toThrow("killed");
  expect(await served(asked)).toEqual(before);
  const generations = () =>
    database.ownerDb.execute(sql`select distinct generation from recommend_rows where merchant_id = ${merchantId}`);
  expect(await generations()).toHaveLength(2);
  await learnRecommendations(database, { merchantId });
  expect(await served(asked)).toEqual(before);
  await learnRecommendations(database, { merchantId });
  expect((await generations()).length).toBeLessThanOrEqual(2);
});

test("who begins a learning takes over from who learns already, who stops and replaces nothing", async () => {
  let hasBegun = false;
  let other: ReturnType<typeof learnRecommendations> | null = null;
  const first = learnRecommendations(
    {
      ...database,
      onProgress: ({ phase }) => {
        if (phase !== "choosing" || hasBegun) return;
        hasBegun = true;
        other = learnRecommendations(database, { merchantId });
      },
    },
    { merchantId },
  );
  await expect(first).rejects.toMatchObject({ code: "conflict" });
  const report = await other;
  const [model] = await database.ownerDb.execute(
    sql`select generation from recommend_models where merchant_id = ${merchantId}`,
  );
  expect(model).toEqual({ generation: (report as { readonly generation: number } | null)?.generation });
});

test("another merchant's products never come into question, and its orders teach nothing", async () => {
  const { merchantId: other } = await openLearningShop(database, "neighbour", { shoppers: 80, products: 40 });
  await learnRecommendations(database, { merchantId: other });
  const { orderId, shopperId } = await anOrder(other);
  const list = await served({ of: other, shopperId, orderId });
  const rows = await database.ownerDb.execute<{ id: string }>(
    sql`select id from products where merchant_id = ${other}`,
  );
  const own = new Set(rows.map(({ id }) => id));
  expect(list.length).toBeGreaterThan(10);
  expect(list.filter(({ id }) => !own.has(id))).toEqual([]);
  // Asked with the other's order and shopper, a shop sees neither.
  const strange = await served({ shopperId, orderId });
  expect(new Set(strange.map(({ because }) => because))).toEqual(new Set(["popular"]));
});
