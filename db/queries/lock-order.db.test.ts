import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Tx } from "#db/client.ts";
import { withTenant } from "#db/tenant.ts";
import { lockedWhileWaiting } from "#db/testing/locked-while-waiting.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { newId } from "#lib/kernel/ids.ts";
import { connectCarrier } from "#lib/use-cases/carriers/connect-carrier.ts";
import { csv, head, keys, openTestShop, type TestShop } from "#lib/use-cases/orders/import-testing.ts";
import { claimForLook, giveBack } from "./due-shipments.ts";
import { noteTold } from "./pushes.ts";
import { assignAccount, bringForward, moveLookedAt, reassignCarrier } from "./schedule-shipments.ts";

const PARCELS = 6;
let database: TestDatabase;
let shop: TestShop;
/** Ids and accounts: the parcels' own, and another that could answer for them. */
let all: { merchantId: string; shipmentIds: readonly string[]; ups: string; other: string };

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openTestShop(database, "locked-shop");
  await shop.run("orders", csv([head("#1", "A1")]));
  // The least id comes last, in the table and in every list: whoever takes them as they come takes it last.
  const shipmentIds = Array.from({ length: PARCELS }, () => newId()).toReversed();
  for (const [at, id] of shipmentIds.entries())
    await shop.rows(`insert into shipments (merchant_id, id, order_id, carrier, tracking_number)
      select merchant_id, '${id}', id, 'ups', 'N${at}' from orders returning 1`);
  const [ups] = await shop.rows("select id from carrier_accounts where carrier = 'ups'");
  const { accountId: other } = await connectCarrier(
    { db: database.db, keys },
    {
      ...{ merchantId: shop.merchantId, carrier: "easypost", label: "main", sandbox: true, aggregator: true },
      ...{ credentials: { clientId: "", clientSecret: "sandbox-x" }, actor: "test" },
    },
  );
  all = { merchantId: shop.merchantId, shipmentIds, ups: String(ups?.id), other };
});
afterAll(() => database.drop());

const LEASE = newId();

beforeEach(async () => {
  await shop.rows("delete from carrier_routes returning 1");
  await database.db.execute(sql`delete from account_pauses`);
  await database.db.execute(sql`delete from due_shipments`);
  for (const id of all.shipmentIds)
    await database.db.execute(sql`
      insert into due_shipments (merchant_id, shipment_id, account_id, next_check_at)
      values (${all.merchantId}, ${id}, ${all.ups}, now())`);
});

const lease = () =>
  database.db.execute(sql`update due_shipments set lease_id = ${LEASE}, lease_until = now() + interval '1 hour'`);
const look = (tx: Tx) => claimForLook(tx, { ...all, leaseId: newId(), floorMs: 0, sandboxFloorMs: 0 });
/** Every second parcel leaves the schedule, the least one among them. */
const back = (tx: Tx) =>
  giveBack(tx, {
    ...all,
    leaseId: LEASE,
    checks: all.shipmentIds.map((shipmentId, at) => ({
      ...({ shipmentId, urgency: 2, accountId: all.ups, refusedBy: null } as const),
      waitMs: at % 2 === 0 ? 1_000 : null,
    })),
  });

const WAYS: Readonly<Record<string, { readonly before?: () => Promise<unknown>; readonly work: (tx: Tx) => unknown }>> =
  {
    "giving parcels back": { before: lease, work: back },
    "telling that they were told of": { work: (tx) => noteTold(tx, all) },
    "bringing them forward": { work: (tx) => bringForward(tx, all) },
    "looking at an order": { work: look },
    "looking at an order of which most parcels change hands": {
      before: async () => {
        await database.db.execute(sql`
          update due_shipments set account_id = ${all.other} where shipment_id = ${all.shipmentIds.at(-1)}`);
        await database.db.execute(sql`
          insert into account_pauses (merchant_id, account_id, paused_until)
          values (${all.merchantId}, ${all.ups}, now() + interval '1 hour')`);
      },
      work: async (tx) => {
        await moveLookedAt(tx, all);
        await look(tx);
      },
    },
    "connecting an account": { work: (tx) => assignAccount(tx, { ...all, accountId: all.ups, carrier: "ups" }) },
    "choosing who answers": {
      before: () =>
        shop.rows(`insert into carrier_routes (merchant_id, carrier, position, account_id)
          values ('${all.merchantId}', 'ups', 1, '${all.other}') returning 1`),
      work: (tx) => reassignCarrier(tx, { ...all, carrier: "ups" }),
    },
  };

test.each(Object.entries(WAYS))("%s takes parcels by their ids, so that nobody waits in a circle", async (_, way) => {
  await way.before?.();
  const work = () => withTenant(database.db, all.merchantId, async (tx) => way.work(tx));
  expect(await lockedWhileWaiting(database, { ...all, work })).toBe(0);
});
