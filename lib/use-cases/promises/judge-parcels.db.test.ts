import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { hearNews, type News } from "#db/queries/tracking-news.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { setRules } from "#lib/use-cases/rules/set-rules.ts";
import { judgeAfter } from "./judge-after.ts";
import { dayFromNow, type Heard, type JudgedShop, openJudgedShop } from "./judging-testing.ts";

let database: TestDatabase;
let shop: JudgedShop;
let shops = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  shops += 1;
  shop = await openJudgedShop(database, `judged-${shops}`);
});

/** Every apology brings a gesture. */
const GENEROUS = {
  gestures: [{ id: "sorry", name: "Sorry", give: { kind: "percent_off", percent: 10, on: "next_order" } }],
};
const ON_ITS_WAY: readonly Heard[] = [
  { hoursAgo: 30, status: "picked_up" },
  { hoursAgo: 4, status: "in_transit" },
];
const [TODAY, SOON, LATER, LATEST] = [dayFromNow(0), dayFromNow(2), dayFromNow(4), dayFromNow(6)];

test("a parcel that is on time is told of nowhere, and judged again nothing is written", async () => {
  await shop.promise(TODAY, LATER);
  expect(await shop.hear(ON_ITS_WAY, SOON)).toEqual(shop.ids);
  await shop.judge();
  const first = await shop.expectation();
  expect(first).toMatchObject({ to_day: SOON, source: "carrier", promised_to: LATER, is_open: true });
  await shop.judge();
  expect(await shop.judgeHourly()).toEqual({ parcels: 1, changed: 0 });
  expect(await shop.expectation()).toEqual(first);
  expect([await shop.delay(), await shop.messages()]).toEqual([null, []]);
  expect(await shop.words()).toMatchObject([{ said_by: "checkout" }, { said_by: "carrier", to_day: SOON }]);
});

test("where the carrier took it over is kept, with how far it goes from there", async () => {
  const { merchantId } = shop;
  const dublin = sql`update orders set ship_city = 'Dublin', ship_country = 'IE' where merchant_id = ${merchantId}`;
  await withTenant(database.db, merchantId, (tx) => tx.execute(dublin));
  const place = { city: "LONDON", region: null, postalCode: null, country: "GB" };
  await shop.hear([{ hoursAgo: 30, status: "picked_up", place }], SOON);
  await shop.judge();
  const kept = await shop.expectation();
  expect(kept).toMatchObject({ from_town: "LONDON", from_country: "GB", km: expect.closeTo(464, -2) });
});

test("what changes no fact is no reason to judge: the same answer, and one more scan on the way", async () => {
  await shop.hear(ON_ITS_WAY, SOON);
  await shop.judge();
  expect(await shop.hear(ON_ITS_WAY, SOON)).toEqual([]);
  const more = [...ON_ITS_WAY, { hoursAgo: 1, status: "in_transit" }] as const;
  expect(await shop.hear(more, SOON)).toEqual([]);
  expect(await shop.hear(more, LATER)).toEqual(shop.ids);
});

test("a carrier's date that breaks the promise is apologised for at once, once, in the outbox and the ledger", async () => {
  await shop.promise(TODAY, SOON);
  await shop.hear(ON_ITS_WAY, SOON);
  await shop.judge();
  const weather = { reason: "weather", responsible: "nature" } as const;
  await shop.hear([...ON_ITS_WAY, { hoursAgo: 1, status: "exception", ...weather }], LATER);
  await shop.judge();
  expect(await shop.delay()).toMatchObject({
    ...{ state: "late", level: "apology", cause: "carrier_date", was_to: SOON, now_to: LATER },
    ...{ reason: "weather", days_late: 2, told_at: expect.any(String), solved_at: null },
  });
  await shop.hear([...ON_ITS_WAY, { hoursAgo: 0, status: "exception", ...weather }], LATEST);
  await shop.judge();
  expect(await shop.delay()).toMatchObject({ was_to: SOON, now_to: LATEST, days_late: 4, severity: 3 });
  expect(await shop.messages()).toMatchObject([
    { milestone: "delayed", state: "queued", payload: { level: "apology" } },
  ]);
  const words = (await shop.words()).map(({ said_by, to_day, reason }) => [said_by, to_day, reason]);
  expect(words).toEqual([
    ["checkout", SOON, null],
    ["carrier", SOON, null],
    ["carrier", LATER, "weather"],
    ["carrier", LATEST, "weather"],
  ]);
});

test("a delay ends when the parcel is there, and keeps how late that was", async () => {
  await shop.promise(dayFromNow(-3), dayFromNow(-1));
  await shop.hear(ON_ITS_WAY);
  await shop.judge();
  expect(await shop.delay()).toMatchObject({ level: "apology", cause: "passed", solved_at: null });
  await shop.hear([...ON_ITS_WAY, { hoursAgo: 0, status: "delivered" }]);
  await shop.judge();
  const solved = await shop.delay();
  expect(solved).toMatchObject({ solved_at: expect.any(String), was_to: dayFromNow(-1) });
  expect(Number(solved?.ended_days_late)).toBeGreaterThanOrEqual(0);
  expect(await shop.expectation()).toMatchObject({ is_open: false, from_day: null, source: null });
  expect(await shop.judgeHourly()).toEqual({ parcels: 0, changed: 0 });
});

test("a promise that breaks at midnight is told by the hourly judging, before anybody looks", async () => {
  await shop.promise(dayFromNow(-1), TODAY);
  await shop.hear(ON_ITS_WAY);
  await shop.judge();
  const before = await shop.delay();
  expect(before?.level ?? "none").not.toBe("apology");
  await shop.passDays(1);
  expect(await shop.judgeHourly()).toEqual({ parcels: 1, changed: 1 });
  expect(await shop.delay()).toMatchObject({ level: "apology", cause: "passed", viewed_at: null });
  const { told_at: toldAt } = (await shop.delay()) ?? {};
  expect(toldAt).not.toBeNull();
  expect(await shop.messages()).toHaveLength(1);
  expect(await shop.judgeHourly()).toEqual({ parcels: 1, changed: 0 });
});

test("an open page hears of what the hourly judging changed, without any news of the carrier, and of nothing else", async () => {
  await shop.promise(SOON, SOON);
  await shop.hear(ON_ITS_WAY, SOON);
  await shop.judge();
  const heard: News[] = [];
  const stop = await hearNews(database.db, (news) => heard.push(news));
  await shop.judgeHourly();
  await shop.passDays(3);
  await shop.judgeHourly();
  await expect.poll(() => heard).toEqual([{ merchantId: shop.merchantId, shipmentIds: shop.ids }]);
  await stop();
});

test("many who judge at once keep one delay, tell once and ask for one gesture", async () => {
  await setRules(database, { merchantId: shop.merchantId, kind: "delay", rules: GENEROUS, actor: "test" });
  await shop.promise(dayFromNow(-3), dayFromNow(-1));
  await shop.hear(ON_ITS_WAY);
  await Promise.all(Array.from({ length: 8 }, () => shop.judge()));
  const delays = await shop.rows("select id from delays");
  const granted = await shop.rows("select delay_id, rule_id from gestures");
  expect(granted).toEqual(delays.map(({ id }) => ({ delay_id: id, rule_id: "sorry" })));
  expect(await shop.messages()).toHaveLength(1);
});

test("a risk is said calmly and brings no gesture", async () => {
  await setRules(database, { merchantId: shop.merchantId, kind: "delay", rules: GENEROUS, actor: "test" });
  await shop.promise(TODAY, TODAY);
  await shop.hear([{ hoursAgo: 1, status: "picked_up" }]);
  await shop.judge();
  expect(await shop.delay()).toMatchObject({ state: "at_risk", level: "calm", apologised_at: null });
  expect(await shop.rows("select id from gestures")).toEqual([]);
  expect(await shop.messages()).toMatchObject([{ payload: { level: "calm" } }]);
});

test("what goes back because it is damaged is a problem of its own, told besides the delay", async () => {
  await shop.promise(dayFromNow(-3), dayFromNow(-1));
  await shop.hear(ON_ITS_WAY);
  await shop.judge();
  await shop.hear([...ON_ITS_WAY, { hoursAgo: 1, status: "exception", reason: "damaged", responsible: "carrier" }]);
  await shop.judge();
  expect(await shop.delay()).toMatchObject({ state: "stuck", cause: "damaged", severity: 3 });
  expect((await shop.messages()).map(({ milestone }) => milestone)).toEqual(["delayed", "problem"]);
});

test("judging that fails loses nothing: the parcel is judged with the next news, or by the hour", async () => {
  await shop.promise(dayFromNow(-3), dayFromNow(-1));
  const toJudge = await shop.hear(ON_ITS_WAY);
  const errors: unknown[] = [];
  await database.ownerDb.execute(sql`alter table expectations rename to expectations_away`);
  try {
    const deps = { db: database.db, onError: (error: unknown) => errors.push(error) };
    await judgeAfter(deps, { merchantId: shop.merchantId, shipmentIds: toJudge });
  } finally {
    await database.ownerDb.execute(sql`alter table expectations_away rename to expectations`);
  }
  expect(errors).toHaveLength(1);
  expect([await shop.delay(), await shop.messages()]).toEqual([null, []]);
  expect(await shop.hear(ON_ITS_WAY)).toEqual(shop.ids);
  expect(await shop.judgeHourly()).toEqual({ parcels: 1, changed: 1 });
  expect(await shop.delay()).toMatchObject({ level: "apology" });
});
