import { sql } from "drizzle-orm";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Db } from "#db/client.ts";
import { gesturesOfMonth, monthsOfGestures } from "#db/queries/gestures.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { csv, head, openTestShop, type TestShop } from "#lib/use-cases/orders/import-testing.ts";
import { delayRules, LATE, lateParcels } from "./delays-testing.ts";
import { grantGesture } from "./grant-gesture.ts";

const ORDERS = 40;
/** Goods for 50.00, shipping for 4.99. */
const MONEY = { Subtotal: "50.00", Shipping: "4.99", Total: "54.99" };
let database: TestDatabase;
let shop: TestShop;
/** As many at once as there are requests, so that nothing takes turns but what the database makes. */
let crowd: { readonly db: Db; readonly close: () => Promise<void> };
let orderIds: readonly string[];
let used = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openTestShop(database, "giving-shop");
  const numbers = Array.from({ length: ORDERS }, (_, nth) => `#${nth + 1}`);
  await shop.run(
    "orders",
    csv(numbers.map((number) => head(number, "A1", { ...MONEY, Email: `of${number}@a.example` }))),
  );
  orderIds = (await shop.rows("select id from orders order by number_key")).map(({ id }) => String(id));
  crowd = connect({ url: database.appUrl, name: "crowd", maxConnections: 50 });
});
afterAll(async () => {
  await crowd.close();
  await database.drop();
});

const nextOrder = () => orderIds[used++] ?? "";
const late = (orderId: string, count = 1, apologisedAt = "2026-11-05T08:00:00Z") =>
  lateParcels(database, { merchantId: shop.merchantId, orderId, count, apologisedAt });
const instant = (text: string) => Temporal.Instant.from(text);
const NOW = instant("2026-11-05T09:00:00Z");
const rule = (give: object, when: object = {}, id = "sorry") => ({ id, name: "Sorry", when, give });
const amount = (amountMinor: number) => rule({ kind: "amount_off", amountMinor, on: "next_order" });

type Asked = { delayId: string; rules: ReturnType<typeof delayRules>; now?: Temporal.Instant };
const ask = ({ delayId, rules, now = NOW }: Asked) =>
  withTenant(crowd.db, shop.merchantId, (tx) =>
    grantGesture(tx, { merchantId: shop.merchantId, delayId, delay: LATE, rules, now }),
  );
const told = (query: string) => shop.rows(query);

test("50 simultaneous requests grant one gesture, one code, one line in the audit and one request to the shop", async () => {
  const [one] = await late(nextOrder());
  const delayId = one?.delayId ?? "";
  const rules = delayRules({ gestures: [amount(500)] });
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask({ delayId, rules })));
  expect(new Set(answers.map((answer) => answer?.code))).toEqual(
    new Set([expect.stringMatching(/^(\w{4}-){2}\w{4}$/)]),
  );
  expect(await told(`select count(*)::int as n from gestures where delay_id = '${delayId}'`)).toEqual([{ n: 1 }]);
  const jobs = sql`select data->>'kind' as kind from pgboss.job where name = 'ask-shop'`;
  expect([...(await database.ownerDb.execute(jobs))]).toEqual([{ kind: "gesture" }]);
  const [line, ...more] = await told("select actor, after from audit where action = 'gesture.granted'");
  expect([line, more]).toMatchObject([
    { actor: "worker", after: { delayId, rule: { id: "sorry" }, costMinor: 500 } },
    [],
  ]);
  expect(JSON.stringify(line)).not.toContain(answers[0]?.code);
});

test("however many ask at once, no delay has two gestures and neither budget is ever overspent", async () => {
  let month = 0;
  const money = fc.option(fc.integer({ min: 1, max: 3_000 }), { nil: null });
  const request = fc.record({ parcel: fc.nat(5), isNextMonth: fc.boolean() });
  const world = fc.record({
    perOrderMinor: money,
    perMonthMinor: money,
    give: fc.constantFrom<object>(
      { kind: "amount_off", amountMinor: 700, on: "next_order" },
      { kind: "percent_off", percent: 20, on: "this_order" },
      { kind: "shipping_refund" },
    ),
    requests: fc.array(request, { minLength: 50, maxLength: 50 }),
  });
  await fc.assert(
    fc.asyncProperty(world, async ({ perOrderMinor, perMonthMinor, give, requests }) => {
      const orders = [nextOrder(), nextOrder()];
      const parcels = (await Promise.all(orders.map((order) => late(order, 3)))).flat();
      month += 2;
      const ends = instant("2027-01-31T23:59:00Z").toZonedDateTimeISO("UTC").add({ months: month });
      const nows = [ends.toInstant(), ends.add({ days: 1 }).toInstant()] as const;
      const rules = delayRules({ gestures: [rule(give)], budget: { perOrderMinor, perMonthMinor } });
      await Promise.all(
        requests.map(({ parcel, isNextMonth }) =>
          ask({ delayId: parcels[parcel]?.delayId ?? "", rules, now: nows[isNextMonth ? 1 : 0] }),
        ),
      );
      const ids = orders.map((id) => `'${id}'`).join();
      const given = await told(
        `select delay_id, order_id, month::text, cost_minor::int as cost from gestures where order_id in (${ids})`,
      );
      const asked = new Set(requests.map(({ parcel }) => parcels[parcel]?.delayId));
      expect(given.length).toBe(new Set(given.map((one) => one.delay_id)).size);
      expect(given.every((one) => asked.has(String(one.delay_id)))).toBe(true);
      const sumBy = (key: string) =>
        [...Map.groupBy(given, (one) => one[key]).values()].map((some) =>
          some.reduce((sum, one) => sum + Number(one.cost), 0),
        );
      for (const spent of sumBy("order_id")) expect(spent).toBeLessThanOrEqual(perOrderMinor ?? 5_499);
      for (const spent of sumBy("month")) expect(spent).toBeLessThanOrEqual(perMonthMinor ?? 10_998);
      const months = await told(
        `select sum(spent_minor)::int as n from gesture_spend where month >= '${ends.toPlainDate().with({ day: 1 })}'`,
      );
      expect(Number(months[0]?.n ?? 0)).toBe(given.reduce((sum, one) => sum + Number(one.cost), 0));
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

test("what is left of a month's budget is given as an amount, and nothing once too little is left", async () => {
  const now = instant("2026-08-31T22:59:00Z");
  const rules = delayRules({ gestures: [amount(800)], budget: { perMonthMinor: 1_300 } });
  const given: (number | null)[] = [];
  for (const _ of [1, 2, 3]) {
    const [one] = await late(nextOrder());
    given.push((await ask({ delayId: one?.delayId ?? "", rules, now }))?.costMinor ?? null);
  }
  expect(given).toEqual([800, 500, null]);
  const desk = await withTenant(database.db, shop.merchantId, async (tx) => ({
    months: await monthsOfGestures(tx, { merchantId: shop.merchantId, limit: 100 }),
    paid: await gesturesOfMonth(tx, { merchantId: shop.merchantId, month: "2026-08-01", before: null, limit: 10 }),
  }));
  expect(desk.months).toContainEqual({ month: "2026-08-01", spentMinor: 1_300, count: 2 });
  expect(desk.paid.map(({ costMinor, ruleId, request }) => [costMinor, ruleId, request])).toEqual([
    [500, "sorry", "queued"],
    [800, "sorry", "queued"],
  ]);
  // A minute later it is September in London, and the day is the merchant's.
  const [next] = await late(nextOrder());
  const late9 = await ask({ delayId: next?.delayId ?? "", rules, now: now.add({ minutes: 1 }) });
  expect(late9?.costMinor).toBe(800);
});

test("a shopper's first delay is the first that we apologised for, and never a second one", async () => {
  const rules = delayRules({
    gestures: [
      rule({ kind: "points", points: 100 }, { occurrence: "first" }, "first"),
      rule({ kind: "points", points: 300 }, { occurrence: "again" }, "again"),
    ],
    costs: { hundredPointsMinor: 50 },
  });
  const orderId = nextOrder();
  const [second] = await late(orderId, 1, "2026-11-05T08:00:00Z");
  const [first] = await late(orderId, 1, "2026-11-04T08:00:00Z");
  // Judged by somebody whose clock was behind: what the shopper has had already counts.
  const [third] = await late(orderId, 1, "2026-11-03T08:00:00Z");
  const ruleOf = async (one = first) => (await ask({ delayId: one?.delayId ?? "", rules }))?.ruleId;
  expect([await ruleOf(second), await ruleOf(first), await ruleOf(third)]).toEqual(["again", "again", "again"]);
  const [other] = await late(nextOrder());
  expect(await ruleOf(other)).toBe("first");
});

test("shipping is given back once an order, and codes are only for what has to be typed in", async () => {
  const rules = delayRules({ gestures: [rule({ kind: "shipping_refund" }, {}, "shipping"), amount(300)] });
  const [one, two] = await late(nextOrder(), 2);
  const shipping = await ask({ delayId: one?.delayId ?? "", rules });
  expect(shipping).toEqual({ ruleId: "shipping", gesture: { kind: "shipping_refund" }, costMinor: 499, code: null });
  expect(await ask({ delayId: two?.delayId ?? "", rules })).toMatchObject({ costMinor: 300, code: expect.any(String) });
});

test("nothing is given without an apology, nor on an order in a currency for which there is no budget", async () => {
  const rules = delayRules({ gestures: [amount(300)] });
  const orderId = nextOrder();
  const [one] = await late(orderId);
  const input = { merchantId: shop.merchantId, delayId: one?.delayId ?? "", rules, now: NOW };
  const calm = { ...LATE, level: "calm" } as const;
  const asked = (delay: typeof LATE) =>
    withTenant(database.db, shop.merchantId, (tx) => grantGesture(tx, { ...input, delay }));
  expect(await asked(calm)).toBeNull();
  await told(`update orders set currency = 'JPY' where id = '${orderId}' returning 1`);
  expect(await asked(LATE)).toBeNull();
  await told(`update orders set currency = 'GBP' where id = '${orderId}' returning 1`);
  expect(await asked(LATE)).not.toBeNull();
});

test("a transaction that is undone has given nothing and spent nothing", async () => {
  const [one] = await late(nextOrder());
  const before = await told("select sum(spent_minor)::int as n from gesture_spend");
  const undone = withTenant(database.db, shop.merchantId, async (tx) => {
    const rules = delayRules({ gestures: [amount(300)] });
    await grantGesture(tx, { merchantId: shop.merchantId, delayId: one?.delayId ?? "", delay: LATE, rules, now: NOW });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await told("select sum(spent_minor)::int as n from gesture_spend")).toEqual(before);
  expect(await told(`select 1 from gestures where delay_id = '${one?.delayId}'`)).toEqual([]);
});
