import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { dayFromNow, type JudgedShop, openJudgedShop } from "./judging-testing.ts";
import { learnShop } from "./learn-shop.ts";

let database: TestDatabase;
let shop: JudgedShop;
const PAST = 160;

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openJudgedShop(database, "learning");
});
afterAll(() => database.drop());

/** Parcels that took five days and a few hours, of which UPS had always said one day. */
function addPast() {
  const { merchantId } = shop;
  return withTenant(database.db, merchantId, async (tx) => {
    await tx.execute(sql`insert into orders (merchant_id, id, number, number_key, placed_at, currency, subtotal_minor,
        shipping_minor, tax_minor, discount_minor, total_minor, source, source_hash)
      select ${merchantId}::uuid, gen_random_uuid(), 'past ' || n, 'past ' || n, now() - (41 + n % 80) * interval '1 day', 'GBP',
        1, 0, 0, 0, 1, 'test', '' from generate_series(1, ${PAST}::int) n`);
    await tx.execute(sql`insert into shipments (merchant_id, id, order_id, carrier, tracking_number)
      select merchant_id, gen_random_uuid(), id, 'ups', number from orders where number like 'past %'`);
    await tx.execute(sql`insert into expectations (merchant_id, shipment_id, order_id, is_open, zone, carrier, handed_over_at,
        arrived_at, arrived_on, carrier_first_to, learned_first_day, forecast, judged_at)
      select s.merchant_id, s.id, s.order_id, false, 'Europe/London', 'ups', o.placed_at + interval '1 day',
        o.placed_at + interval '6 days 5 hours', (o.placed_at + interval '6 days 5 hours')::date,
        (o.placed_at + interval '2 days')::date, (o.placed_at + interval '6 days')::date, 1.7, now()
      from shipments s join orders o on o.merchant_id = s.merchant_id and o.id = s.order_id where o.number like 'past %'`);
  });
}

test("a shop that handed nothing over learns nothing", async () => {
  expect(await learnShop(database, shop)).toBeNull();
});

test("what past parcels needed is what the next one is expected by, where the carrier's days were worse", async () => {
  await addPast();
  await shop.hear([{ hoursAgo: 2, status: "picked_up" }], dayFromNow(1));
  await shop.judge();
  expect(await shop.expectation()).toMatchObject({ source: "carrier", basis: "judged" });
  expect(await learnShop(database, shop)).toEqual({ parcels: PAST + 1, isFitted: true });
  expect(await shop.judgeHourly()).toMatchObject({ changed: 1 });
  const learned = await shop.expectation();
  expect(learned).toMatchObject({ source: "learned", basis: "carrier ups", basis_parcels: PAST });
  expect(String(learned?.to_day) >= dayFromNow(4)).toBe(true);
  expect(String(learned?.to_day) <= dayFromNow(9)).toBe(true);
  // The day that the shopper reads now is in the ledger, with who says it.
  expect((await shop.words()).at(-1)).toMatchObject({ said_by: "learned", to_day: learned?.to_day });
});

test("UPS's first word was the promise, and what is learned of it is told as a delay before that day is over", async () => {
  expect(await shop.delay()).toMatchObject({ level: "apology", cause: "nearly_sure", was_to: dayFromNow(1) });
  expect((await shop.delay())?.told_at).not.toBeNull();
});
