import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { newId } from "#lib/kernel/ids.ts";
import { openTestShop, type TestShop } from "#lib/use-cases/orders/import-testing.ts";
import { countFailures, pauseAccount } from "./account-pauses.ts";
import { accountsDue, claimDue, claimForLook, giveBack, isAnyAsked, newLookLease } from "./due-shipments.ts";

let database: TestDatabase;
let shop: TestShop;
let account: { merchantId: string; accountId: string };

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openTestShop(database, "due-shop");
  const [row] = await shop.rows("select id from carrier_accounts where carrier = 'ups'");
  account = { merchantId: shop.merchantId, accountId: String(row?.id) };
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.execute(sql`delete from due_shipments`);
  await database.db.execute(sql`delete from account_pauses`);
});

const NEXT = { urgency: 2, refusedBy: null } as const;

/** Parcels that were due so many seconds ago. */
async function schedule(...overdueSeconds: readonly number[]): Promise<readonly string[]> {
  const ids = overdueSeconds.map(() => newId());
  for (const [at, id] of ids.entries()) {
    await database.db.execute(sql`
      insert into due_shipments (merchant_id, shipment_id, account_id, next_check_at)
      values (${account.merchantId}, ${id}, ${account.accountId}, now() - make_interval(secs => ${overdueSeconds[at] ?? 0}))`);
  }
  return ids;
}

const claim = (limit: number, leaseId = newId()) => claimDue(database.db, { ...account, limit, leaseId });
const age = (seconds: number) =>
  database.db.execute(sql`update due_shipments set lease_until = lease_until - make_interval(secs => ${seconds}),
    tried_at = tried_at - make_interval(secs => ${seconds})`);
const look = (ids: readonly string[], leaseId = newLookLease()) =>
  withTenant(database.db, account.merchantId, (tx) =>
    claimForLook(tx, { ...account, shipmentIds: ids, floorMs: 120_000, sandboxFloorMs: 120_000, leaseId }),
  );
const back = (leaseId: string, ids: readonly string[], waitMs: number | null) =>
  withTenant(database.db, account.merchantId, (tx) =>
    giveBack(tx, {
      ...account,
      leaseId,
      checks: ids.map((shipmentId) => ({ ...NEXT, accountId: account.accountId, shipmentId, waitMs })),
    }),
  );

test("the most overdue parcels come first, at most a batch, and none that is not due", async () => {
  const [oldest, newest] = await schedule(300, 5, 100, -60);
  const first = await claim(2);
  expect(first).toHaveLength(2);
  expect(first).toContain(oldest);
  expect(first).not.toContain(newest);
  expect(await claim(10)).toEqual([newest]);
});

test("many workers at once never take the same parcel", async () => {
  await schedule(...Array.from({ length: 60 }, (_, at) => at + 1));
  const claimed = (await Promise.all(Array.from({ length: 12 }, () => claim(5)))).flat();
  expect(claimed.length).toBeGreaterThanOrEqual(20);
  expect(new Set(claimed).size).toBe(claimed.length);
});

test("no more than four calls to one account are under way, and a fifth may begin when one has ended", async () => {
  await schedule(...Array.from({ length: 10 }, (_, at) => at + 1));
  const leases = Array.from({ length: 4 }, () => newId());
  const first = await claim(1, leases[0]);
  for (const lease of leases.slice(1)) expect(await claim(1, lease)).toHaveLength(1);
  expect(await claim(1)).toEqual([]);
  await back(leases[0] ?? "", first, 60_000);
  expect(await claim(1)).toHaveLength(1);
});

test("however many look, due or not, the schedule has its flights, and one while it is not known whether the account answers", async () => {
  const looked = await schedule(...Array.from({ length: 6 }, (_, at) => at - 3));
  for (const id of looked) expect(await look([id])).toHaveLength(1);
  await schedule(...Array.from({ length: 10 }, (_, at) => at + 100));
  await claim(1);
  expect(await claim(1)).toHaveLength(1);
  await withTenant(database.db, account.merchantId, (tx) =>
    countFailures(tx, { ...account, calls: 1, problem: "outage" }),
  );
  expect(await claim(1)).toEqual([]);
  await database.db.execute(
    sql`update due_shipments set lease_id = null, lease_until = null where next_check_at < now() - interval '50 s'`,
  );
  expect(await claim(1)).toHaveLength(1);
});

test("a worker that died frees its parcels when its lease ends, within 60 seconds", async () => {
  const ids = await schedule(10);
  await claim(1);
  expect(await claim(1)).toEqual([]);
  await age(60);
  expect(await claim(1)).toEqual(ids);
});

test("flights that died keep an account's other parcels waiting for little more than half a minute", async () => {
  await schedule(...Array.from({ length: 10 }, (_, at) => at + 1));
  for (const lease of Array.from({ length: 4 }, () => newId())) await claim(1, lease);
  expect(await claim(1)).toEqual([]);
  await age(36);
  expect(await claim(1)).toHaveLength(1);
});

test("accounts are told with how many flights they can use, and not for parcels that are being asked about", async () => {
  await schedule(10, 20, 30, -100);
  await claim(1);
  expect(await accountsDue(database.db)).toEqual([{ ...account, flights: 2 }]);
});

test("the backlog of one account hides no other", async () => {
  await database.db.execute(sql`
    insert into due_shipments (merchant_id, shipment_id, account_id, next_check_at)
    select gen_random_uuid(), gen_random_uuid(), ${newId()}, now() - interval '1 hour' from generate_series(1, 6000)`);
  await schedule(1);
  const accounts = await accountsDue(database.db);
  expect(accounts.map(({ accountId }) => accountId)).toContain(account.accountId);
  expect(accounts).toHaveLength(2);
});

test("an account that is left alone is asked by nobody, neither worker nor looker, until its time has come", async () => {
  const ids = await schedule(10);
  await withTenant(database.db, account.merchantId, async (tx) => {
    expect(await countFailures(tx, { ...account, calls: 1, problem: "outage" })).toBe(1);
    await pauseAccount(tx, { ...account, pauseMs: 60_000 });
  });
  expect([await accountsDue(database.db), await claim(1), await look(ids)]).toEqual([[], [], []]);
  await database.db.execute(sql`update account_pauses set paused_until = now()`);
  expect(await accountsDue(database.db)).toHaveLength(1);
  expect(await claim(1)).toEqual(ids);
});

test("a parcel without an account is nobody's work", async () => {
  await schedule(10);
  await database.db.execute(sql`update due_shipments set account_id = null`);
  expect(await accountsDue(database.db)).toEqual([]);
});

test("of twenty who look at once, one asks", async () => {
  const ids = await schedule(-3_600);
  const claims = await Promise.all(Array.from({ length: 20 }, () => look(ids)));
  expect(claims.flat()).toEqual([{ shipmentId: ids[0], accountId: account.accountId, askedOf: "ups", sandbox: true }]);
});

test("who looks within the floor asks nobody, and after it asks again", async () => {
  const ids = await schedule(-3_600);
  const leaseId = newLookLease();
  await look(ids, leaseId);
  await back(leaseId, ids, 3_600_000);
  expect(await look(ids)).toEqual([]);
  await age(121);
  expect(await look(ids)).toHaveLength(1);
});

test("while a worker asks, who looks sees that somebody does", async () => {
  const ids = await schedule(10);
  const leaseId = newId();
  await claim(1, leaseId);
  expect(await look(ids)).toEqual([]);
  expect(await isAnyAsked(database.db, { ...account, shipmentIds: ids })).toBe(true);
  await back(leaseId, ids, 60_000);
  expect(await isAnyAsked(database.db, { ...account, shipmentIds: ids })).toBe(false);
});

test("a parcel that is given back is due after its pause, and gone when there is nothing more to ask", async () => {
  const [again, done] = await schedule(20, 10);
  const leaseId = newId();
  await claim(2, leaseId);
  await back(leaseId, [again ?? ""], 90_000);
  await back(leaseId, [done ?? ""], null);
  const rows = await database.db.execute(sql`
    select shipment_id, round(extract(epoch from next_check_at - now()))::int as wait, lease_until, lease_id from due_shipments`);
  expect([...rows]).toEqual([{ shipment_id: again, wait: 90, lease_until: null, lease_id: null }]);
});

test("who comes back after the lease went to another changes nothing", async () => {
  const ids = await schedule(10);
  const [late, present] = [newId(), newId()];
  await claim(1, late);
  await age(60);
  await claim(1, present);
  await back(late, ids, 999_000);
  await back(late, ids, null);
  const [row] = await database.db.execute(sql`select lease_id, next_check_at <= now() as due from due_shipments`);
  expect(row).toEqual({ lease_id: present, due: true });
});
