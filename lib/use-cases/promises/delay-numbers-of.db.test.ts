import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { delayNumbersOf } from "./delay-numbers-of.ts";
import { dayFromNow, type JudgedShop, openJudgedShop } from "./judging-testing.ts";

let database: TestDatabase;
let shop: JudgedShop;

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openJudgedShop(database, "numbered", 6);
  for (const at of PARCELS.keys()) await put(at);
});
afterAll(() => database.drop());

type Past = {
  readonly arrived: number;
  readonly late: number;
  readonly told: number | null;
  readonly viewed: number | null;
};
/** All were promised for three days ago and expected then or the day after; when each arrived, and days of told and viewed. */
const PARCELS: readonly Past[] = [
  { arrived: -3, late: 0.15, told: null, viewed: null },
  { arrived: -2, late: 0.95, told: -5, viewed: -1 },
  { arrived: -1, late: 0.92, told: -1, viewed: null },
  { arrived: -2, late: 0.12, told: null, viewed: null },
  { arrived: -2, late: 0.55, told: -4, viewed: null },
  { arrived: -1, late: 0.5, told: -1, viewed: -2 },
];

function put(at: number) {
  const { arrived, late, told, viewed } = PARCELS[at] ?? { arrived: 0, late: 0, told: null, viewed: null };
  const { merchantId } = shop;
  const id = shop.ids[at] ?? "";
  const order = sql`(select order_id from shipments where merchant_id = ${merchantId} and id = ${id})`;
  const daysAgo = (days: number | null) => (days === null ? sql`null` : sql`now() + ${days} * interval '1 day'`);
  return withTenant(database.db, merchantId, async (tx) => {
    await tx.execute(sql`insert into expectations (merchant_id, shipment_id, order_id, is_open, zone, carrier, handed_over_at,
        arrived_at, arrived_on, learned_first_from, learned_first_to, late_first, promised_from, promised_to, judged_at)
      values (${merchantId}, ${id}, ${order}, false, 'Europe/London', 'ups', ${daysAgo(-7)}, ${daysAgo(arrived)},
        ${dayFromNow(arrived)}, ${dayFromNow(-3)}, ${dayFromNow(-2)}, ${late}, ${dayFromNow(-4)}, ${dayFromNow(-3)}, now())`);
    if (told === null) return;
    await tx.execute(sql`insert into delays (merchant_id, id, order_id, shipment_id, state, level, cause, severity, began_at,
        told_at, viewed_at)
      values (${merchantId}, gen_random_uuid(), ${order}, ${id}, 'late', 'apology', 'passed', 1, ${daysAgo(told)},
        ${daysAgo(told)}, ${daysAgo(viewed)})`);
  });
}

const numbers = (after: Parameters<typeof delayNumbersOf>[1]["after"] = null) =>
  delayNumbersOf(database, { merchantId: shop.merchantId, after });

test("proactive is who was told before the promised day was over; what nobody noticed counts against it", async () => {
  expect((await numbers()).notice).toEqual({ slipped: 5, toldBefore: 2 });
});

test("chances at hand-over stand beside what came of them, and windows beside the days", async () => {
  const { buckets, coverage } = await numbers();
  expect(buckets.map(({ tenth, parcels, late }) => [tenth, parcels, late])).toEqual([
    [1, 2, 0.5],
    [5, 2, 1],
    [9, 2, 1],
  ]);
  expect(coverage).toEqual({ parcels: 6, within: 4 });
});

test("delays come newest first, page by page, each once", async () => {
  const { delays } = await numbers();
  expect(delays.map(({ beganAt }) => beganAt)).toEqual(
    delays
      .map(({ beganAt }) => beganAt)
      .toSorted()
      .reverse(),
  );
  const [first, second] = delays;
  expect(delays).toHaveLength(4);
  expect((await numbers(first ?? null)).delays[0]).toEqual(second);
  expect((await numbers(delays.at(-1) ?? null)).delays).toEqual([]);
});
