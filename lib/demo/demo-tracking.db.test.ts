import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { startSandbox, type TestSandbox } from "#lib/carriers/sandbox/sandbox-testing.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { STATUSES } from "#lib/tracking/status.ts";
import { loadDemo } from "./load-demo.ts";
import { syncAll, trackDemo } from "./track-demo-testing.ts";

const keys = keyRingFrom(newKeyRingText("test"));
let database: TestDatabase;
let sandbox: TestSandbox;

beforeAll(async () => {
  database = await createTestDatabase();
  sandbox = await startSandbox({ headStart: "hash" });
  await loadDemo({ db: database.db, keys, now: Temporal.Now.instant() });
  await trackDemo({ db: database.db, keys }, sandbox.url);
});
afterAll(async () => {
  await sandbox.close();
  await database.drop();
});

/** Asks about everything once more. */
async function askAgain(url: string): Promise<void> {
  await database.ownerDb.execute(sql`update due_shipments set next_check_at = now(), lease_until = null`);
  await syncAll({ db: database.db, keys }, url);
}

/** What a sandbox that has forgotten everything makes of the demo that the database holds. */
async function forgetAndAskAgain(): Promise<void> {
  const other = await startSandbox({ headStart: "hash" });
  try {
    await trackDemo({ db: database.db, keys }, other.url);
    await askAgain(other.url);
  } finally {
    await other.close();
  }
}

type Row = {
  readonly order: string;
  readonly carrier: string;
  readonly status: string;
  readonly problem: string | null;
};

/** What is known of every parcel, by order, in the order in which they were handed over. */
async function tracked(): Promise<readonly Row[]> {
  return database.ownerDb.execute<Row>(sql`
    select o.number as order, s.carrier, coalesce(t.status, 'never asked') as status, t.problem
    from shipments s
    join orders o on o.merchant_id = s.merchant_id and o.id = s.order_id
    left join tracking_states t on t.merchant_id = s.merchant_id and t.shipment_id = s.id
    order by o.number, s.shipped_at`);
}

/** Every scan of every parcel, to the minute. */
async function scans(): Promise<readonly { readonly what: string }[]> {
  return database.ownerDb.execute<{ what: string }>(sql`
    select distinct shipment_id || ' ' || code || ' ' || coalesce(left(local_time, 16), '') as what from observations
    where kind = 'scan' order by 1`);
}

const statusesOf = (rows: readonly Row[], number: string) =>
  rows.filter(({ order }) => order === number).map(({ status }) => status);

describe("the demo, asked about at a sandbox", () => {
  it("shows every status, each where its story has it", async () => {
    const rows = await tracked();
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set([...STATUSES, "never asked"]));
    expect(rows.filter(({ problem }) => problem !== null)).toEqual([]);
    expect(rows.filter(({ status }) => status === "never asked")).toMatchObject([
      { order: "AT-5551", carrier: "t-cat" },
    ]);
    const shown = Object.fromEntries(rows.map(({ order }) => [order, statusesOf(rows, order).join(" ")]));
    expect(shown).toMatchObject({
      "#0998": "expired",
      "#1018": "delivered",
      "#1022": "returned",
      "#1029": "exception",
      "#1031": "delivered exception",
      "#1033": "customs",
      "#1036": "out_for_delivery",
      "#1041": "in_transit",
      "#1045": "pending",
      "AT-5527": "customs",
      "AT-5531": "exception in_transit",
      "AT-5540": "in_transit",
      "AT-5553": "picked_up",
      "VG-88113": "lost",
      "VG-88115": "returning",
      "VG-88117": "exception",
      "VG-88118": "cancelled",
      "VG-88119": "available_for_pickup",
      "VG-88120": "delivered in_transit",
      "VG-88121": "attempt_failed",
      "VG-88128": "in_transit",
      "VG-88131": "info_received",
      "VG-88132": "info_received",
    });
  });

  it("keeps what was known of the parcel whose carrier does not answer any more", async () => {
    await askAgain(sandbox.url);
    const troubled = (await tracked()).filter(({ problem }) => problem !== null);
    expect(troubled).toMatchObject([{ order: "VG-88126", status: "in_transit", problem: "outage" }]);
  });

  it("hears of no other scans from a sandbox that has forgotten everything", async () => {
    const before = await scans();
    expect(before.length).toBeGreaterThan(100);
    await forgetAndAskAgain();
    expect(await scans()).toEqual(before);
  });

  it("moves on as minutes pass", async () => {
    await database.ownerDb.execute(sql`update shipments set created_at = created_at - interval '10 minutes'`);
    await forgetAndAskAgain();
    const rows = await tracked();
    expect(statusesOf(rows, "#1036")).toEqual(["delivered"]);
    expect(statusesOf(rows, "#1041")).toEqual(["out_for_delivery"]);
    expect(statusesOf(rows, "VG-88132")).toEqual(["in_transit"]);
    expect(statusesOf(rows, "AT-5540")).toEqual(["delivered"]);
  });
});
