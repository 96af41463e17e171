import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { BOULDER, scriptOfSteps, startSandbox, type TestSandbox } from "#lib/carriers/sandbox/sandbox-testing.ts";
import { FAULTS, SANDBOX_CARRIERS } from "#lib/carriers/sandbox/script.ts";
import { refreshOrder } from "./refresh-order.ts";
import { depsOf, openTrackedShop, type TrackedShop, workOff } from "./tracking-testing.ts";

let database: TestDatabase;
let sandbox: TestSandbox;
let shops = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox?.close();
  await database?.drop();
});
afterEach(async () => {
  for (const carrier of SANDBOX_CARRIERS) await sandbox.fault(carrier, null);
  await database.db.execute("delete from due_shipments");
  await sandbox.resetCalls();
});

const JOURNEY = scriptOfSteps([
  [-3_000, "label"],
  [-2_800, "picked_up"],
  [-1_500, "departed"],
  [-600, "arrived"],
  [10, "out_for_delivery"],
  [200, "delivered"],
]);

async function open(parcels: Parameters<typeof openTrackedShop>[2]): Promise<TrackedShop> {
  shops += 1;
  const shop = await openTrackedShop(database, `synced-${shops}`, parcels);
  for (const [at, [carrier]] of parcels.entries()) await sandbox.play(carrier, shop.numbers[at] ?? "", JOURNEY);
  return shop;
}

const statuses = async (shop: TrackedShop) =>
  (await shop.rows("select status from tracking_states order by shipment_id")).map(({ status }) => status);
const scans = async (shop: TrackedShop) =>
  (await shop.rows("select shipment_id, content_hash from observations where kind = 'scan' order by 1, 2")).length;

test.each(SANDBOX_CARRIERS)("%s: what the carrier tells is kept once, however often it is told", async (carrier) => {
  const shop = await open([[carrier, "once"]]);
  const first = await workOff(depsOf(database, sandbox));
  expect(first).toMatchObject({ answered: 1, failed: 0, news: 5 });
  expect(await statuses(shop)).toEqual(["in_transit"]);
  await shop.makeDue();
  expect(await workOff(depsOf(database, sandbox))).toMatchObject({ answered: 1, news: 0 });
  expect(await scans(shop)).toBe(4);
});

test("parcels are asked about in batches of their carrier's size, and every one gets its answer", async () => {
  const many = Array.from({ length: 70 }, (_, at) => ["fedex", `batch ${at}`] as const);
  const more = Array.from({ length: 40 }, (_, at) => ["usps", `batch ${at}`] as const);
  const shop = await open([...many, ...more, ["ups", "alone"], ["ups", "alone too"]]);
  expect(await workOff(depsOf(database, sandbox))).toMatchObject({ calls: 3 + 2 + 2, answered: 112, failed: 0 });
  const calls = await sandbox.calls();
  expect([calls.fedex.maxBatch, calls.usps.maxBatch, calls.ups.maxBatch]).toEqual([30, 35, 1]);
  expect(new Set(await statuses(shop))).toEqual(new Set(["in_transit"]));
});

test("several workers at once ask about every parcel once", async () => {
  const shop = await open(Array.from({ length: 24 }, (_, at) => ["ups", `crowd ${at}`] as const));
  await Promise.all([1, 2, 3, 4].map(() => workOff(depsOf(database, sandbox))));
  expect((await sandbox.calls()).ups.calls).toBe(24);
  expect(await scans(shop)).toBe(24 * 4);
});

test("a number that the carrier does not know yet is an answer, and known later", async () => {
  const shop = await open([["dhl", "label"]]);
  await sandbox.play("dhl", shop.numbers[0] ?? "", scriptOfSteps([[30, "label"]], { ...BOULDER, country: "DE" }));
  expect(await workOff(depsOf(database, sandbox))).toMatchObject({ answered: 1, failed: 0, news: 0 });
  const [before] = await shop.rows("select status, checked_at is not null as checked, problem from tracking_states");
  expect(before).toEqual({ status: "pending", checked: true, problem: null });
  await sandbox.advance(40);
  await shop.makeDue();
  await workOff(depsOf(database, sandbox));
  expect(await statuses(shop)).toEqual(["info_received"]);
});

test("a parcel moves on with its carrier, and is asked about once more after delivery and then never", async () => {
  const shop = await open([["usps", "moves"]]);
  const seen: unknown[] = [];
  for (const minutes of [0, 20, 200]) {
    await sandbox.advance(minutes);
    await shop.makeDue();
    await workOff(depsOf(database, sandbox));
    seen.push(...(await statuses(shop)));
  }
  expect(seen).toEqual(["in_transit", "out_for_delivery", "delivered"]);
  const [due] = await shop.rows("select next_check_at > now() + interval '2 hours' as later from due_shipments");
  expect(due).toEqual({ later: true });
});

const SAID: Readonly<Record<string, string>> = {
  credentials: "credentials_refused",
  quota: "quota_spent",
  invalid: "invalid_number",
};
// A number that is not found is an answer; a carrier that never answers at all takes the whole deadline.
const TROUBLES = FAULTS.filter((fault) => !["not_found", "slow", "timeout", "invalid"].includes(fault));

// The others say of an invalid number what they say of a new one: not found.
const INVALID = ["ups", "invalid"] as const;

test.each([...SANDBOX_CARRIERS.flatMap((carrier) => TROUBLES.map((fault) => [carrier, fault] as const)), INVALID])(
  "%s with %s changes nothing but how well we see",
  async (carrier, fault) => {
    const shop = await open([[carrier, `fault ${fault}`]]);
    await workOff(depsOf(database, sandbox));
    const before = await shop.rows("select * from observations order by id");
    await sandbox.fault(carrier, fault);
    await shop.makeDue();
    expect(await workOff(depsOf(database, sandbox))).toMatchObject({ answered: 0, failed: 1, news: 0 });
    expect(await shop.rows("select * from observations order by id")).toEqual(before);
    const [state] = await shop.rows(
      "select status, problem, failures, checked_at < asked_at as held from tracking_states",
    );
    expect(state).toMatchObject({ status: "in_transit", failures: 1, held: true });
    if (SAID[fault] !== undefined) expect(state?.problem).toBe(SAID[fault]);
    await sandbox.fault(carrier, null);
    await shop.makeDue();
    await workOff(depsOf(database, sandbox));
    const [after] = await shop.rows("select problem, problem_since, failures from tracking_states");
    expect(after).toEqual({ problem: null, problem_since: null, failures: 0 });
  },
);

test.each(["fedex", "usps"] as const)(
  "%s: one unknown number in a batch does not spoil the others",
  async (carrier) => {
    const shop = await open([
      [carrier, "good"],
      [carrier, "bad"],
      [carrier, "good too"],
    ]);
    await sandbox.play(carrier, shop.numbers[1] ?? "", { ...JOURNEY, fault: "not_found" });
    expect(await workOff(depsOf(database, sandbox))).toMatchObject({ calls: 1, answered: 3, failed: 0 });
    expect((await statuses(shop)).sort()).toEqual(["in_transit", "in_transit", "pending"]);
  },
);

test("the carrier's own words are kept with every scan", async () => {
  const shop = await open([["ups", "raw"]]);
  await workOff(depsOf(database, sandbox));
  const rows = await shop.rows("select raw from observations where kind = 'scan'");
  for (const { raw } of rows) expect(raw).toMatchObject({ status: { code: expect.any(String) } });
});

test.each(["quota", "credentials"] as const)(
  "after %s the account is left alone: no further parcel of it is asked about, and no look asks either",
  async (fault) => {
    const shop = await open(Array.from({ length: 8 }, (_, at) => ["ups", `${fault} ${at}`] as const));
    await sandbox.fault("ups", fault);
    expect(await workOff(depsOf(database, sandbox))).toMatchObject({ calls: 1, answered: 0, failed: 1 });
    await sandbox.fault("ups", null);
    await sandbox.resetCalls();
    await workOff(depsOf(database, sandbox));
    await refreshOrder(depsOf(database, sandbox), { token: await shop.token("#8") });
    expect((await sandbox.calls()).ups.calls).toBe(0);
    await shop.makeDue();
    expect(await workOff(depsOf(database, sandbox))).toMatchObject({ answered: 8 });
  },
);

test("one parcel without an answer does not hold up the others of its account", async () => {
  const shop = await open(Array.from({ length: 5 }, (_, at) => ["dhl", `beside ${at}`] as const));
  await sandbox.play("dhl", shop.numbers[0] ?? "", { ...JOURNEY, fault: "outage" });
  expect(await workOff(depsOf(database, sandbox))).toMatchObject({ answered: 4, failed: 1 });
});

test("a carrier that answers nobody is left alone after a few tries", async () => {
  await open(Array.from({ length: 12 }, (_, at) => ["dhl", `down ${at}`] as const));
  await sandbox.fault("dhl", "reset");
  expect(await workOff(depsOf(database, sandbox))).toMatchObject({ calls: 3, answered: 0, failed: 3 });
});

test("a delivered parcel is asked about once more, and then never", async () => {
  const shop = await open([["usps", "last"]]);
  await workOff(depsOf(database, sandbox));
  await sandbox.advance(300);
  await shop.makeDue();
  await workOff(depsOf(database, sandbox));
  expect(await statuses(shop)).toEqual(["delivered"]);
  await sandbox.fault("usps", "outage");
  await shop.makeDue();
  await workOff(depsOf(database, sandbox));
  const mine = `where merchant_id = '${shop.merchantId}'`;
  expect(await shop.rows(`select 1 from due_shipments ${mine}`)).toEqual([]);
});

test("what was claimed and is no parcel any more is dropped", async () => {
  const shop = await open([["ups", "gone"]]);
  await shop.rows("delete from shipments returning 1");
  expect(await workOff(depsOf(database, sandbox))).toMatchObject({ calls: 0, answered: 0, failed: 0 });
  expect(await shop.rows(`select 1 from due_shipments where merchant_id = '${shop.merchantId}'`)).toEqual([]);
});

test("a parcel that dropped out of the schedule comes back when somebody looks, at most once a day", async () => {
  const shop = await open([["ups", "back"]]);
  await workOff(depsOf(database, sandbox));
  const mine = `where merchant_id = '${shop.merchantId}'`;
  await shop.rows(`delete from due_shipments ${mine} returning 1`);
  const token = await shop.token("#1");
  await sandbox.resetCalls();
  await refreshOrder(depsOf(database, sandbox), { token });
  expect((await sandbox.calls()).ups.calls).toBe(0);
  await shop.rows("update tracking_states set asked_at = now() - interval '2 days' returning 1");
  await refreshOrder(depsOf(database, sandbox), { token });
  expect((await sandbox.calls()).ups.calls).toBe(1);
});
