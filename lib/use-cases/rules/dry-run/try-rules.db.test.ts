import { sql } from "drizzle-orm";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { anyInput } from "#lib/recommend/gate/gate-testing.ts";
import { csv, head, openTestShop } from "#lib/use-cases/orders/import-testing.ts";
import { dayFromNow, openJudgedShop } from "#lib/use-cases/promises/judging-testing.ts";
import { keepOffer } from "#lib/use-cases/recommend/keep-offer.ts";
import { offeredRow } from "#lib/use-cases/recommend/offered-row.ts";
import { writeOfferedShop } from "#lib/use-cases/recommend/offered-shop-testing.ts";
import { setRules } from "#lib/use-cases/rules/set-rules.ts";
import { type Tried, tryRules } from "./try-rules.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** What a try must not touch, counted. */
async function everything(): Promise<unknown> {
  return database.ownerDb.execute(sql`select
    (select count(*) from delays) as delays, (select count(*) from gestures) as gestures, (select count(*) from messages) as messages,
    (select count(*) from promises) as promises, (select count(*) from offers) as offers, (select count(*) from audit) as audit,
    (select sum(version) from rules) as rules, (select max(judged_at) from expectations) as judged`);
}

const GIVES = {
  gestures: [
    {
      id: "late",
      name: "Late",
      when: { severityAtLeast: 3 },
      give: { kind: "amount_off", amountMinor: 900, on: "next_order" },
    },
    { id: "any", name: "Any", give: { kind: "amount_off", amountMinor: 300, on: "next_order" } },
  ],
  budget: { perMonthMinor: 1_700 },
};
const delayed = (tried: Tried) => {
  if (tried.kind !== "delay") throw new Error("rules about delays were tried");
  return tried;
};

test("tried with the rules that hold, delays are what really happened: who was told, apologised to, given what", async () => {
  const shop = await openJudgedShop(database, "tried", 6);
  const { merchantId } = shop;
  const [TODAY, SOON, LATER] = [dayFromNow(0), dayFromNow(2), dayFromNow(4)];
  await setRules(database, { merchantId, kind: "delay", rules: GIVES, actor: "test" });
  const way = [
    { hoursAgo: 80, status: "picked_up" },
    { hoursAgo: 40, status: "in_transit" },
  ] as const;
  for (const at of [0, 1, 2]) await shop.promise(TODAY, SOON, at);
  for (const at of [3, 4, 5]) await shop.promise(dayFromNow(-4), dayFromNow(-2), at);
  // All but the last two are other people's.
  await database.ownerDb.execute(sql`
    with p as (insert into shoppers (merchant_id, id, email, email_key)
      select ${merchantId}::uuid, gen_random_uuid(), n || '@example.com', n || '@example.com' from generate_series(1, 4) n
      returning id, email_key)
    update orders o set shopper_id = p.id from p
    where o.merchant_id = ${merchantId} and p.email_key = replace(o.number, '#', '') || '@example.com'`);
  const told = async (at: number, ...heard: Parameters<typeof shop.hear>) => {
    await shop.hear(heard[0], heard[1], at);
    await shop.judge();
  };
  await told(0, way, SOON);
  await told(1, way, LATER);
  await told(2, [...way, { hoursAgo: 4, status: "lost" }]);
  await told(3, way);
  await told(4, [...way, { hoursAgo: 3, status: "delivered" }]);
  await told(5, [...way, { hoursAgo: 3, status: "exception", reason: "damaged" }]);
  // The carrier takes its later day back.
  await told(1, [...way, { hoursAgo: 1, status: "out_for_delivery" }], TODAY);

  const before = await everything();
  const same = delayed(await tryRules(database, { merchantId, kind: "delay", rules: GIVES }));
  const { short: _, offered: __, ...now } = same.now;
  expect(same.really).toMatchObject(now);
  expect(same.would).toEqual(same.now);
  expect(same).toMatchObject({ looked: 6, of: 6, isCut: false });
  // A shop in which nothing happened would keep every law.
  expect(same.really.sorry).toBeGreaterThan(2);
  expect(same.really.costMinor).toBeGreaterThan(900);
  expect(same.now.costMinor).toBeLessThanOrEqual(1_700);

  const generous = { ...GIVES, budget: { perMonthMinor: null } };
  const more = delayed(await tryRules(database, { merchantId, kind: "delay", rules: generous }));
  expect(more.now).toEqual(same.now);
  expect(more.would.costMinor).toBeGreaterThan(same.now.costMinor);
  expect(more.would.short).toBe(0);
  const nothing = delayed(await tryRules(database, { merchantId, kind: "delay", rules: {} }));
  expect(nothing.would).toMatchObject({ gestures: 0, costMinor: 0, told: same.now.told });
  expect(await everything()).toEqual(before);
});

test("tried with the rules that hold, promises are those that were made; with others each order has another window", async () => {
  const shop = await openTestShop(database, "promised");
  const { merchantId } = shop;
  const rule = { id: "parcel", method: "parcel", leastDays: 1, mostDays: 2, counts: "calendar" };
  await setRules(database, { merchantId, kind: "promise", rules: [rule], actor: "test" });
  const placed = (days: number) =>
    Temporal.Now.instant()
      .subtract({ hours: 24 * days })
      .toString();
  const order = (number: string, days: number, method: string) =>
    head(number, "A1", { "Created at": placed(days), "Shipping Country": "GB", "Shipping Method": method });
  await shop.run(
    "orders",
    csv([
      order("#1", 9, "Parcel"),
      order("#2", 8, "Parcel"),
      order("#3", 7, "Freight (5-6 days)"),
      order("#4", 200, "Parcel"),
    ]),
  );
  await database.ownerDb.execute(sql`
    insert into shipments (merchant_id, id, order_id, carrier, tracking_number)
    select merchant_id, gen_random_uuid(), id, 'ups', number from orders where merchant_id = ${merchantId}`);
  await database.ownerDb.execute(sql`
    insert into expectations (merchant_id, shipment_id, order_id, zone, carrier, arrived_on, judged_at)
    select s.merchant_id, s.id, s.order_id, 'UTC', 'ups', (o.placed_at at time zone 'UTC')::date + case o.number when '#1' then 2 else 4 end, now()
    from shipments s join orders o on o.id = s.order_id where s.merchant_id = ${merchantId} and o.number <> '#3'`);
  const before = await everything();
  const longer = [{ ...rule, mostDays: 5 }];
  const tried = await tryRules(database, { merchantId, kind: "promise", rules: longer });
  if (tried.kind !== "promise") throw new Error("promises were tried");
  expect(tried.now).toEqual(tried.really);
  expect(tried.now).toMatchObject({ orders: 3, arrived: 2, kept: 1 });
  expect(tried.would).toMatchObject({ orders: 3, arrived: 2, kept: 2 });
  expect(tried.would.rules).toEqual([
    { rule: "parcel", orders: 2, arrived: 2, kept: 2 },
    { rule: null, orders: 1, arrived: 0, kept: 0 },
  ]);
  expect(await everything()).toEqual(before);
});

test("tried with the rules that hold, shoppers are shown what they were shown; with others what those allow", async () => {
  const now = Temporal.Now.instant();
  const deps = { db: database.db, now };
  let shown = 0;
  for (const [nth, any] of fc.sample(anyInput, { numRuns: 10, seed: 7 }).entries()) {
    const isOpen = { ...any.shopper, consents: true, heldOut: false, openProblem: false, reviews: [] };
    const open = { ...any, shopper: isOpen, order: { ...any.order, deliveredDaysAgo: 95 } };
    const input = nth % 3 === 0 ? any : open;
    const { merchantId, orderId, shopperId } = await writeOfferedShop(database, `shown-${nth}`, input);
    const { gated } = await offeredRow(deps, { order: { merchantId, orderId }, hasTrouble: Promise.resolve(false) });
    await database.ownerDb.execute(sql`delete from offers where merchant_id = ${merchantId}`);
    const heldOut = gated.reason === "hold_out";
    const bare = ({ product, because }: (typeof gated.shown)[number]) => ({ product: product.id, because });
    const ghosts = gated.withheld.filter(({ reason }) => reason === "hold_out");
    await keepOffer(deps, {
      ...{ merchantId, orderId, shopperId, heldOut, reason: gated.reason },
      shown: heldOut ? ghosts.map(({ candidate }) => bare(candidate)) : gated.shown.map(bare),
      withheld: gated.withheld.map(({ candidate, reason }) => ({ ...bare(candidate), reason })),
    });
    const [stored] = await database.ownerDb.execute<{ rules: object }>(
      sql`select rules from rules where merchant_id = ${merchantId} and kind = 'recommend'`,
    );
    const off = { ...stored?.rules, timing: { kind: "off" } };
    const tried = await tryRules(database, { merchantId, kind: "recommend", rules: off });
    if (tried.kind !== "recommend") throw new Error("recommendations were tried");
    expect([nth, tried.now]).toEqual([nth, tried.really]);
    expect(tried.would).toEqual({ rows: 0, shoppers: 0, products: 0, withheld: { off: 1 } });
    shown += tried.now.products;
  }
  expect(shown).toBeGreaterThan(2);
});
