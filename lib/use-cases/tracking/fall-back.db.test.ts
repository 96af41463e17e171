import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { Carrier, CarrierReport } from "#lib/carriers/carrier.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { startSandbox, type TestSandbox } from "#lib/carriers/sandbox/sandbox-testing.ts";
import { err, ok, type Result } from "#lib/kernel/result.ts";
import { reported } from "#lib/tracking/reported.ts";
import { chooseAnswering } from "#lib/use-cases/carriers/choose-answering.ts";
import { connectCarrier } from "#lib/use-cases/carriers/connect-carrier.ts";
import { keys } from "#lib/use-cases/orders/import-testing.ts";
import { moveOnFromPaused } from "./move-on-from-paused.ts";
import { depsOf, openTrackedShop, workOff } from "./tracking-testing.ts";

let database: TestDatabase;
let sandbox: TestSandbox;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.close();
  await database.drop();
});
afterEach(async () => {
  await database.db.execute(sql`delete from due_shipments`);
  await database.db.execute(sql`delete from account_pauses`);
});

const IN_TRANSIT = reported({
  kind: "summary",
  effect: "moves",
  status: "in_transit",
  code: "T",
  reportPosition: 0,
  raw: null,
});
const asked: string[] = [];

/** An aggregator that knows every parcel, and writes down whose it was told to be. */
const aggregator: Carrier = {
  ...(CARRIERS.get("easypost") as Carrier),
  track: async (_, numbers, { carrierOf }) =>
    new Map(
      numbers.map((number): [string, Result<CarrierReport, never>] => {
        asked.push(`${carrierOf?.(number)}`);
        return [number, ok({ found: true, trackingNumber: number, summary: IN_TRANSIT, scans: [] })];
      }),
    ),
};

/** A direct carrier that refuses as it is told to. */
const refusing = (kind: "credentials_refused" | "forbidden"): Carrier => ({
  ...(CARRIERS.get("usps") as Carrier),
  track: async (_, numbers) =>
    new Map(numbers.map((number) => [number, err({ kind, message: "No", retryAfterMs: null })] as const)),
});

const moveOn = () =>
  moveOnFromPaused(database.db, (error) => {
    throw error;
  });

async function open(parcels = 2) {
  count += 1;
  const shop = await openTrackedShop(
    database,
    `fall-back-${count}`,
    Array.from({ length: parcels }, (_, at) => ["usps", `p${count}/${at}`] as const),
  );
  const { accountId } = await connectCarrier(
    { db: database.db, keys },
    {
      ...{ merchantId: shop.merchantId, carrier: "easypost", label: "main", sandbox: true, aggregator: true },
      ...{ credentials: { clientId: "", clientSecret: "sandbox-x" }, actor: "test" },
    },
  );
  asked.length = 0;
  const carriers = (usps: Carrier) => new Map([...CARRIERS, ["usps", usps], ["easypost", aggregator]]);
  const askers = async () =>
    (await shop.rows("select a.carrier from due_shipments d join carrier_accounts a on a.id = d.account_id")).map(
      ({ carrier }) => carrier,
    );
  const statuses = async () => (await shop.rows("select status from tracking_states")).map(({ status }) => status);
  return { shop, aggregatorId: accountId, carriers, askers, statuses };
}

test("a carrier's own account answers before an aggregator", async () => {
  const { askers } = await open();
  expect(await askers()).toEqual(["usps", "usps"]);
});

test("what a direct account may not tell, since it is another shipper's, the aggregator is asked at once, and from then on", async () => {
  const { shop, carriers, askers, statuses } = await open();
  const deps = { ...depsOf(database, sandbox), carriers: carriers(refusing("forbidden")) };
  await workOff(deps);
  expect(await askers()).toEqual(["easypost", "easypost"]);
  await workOff(deps);
  expect(await statuses()).toEqual(["in_transit", "in_transit"]);
  expect(asked).toEqual(["usps", "usps"]);
  await shop.makeDue();
  await workOff(deps);
  expect(await askers()).toEqual(["easypost", "easypost"]);
});

test("what nobody may tell about is asked about in its time, not in turns", async () => {
  const { carriers, askers } = await open(1);
  const both = carriers(refusing("forbidden"));
  const easypost = { ...(both.get("easypost") as Carrier), track: refusing("forbidden").track };
  const deps = { ...depsOf(database, sandbox), carriers: new Map([...both, ["easypost", easypost] as const]) };
  expect(await workOff(deps)).toMatchObject({ calls: 1 });
  expect(await workOff(deps)).toMatchObject({ calls: 1 });
  expect(await workOff(deps)).toMatchObject({ calls: 0 });
  expect(await askers()).toEqual(["easypost"]);
});

test("what an account may not tell about does not come back to it while the other one is left alone", async () => {
  const { shop, aggregatorId, carriers, askers } = await open(1);
  await workOff({ ...depsOf(database, sandbox), carriers: carriers(refusing("forbidden")) });
  await shop.rows(`insert into account_pauses (account_id, merchant_id, paused_until)
    values ('${aggregatorId}', '${shop.merchantId}', now() + interval '1 hour') returning 1`);
  expect(await moveOn()).toBe(0);
  expect(await askers()).toEqual(["easypost"]);
});

test("an account that is refused hands its parcels to the aggregator, and has them back once it answers again", async () => {
  const { shop, carriers, askers, statuses } = await open();
  const deps = { ...depsOf(database, sandbox), carriers: carriers(refusing("credentials_refused")) };
  await workOff(deps);
  expect(await askers()).toEqual(["easypost", "easypost"]);
  // One that waited for its turn meanwhile.
  await shop.rows(`update due_shipments set next_check_at = now(), account_id =
    (select id from carrier_accounts where carrier = 'usps') where shipment_id = (select min(shipment_id::text)::uuid from due_shipments) returning 1`);
  expect(await moveOn()).toBe(1);
  expect(await moveOn()).toBe(0);
  await database.db.execute(sql`update due_shipments set next_check_at = now()`);
  await workOff(deps);
  expect(await statuses()).toEqual(["in_transit", "in_transit"]);
  await shop.makeDue();
  await workOff(deps);
  expect(await askers()).toEqual(["usps", "usps"]);
});

test("an account whose parcels cannot be moved keeps those of no other from moving", async () => {
  const [stuck, free] = [await open(1), await open(1)];
  await database.db.execute(sql`
    insert into account_pauses (account_id, merchant_id, paused_until)
    select distinct account_id, merchant_id, now() + interval '1 hour' from due_shipments`);
  await database.ownerDb.execute(sql`
    create function refuse() returns trigger language plpgsql as 'begin raise exception $$stuck$$; end'`);
  await database.ownerDb.execute(sql`
    create trigger refused before update on due_shipments for each row
    when (old.merchant_id = ${sql.raw(`'${stuck.shop.merchantId}'`)}) execute function refuse()`);
  const errors: unknown[] = [];
  expect(await moveOnFromPaused(database.db, (error) => errors.push(error))).toBe(1);
  await database.ownerDb.execute(sql`drop trigger refused on due_shipments`);
  expect([errors.length, await stuck.askers(), await free.askers()]).toEqual([1, ["usps"], ["easypost"]]);
});

test("a merchant who wants the aggregator first has it first, and one without it is not asked through it", async () => {
  const { shop, aggregatorId, askers } = await open();
  const [usps] = await shop.rows("select id from carrier_accounts where carrier = 'usps'");
  const choose = (accountIds: readonly string[]) =>
    chooseAnswering({ db: database.db }, { merchantId: shop.merchantId, carrier: "usps", accountIds, actor: "test" });
  expect(await choose([aggregatorId, String(usps?.id)])).toEqual({ parcels: 2 });
  expect(await askers()).toEqual(["easypost", "easypost"]);
  expect(await choose([String(usps?.id)])).toEqual({ parcels: 2 });
  expect(await askers()).toEqual(["usps", "usps"]);
  expect(await choose([])).toEqual({ parcels: 0 });
  const [ups] = await shop.rows("select id from carrier_accounts where carrier = 'ups'");
  await expect(choose([String(ups?.id)])).rejects.toMatchObject({ code: "invalid" });
});

test("codes that no table knows are counted for the operator, once a scan", async () => {
  const { shop, carriers } = await open(1);
  const scan = reported({
    kind: "scan",
    effect: "unknown",
    status: null,
    code: "ZZ",
    description: "Gone fishing",
    reportPosition: 0,
    raw: null,
  });
  const odd: Carrier = {
    ...(CARRIERS.get("usps") as Carrier),
    track: async (_, numbers) =>
      new Map(
        numbers.map((number) => [
          number,
          ok({ found: true as const, trackingNumber: number, summary: IN_TRANSIT, scans: [scan] }),
        ]),
      ),
  };
  const deps = { ...depsOf(database, sandbox), carriers: carriers(odd) };
  for (let times = 0; times < 3; times += 1) {
    await workOff(deps);
    await shop.makeDue();
  }
  const codes = await withTenant(database.db, shop.merchantId, (tx) =>
    tx.execute(sql`select carrier, code, description, times::int from unknown_codes`),
  );
  expect([...codes]).toEqual([{ carrier: "usps", code: "ZZ", description: "Gone fishing", times: 1 }]);
});
