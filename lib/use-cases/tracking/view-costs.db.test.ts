import { createServer, connect as dial, type Server } from "node:net";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connect } from "#db/client.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { scriptOfSteps, startSandbox, type TestSandbox } from "#lib/carriers/sandbox/sandbox-testing.ts";
import { openTrackingPage } from "./open-tracking-page.ts";
import { refreshOrder } from "./refresh-order.ts";
import { depsOf, openTrackedShop, type TrackedShop } from "./tracking-testing.ts";

const FLOOR_MS = 120_000;
let database: TestDatabase;
let sandbox: TestSandbox;
let shop: TrackedShop;
let token: string;
let shops = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox?.close();
  await database?.drop();
});
beforeEach(async () => {
  shops += 1;
  shop = await openTrackedShop(database, `cost-${shops}`, [["ups", `cost ${shops}`]]);
  token = await shop.token("#1");
  await sandbox.play("ups", shop.numbers[0] ?? "", scriptOfSteps([[-600, "label"]]));
});

const open = (db = database.db) =>
  openTrackingPage(
    { db, now: Temporal.Now.instant(), floorMs: FLOOR_MS },
    { token, wishes: { asked: null, saved: null, browser: [] }, isAddressOpen: false },
  );
const isAskable = async () => (await open()).isAskable;
const look = () => refreshOrder({ ...depsOf(database, sandbox), floorMs: FLOOR_MS }, { token });
/** The doors have no policy: a test keeps to its own shop. */
const change = (table: string, what: string) =>
  shop.rows(`update ${table} set ${what} where merchant_id = '${shop.merchantId}' returning 1`);

test("a view takes two round trips: the door of its link, and one statement for all that is behind it", async () => {
  const counted = await countedDatabase(database.appUrl);
  // What is asked for the first time on a connection is prepared there.
  for (let nth = 0; nth < 3; nth += 1) await open(counted.db);
  const before = counted.asked();
  await open(counted.db);
  expect(counted.asked() - before).toBe(2);
  await counted.close();
});

test("a view asks carriers only where a look would: not while the floor holds, and again after it", async () => {
  expect(await isAskable()).toBe(true);
  await look();
  expect(await isAskable()).toBe(false);
  await change("due_shipments", "tried_at = now() - interval '3 minutes'");
  expect(await isAskable()).toBe(true);
});

test("nor while somebody else asks, while the account is left alone, or where no account answers", async () => {
  await change("due_shipments", "lease_until = now() + interval '30 s'");
  expect(await isAskable()).toBe(false);
  await change("due_shipments", "lease_until = null");
  await shop.rows(`insert into account_pauses (account_id, merchant_id, paused_until)
    select account_id, merchant_id, now() + interval '1 hour' from due_shipments
    where merchant_id = '${shop.merchantId}' returning 1`);
  expect(await isAskable()).toBe(false);
  await shop.rows(`delete from account_pauses where merchant_id = '${shop.merchantId}' returning 1`);
  await change("due_shipments", "account_id = null");
  expect(await isAskable()).toBe(false);
});

test("a view of a parcel that dropped out of the schedule brings it back, once a day", async () => {
  await look();
  await shop.rows(`delete from due_shipments where merchant_id = '${shop.merchantId}' returning 1`);
  expect(await isAskable()).toBe(false);
  await change("tracking_states", "asked_at = now() - interval '2 days'");
  expect(await isAskable()).toBe(true);
  await change("tracking_states", "status = 'delivered'");
  expect(await isAskable()).toBe(false);
});

/** A database behind a wire that counts how often something is said to it. */
async function countedDatabase(url: string) {
  let asked = 0;
  const { hostname, port } = new URL(url);
  const wire: Server = createServer((client) => {
    const server = dial(Number(port), hostname);
    client.on("data", () => {
      asked += 1;
    });
    client.pipe(server).pipe(client);
    for (const end of [client, server]) end.on("error", () => {});
  });
  await new Promise<void>((resolve) => wire.listen(0, "127.0.0.1", resolve));
  const address = wire.address();
  const through = new URL(url);
  through.port = String(typeof address === "object" ? address?.port : "");
  const { db, close } = connect({ url: through.href, maxConnections: 1 });
  return {
    db,
    asked: () => asked,
    close: async () => {
      await close();
      await new Promise((resolve) => wire.close(resolve));
    },
  };
}
