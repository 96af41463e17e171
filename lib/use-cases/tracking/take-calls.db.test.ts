import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findBudget, saveLimits } from "#db/queries/call-budgets.ts";
import { accountsDue } from "#db/queries/due-shipments.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { CallLimits } from "#lib/tracking/budget/call-limits.ts";
import { usedInDay } from "#lib/tracking/budget/counts.ts";
import { claimFlight, takeCalls } from "./take-calls.ts";

const NONE: CallLimits = { perSecond: null, perHour: null, perDay: null };
let database: TestDatabase;
let account: { merchantId: string; accountId: string };

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.execute(sql`delete from due_shipments`);
  account = { merchantId: newId(), accountId: newId() };
});

const schedule = (parcels: number, urgency = 2, overdueSeconds = 60) =>
  database.db.execute(sql`
    insert into due_shipments (merchant_id, shipment_id, account_id, urgency, next_check_at)
    select ${account.merchantId}, gen_random_uuid(), ${account.accountId}, ${urgency}, now() - make_interval(secs => ${overdueSeconds})
    from generate_series(1, ${parcels})`);
const limit = (limits: Partial<CallLimits>) => saveLimits(database.db, { ...account, limits: { ...NONE, ...limits } });
const claim = (calls = 32, batchSize = 1) =>
  claimFlight(database.db, { ...account, limits: NONE, calls, batchSize, leaseId: newId() });
const used = async () => {
  const budget = await findBudget(database.db, account.accountId);
  return budget === null ? 0 : usedInDay(budget.spent, budget.nowMs).calls;
};
/** As if so many seconds had passed. */
const pass = (seconds: number) =>
  database.db.execute(sql`
    update call_budgets set free_at = free_at - make_interval(secs => ${seconds}),
      spent = jsonb_set(jsonb_set(spent, '{nextMs}', to_jsonb((spent->>'nextMs')::float8 - ${seconds * 1_000})),
        '{evenMs}', to_jsonb((spent->>'evenMs')::float8 - ${seconds * 1_000}))
    where account_id = ${account.accountId}`);

test("a hundred who want a call at once are granted as many as the day has, and not one more", async () => {
  await limit({ perDay: 40 });
  const taken = await Promise.all(
    Array.from({ length: 100 }, () => takeCalls(database.db, { ...account, limits: NONE, wanted: 1, by: "look" })),
  );
  expect(taken.filter(({ granted }) => granted === 1)).toHaveLength(40);
  expect(await used()).toBe(40);
});

test("a claim takes the calls that its parcels need, and no call without parcels", async () => {
  await limit({ perDay: 100_000 });
  expect(await claim(8, 30)).toMatchObject({ granted: 0, shipmentIds: [] });
  await schedule(31);
  expect((await claim(8, 30)).shipmentIds).toHaveLength(31);
  expect(await used()).toBe(2);
});

test("without a call no parcel is claimed, and the account is not worth a job until there is one", async () => {
  await limit({ perHour: 60 });
  await schedule(10);
  expect((await claim()).shipmentIds.length).toBeLessThan(10);
  expect((await claim()).shipmentIds).toEqual([]);
  expect(await accountsDue(database.db)).toEqual([]);
  await pass(70);
  expect(await accountsDue(database.db)).toHaveLength(1);
  expect((await claim()).shipmentIds).toHaveLength(1);
});

test("calls are told when they may start, each a step after the other", async () => {
  await limit({ perSecond: 2 });
  await schedule(9);
  const { shipmentIds, starts } = await claim();
  expect(shipmentIds.length).toBeLessThanOrEqual(5);
  expect(starts).toEqual({ firstInMs: 0, gapMs: 500 });
  expect((await takeCalls(database.db, { ...account, limits: NONE, wanted: 1, by: "look" })).granted).toBe(0);
});

test("an account begins with its carrier's limits, and keeps those that the merchant gave it", async () => {
  await takeCalls(database.db, { ...account, limits: { ...NONE, perDay: 250 }, wanted: 1, by: "look" });
  expect((await findBudget(database.db, account.accountId))?.limits).toEqual({ ...NONE, perDay: 250 });
  await limit({ perDay: 9_000 });
  await takeCalls(database.db, { ...account, limits: { ...NONE, perDay: 250 }, wanted: 1, by: "look" });
  expect((await findBudget(database.db, account.accountId))?.limits).toEqual({ ...NONE, perDay: 9_000 });
  expect(await used()).toBe(2);
});

test("when there are too few calls, those parcels go first that are late by the largest part of what they may wait", async () => {
  await schedule(1, 2, 3_000); // a fifth of its four hours
  await schedule(1, 0, 600); // two thirds of its quarter of an hour
  await schedule(1, 3, 80_000); // nine tenths of its day
  await schedule(1, 1, 60); // a sixtieth of its hour
  const order: number[] = [];
  for (let claims = 0; claims < 4; claims += 1) {
    const { shipmentIds } = await claim(1);
    const [row] = await database.db.execute<{ urgency: number }>(
      sql`delete from due_shipments where shipment_id = ${shipmentIds[0]} returning urgency`,
    );
    order.push(row?.urgency ?? -1);
  }
  expect(order).toEqual([3, 0, 2, 1]);
});
