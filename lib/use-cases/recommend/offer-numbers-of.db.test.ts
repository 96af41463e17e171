import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { newId } from "#lib/kernel/ids.ts";
import { openTestShop } from "#lib/use-cases/orders/import-testing.ts";
import { offerNumbersOf } from "./offer-numbers-of.ts";

let database: TestDatabase;
let shops = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

type Told = {
  /** How many days ago the row was made. */
  readonly ago: number;
  readonly heldOut?: boolean;
  readonly reason?: string;
  readonly sights?: readonly ("seen" | "clicked")[];
  /** Days after the offer on which the shopper bought the product, and how many came back; of one, or of two pieces. */
  readonly bought?: {
    readonly after: number;
    readonly sku?: string;
    readonly pieces?: number;
    readonly back?: number;
    readonly isCancelled?: boolean;
  };
};

/** A shop in which each of these shoppers was offered a cup with the tea that they ordered. */
async function shopWith(told: readonly Told[]): Promise<string> {
  shops += 1;
  const { merchantId } = await openTestShop(database, `numbers-${shops}`);
  const ids = { tea: newId(), cup: newId(), pot: newId() };
  await withTenant(database.db, merchantId, async (tx) => {
    for (const [sku, id] of Object.entries(ids))
      await tx.execute(
        sql`insert into products (merchant_id, id, sku, title, title_as_of) values (${merchantId}, ${id}, ${sku}, ${sku}, now())`,
      );
    const order = async (shopper: string, ago: number, product: string, pieces = 1, isCancelled = false) => {
      const id = newId();
      await tx.execute(sql`insert into orders (merchant_id, id, number, number_key, shopper_id, placed_at, cancelled_at, currency,
          subtotal_minor, shipping_minor, tax_minor, discount_minor, total_minor, source, source_hash)
        values (${merchantId}, ${id}, ${id}, ${id}, ${shopper}, now() - make_interval(days => ${ago}),
          ${isCancelled ? sql`now()` : null}, 'GBP', 0, 0, 0, 0, 0, 'test', '')`);
      await tx.execute(sql`insert into line_items (merchant_id, order_id, position, product_id, sku, title, quantity, unit_price_minor)
        values (${merchantId}, ${id}, 1, ${product}, 'x', 'x', ${pieces}, 100)`);
      return id;
    };
    for (const { ago, heldOut = false, reason = null, sights = [], bought } of told) {
      const [shopper, offer] = [newId(), newId()];
      await tx.execute(
        sql`insert into shoppers (merchant_id, id, email, email_key) values (${merchantId}, ${shopper}, ${shopper}, ${shopper})`,
      );
      const first = await order(shopper, ago + 3, ids.tea);
      const shown = reason === null ? [{ product: ids.cup, because: { kind: "bought", product: ids.tea } }] : [];
      const withheld = [{ product: ids.pot, because: { kind: "popular" }, reason: reason ?? "out_of_stock" }];
      await tx.execute(sql`insert into offers (merchant_id, id, order_id, shopper_id, offered_at, shown, withheld, reason, held_out)
        values (${merchantId}, ${offer}, ${first}, ${shopper}, now() - make_interval(days => ${ago}), ${JSON.stringify(shown)}::text::jsonb,
          ${JSON.stringify(withheld)}::text::jsonb, ${heldOut ? "hold_out" : reason}, ${heldOut})`);
      for (const kind of sights)
        await tx.execute(sql`insert into offer_sights (merchant_id, offer_id, product_id, kind, at)
          values (${merchantId}, ${offer}, ${ids.cup}, ${kind}, now())`);
      if (bought === undefined) continue;
      const { after, sku = "cup", pieces = 1, back = 0, isCancelled = false } = bought;
      const id = await order(shopper, ago - after, sku === "cup" ? ids.cup : ids.pot, pieces, isCancelled);
      if (back === 0) continue;
      const sent = newId();
      await tx.execute(sql`insert into returns (merchant_id, id, reference, order_id, shopper_id, returned_at, source_hash)
        values (${merchantId}, ${sent}, ${sent}, ${id}, ${shopper}, now(), '')`);
      await tx.execute(sql`insert into return_items (merchant_id, return_id, position, product_id, quantity)
        values (${merchantId}, ${sent}, 1, ${ids.cup}, ${back})`);
    }
  });
  return merchantId;
}

const numbers = async (told: readonly Told[]) => offerNumbersOf(database, { merchantId: await shopWith(told) });

test("what was offered, seen, followed and bought is counted once each, rows and products by why they stayed away", async () => {
  const found = await numbers([
    { ago: 5, sights: ["seen", "clicked"], bought: { after: 2 } },
    { ago: 5, sights: ["seen"] },
    { ago: 5, bought: { after: 1 } },
    { ago: 5, reason: "open_problem" },
    { ago: 5, reason: "open_problem" },
    { ago: 5, heldOut: true },
    { ago: 120, sights: ["seen"] },
  ]);
  expect(found.rows).toEqual({
    shown: 3,
    empty: 0,
    withheld: [
      { reason: "open_problem", count: 2 },
      { reason: "hold_out", count: 1 },
    ],
  });
  const withheld = [{ reason: "out_of_stock", count: 3 }];
  expect(found.products).toEqual({ offered: 3, seen: 2, clicked: 1, bought: 2, boughtAfterSight: 1, withheld });
});

test.each([
  ["after the window", { after: 31 }, 0],
  ["another product", { after: 2, sku: "pot" }, 0],
  ["and sent back", { after: 2, back: 1 }, 0],
  ["and one of two sent back", { after: 2, pieces: 2, back: 1 }, 1],
  ["and called off", { after: 2, isCancelled: true }, 0],
  ["within the window", { after: 29 }, 1],
] as const)("what was bought %s counts as it should", async (_, bought, count) => {
  expect((await numbers([{ ago: 40, bought }])).products.bought).toBe(count);
});

test("the sides of the hold-out are compared by shoppers whose window is over, with an interval", async () => {
  const shoppers = (count: number, told: Told) => Array.from({ length: count }, () => told);
  const { holdOut } = await numbers([
    ...shoppers(6, { ago: 45, bought: { after: 3 } }),
    ...shoppers(14, { ago: 45 }),
    ...shoppers(1, { ago: 45, heldOut: true, bought: { after: 3 } }),
    ...shoppers(9, { ago: 45, heldOut: true }),
    // Its window is not over: it would count as one that bought nothing.
    ...shoppers(5, { ago: 4 }),
  ]);
  expect(holdOut).toMatchObject({
    share: 0.1,
    shown: { shoppers: 20, bought: 6, rate: 0.3 },
    heldOut: { shoppers: 10, bought: 1, rate: 0.1 },
  });
  expect(holdOut.effect?.difference).toBeCloseTo(0.2, 10);
  expect(holdOut.effect?.low).toBeLessThan(0);
  expect(holdOut.effect?.high).toBeGreaterThan(0.2);
});

test("a shop without offers has no numbers and claims nothing", async () => {
  const found = await numbers([]);
  expect(found.holdOut.effect).toBeNull();
  expect(found.rows).toEqual({ shown: 0, empty: 0, withheld: [] });
});
