import { sql } from "drizzle-orm";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { observationsOf } from "#db/queries/observations.ts";
import { askingsOf } from "#db/queries/tracking-states.ts";
import { withTenant } from "#db/tenant.ts";
import { lockedWhileWaiting } from "#db/testing/locked-while-waiting.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { Carrier } from "#lib/carriers/carrier.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import type { ShipmentId } from "#lib/kernel/ids.ts";
import { ok } from "#lib/kernel/result.ts";
import { reported } from "#lib/tracking/reported.ts";
import { stateOf } from "#lib/tracking/state-of.ts";
import type { Status } from "#lib/tracking/status.ts";
import { syncDue } from "#lib/use-cases/tracking/sync-due.ts";
import { openPushedShop } from "./pushed-shop-testing.ts";
import { PUSHING, type PushedJourney, type PushedStep, pushBody } from "./pushes-testing.ts";
import { workPushes } from "./work-pushes.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

let shops = 0;
const NUMBER = "1Z0000000000000003";
const open = (account: string, numbers: readonly string[] = [NUMBER], carriers = CARRIERS, carrier = "ontrac") => {
  shops += 1;
  return openPushedShop(database, { slug: `worked-in-${shops}`, account, carrier, numbers }, carriers);
};
type Shop = Awaited<ReturnType<typeof open>>;

const START = Temporal.Instant.from("2026-11-18T08:00:00Z");
const at = (hours: number) => START.add({ minutes: Math.round(hours * 60) }).toString();
const STEPS: readonly PushedStep[] = ["label", "moving", "moving", "out", "delivered"];

/** The pushes of one parcel as a carrier sends them: each says all that there was, and when it says it. */
function pushesOf(number: string, count: number): readonly PushedJourney[] {
  return Array.from({ length: count }, (_, nth) => ({
    ...{ number, id: `evt ${number} ${nth}`, saidAt: at(nth * 5 + 1) },
    scans: STEPS.slice(0, nth + 1).map((step, scan) => ({ step, at: at(scan * 5) })),
  }));
}

/** What is known of a parcel in the end; when each scan was first heard of is left out, since that is the order itself. */
async function known(shop: Shop, number: string) {
  const { merchantId } = shop;
  const [row] = await shop.rows(`select id from shipments where tracking_number = '${number}'`);
  const shipmentIds = [String(row?.id) as ShipmentId];
  return withTenant(database.db, merchantId, async (tx) => {
    const all = (await observationsOf(tx, { merchantId, shipmentIds })).map(({ observation }) => observation);
    const [asking] = await askingsOf(tx, { merchantId, shipmentIds });
    const check = { supported: true, checkedAt: asking?.checkedAt ?? null, problem: null };
    const { checkedAt: _, ...state } = stateOf(all, Temporal.Instant.from(at(60)), check);
    const told = all.map(({ observedAt: __, ...said }) => JSON.stringify(said)).sort();
    const [stored] = await shop.rows(`select status from tracking_states where shipment_id = '${shipmentIds[0]}'`);
    return { state, told, stored: stored?.status };
  });
}

test("a pushed report becomes what a report that was asked for would be, and its body goes", async () => {
  for (const account of PUSHING) {
    const shop = await open(account);
    const [first, , , , last] = pushesOf(NUMBER, 5);
    for (const push of [first, last]) if (push !== undefined) await shop.push(pushBody(account, push));
    expect(await shop.workAll()).toEqual([
      { kind: "done", outcome: "news" },
      { kind: "done", outcome: "news" },
    ]);
    expect(
      await shop.rows("select status, pushed_until > now() + interval '2 days' as pushed from tracking_states"),
    ).toEqual([{ status: "delivered", pushed: true }]);
    expect(await shop.rows("select distinct body from carrier_pushes")).toEqual([{ body: null }]);
    // Delivered days ago: nothing more is to be asked.
    expect(await shop.due()).toEqual([]);
  }
});

test("a push whose job runs twice, or twice at once, is worked in once", async () => {
  const shop = await open("easypost");
  const [push] = pushesOf(NUMBER, 1);
  if (push !== undefined) await shop.push(pushBody("easypost", push));
  const [row] = await shop.rows("select id from carrier_pushes");
  const key = { merchantId: shop.merchantId, pushIds: [String(row?.id)] };
  const worked = await Promise.all([1, 2, 3].map(() => workPushes(shop.deps, key)));
  expect(worked.flatMap((some) => some.map(({ kind }) => kind)).sort()).toEqual(["done", "nothing", "nothing"]);
});

test.each(PUSHING)("%s: any order and repetition of one journey's pushes ends in the same", async (account) => {
  const numbers = Array.from({ length: 30 }, (_, nth) => `1Z00000000000001${String(nth).padStart(2, "0")}`);
  const shop = await open(account, numbers);
  const unused = numbers.values();
  const play = async (order: readonly number[], worked: "each" | "newest" | "together") => {
    const number = unused.next().value ?? "";
    const pushes = pushesOf(number, 5);
    for (const [turn, nth] of order.entries()) {
      const push = pushes[nth];
      // A repetition is another delivery where the carrier has ids for them.
      if (push !== undefined) await shop.push(pushBody(account, { ...push, id: `${push.id} ${turn}` }));
      if (worked === "each") await shop.workAll();
    }
    if (worked !== "each") await shop.workAll(worked);
    return known(shop, number);
  };
  const inOrder = await play([0, 1, 2, 3, 4], "each");
  expect(inOrder.stored).toBe("delivered");
  const orders = fc
    .tuple(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), fc.array(fc.nat(4), { maxLength: 4 }))
    .map(([all, again]) => [...all, ...again]);
  await fc.assert(
    fc.asyncProperty(orders, fc.constantFrom("each", "newest", "together"), async (order, worked) => {
      expect(await play(order, worked)).toEqual(inOrder);
    }),
    { numRuns: 10 },
  );
});

test("an estimate that was pushed before another and comes after it does not win", async () => {
  for (const account of ["easypost", "aftership"] as const) {
    const shop = await open(account);
    const scans = [{ step: "moving" as const, at: at(0) }];
    const said = (id: string, hours: number, expected: string) =>
      shop.push(pushBody(account, { number: NUMBER, id, saidAt: at(hours), scans, expected }));
    await said("b", 3, "2026-11-25");
    await shop.workAll();
    await said("a", 2, "2026-11-23");
    await shop.workAll();
    expect((await known(shop, NUMBER)).state.estimate?.to).toContain("2026-11-25");
  }
});

test("a push about no parcel of ours, about nothing and of nonsense is taken and changes nothing", async () => {
  const shop = await open("easypost");
  const other = pushesOf("1Z9999999999999999", 1).map((push) => pushBody("easypost", push));
  const batch = JSON.stringify({
    id: "evt_b",
    object: "Event",
    description: "batch.updated",
    result: { object: "Batch" },
  });
  for (const body of [...other, batch, "<html>", ""]) expect(await shop.push(body)).toEqual({ kind: "stored" });
  const outcomes = (await shop.workAll()).map((worked) => (worked.kind === "done" ? worked.outcome : worked.kind));
  expect(outcomes).toEqual(["no_parcel", "no_parcel", "unreadable", "unreadable"]);
  expect([await shop.count("observations"), await shop.count("tracking_states")]).toEqual([0, 0]);
});

test("another merchant's parcel of the same number is not touched", async () => {
  const [shop, other] = [await open("easypost"), await open("easypost")];
  for (const push of pushesOf(NUMBER, 2)) await shop.push(pushBody("easypost", push));
  await shop.workAll();
  expect([(await shop.count("observations")) > 0, await other.count("observations")]).toEqual([true, 0]);
});

/** A carrier whose pushes only say that there is something new, such as UPS's. */
const HINTING: Carrier = {
  ...{
    code: "hinting",
    batchSize: 1,
    needsClientId: false,
    baseUrl: "http://hinting.invalid",
    isAggregator: false,
    limits: { perSecond: null, perHour: null, perDay: null },
  },
  track: async (_, numbers) => new Map(numbers.map((number) => [number, ok({ found: false, trackingNumber: number })])),
  parse: () => [],
  pushes: {
    ...{ trust: "hint", isSigned: () => true, idOf: () => null, subscription: null },
    read: (number) => [{ trackingNumber: number, result: ok({ found: false, trackingNumber: number }) }],
  },
};

test("a hint tells nothing, and puts its parcel before all others", async () => {
  const shop = await open("hinting", [NUMBER, "1Z0000000000000004"], new Map([["hinting", HINTING]]), "hinting");
  await database.db.execute(sql`
    update due_shipments set next_check_at = now() + interval '1 day' where merchant_id = ${shop.merchantId}`);
  await shop.receive(NUMBER, {});
  expect(await shop.workAll()).toEqual([{ kind: "done", outcome: "hint" }]);
  const [first, second] = (await shop.due()).toSorted((a, b) => Number(a.urgency) - Number(b.urgency));
  expect([first?.urgency, new Date(String(first?.next_check_at)) <= new Date()]).toEqual([0, true]);
  expect([second?.urgency, new Date(String(second?.next_check_at)) <= new Date()]).toEqual([2, false]);
  expect(await shop.count("observations")).toBe(0);
});

test("a hint about a parcel that is being asked about waits, since that question may have come too early", async () => {
  const shop = await open("hinting", [NUMBER], new Map([["hinting", HINTING]]), "hinting");
  const lease = (until: string) =>
    database.db.execute(sql`
      update due_shipments set lease_until = ${until}::timestamptz, lease_id = gen_random_uuid()
      where merchant_id = ${shop.merchantId}`);
  await lease("2100-01-01");
  await shop.receive(NUMBER, {});
  expect(await shop.workAll()).toEqual([{ kind: "later" }]);
  await lease("2000-01-01");
  expect(await shop.workAll()).toEqual([{ kind: "done", outcome: "hint" }]);
});

test("a hint brings a parcel back that dropped out of the schedule", async () => {
  const shop = await open("hinting", [NUMBER], new Map([["hinting", HINTING]]), "hinting");
  await database.db.execute(sql`delete from due_shipments where merchant_id = ${shop.merchantId}`);
  await shop.receive(NUMBER, {});
  await shop.workAll();
  expect(await shop.due()).toHaveLength(1);
});

test("a hint about a parcel that has ended has it asked about once more, however many come: it may be on its way back", async () => {
  let status: Status = "delivered";
  const said = { kind: "summary", effect: "moves", code: "X", instant: at(0), reportPosition: 0, raw: null } as const;
  const track: Carrier["track"] = async (_, numbers) => {
    const report = { found: true, summary: reported({ ...said, status }), scans: [] } as const;
    return new Map(numbers.map((number) => [number, ok({ ...report, trackingNumber: number })]));
  };
  const shop = await open("hinting", [NUMBER], new Map([["hinting", { ...HINTING, track }]]), "hinting");
  const ask = () => syncDue({ ...shop.deps, stopping: new AbortController().signal }, shop);
  let hints = 0;
  const hint = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      hints += 1;
      await shop.receive(`${NUMBER}${" ".repeat(hints)}`, {});
    }
    await shop.workAll();
    return shop.rows(`select urgency, round(extract(epoch from next_check_at - now()) / 3600)::int as hours
      from due_shipments where merchant_id = '${shop.merchantId}'`);
  };
  await ask();
  expect(await shop.due()).toEqual([]);
  // It was just asked about: what comes now waits, and is not forgotten.
  expect(await hint(1)).toEqual([{ urgency: 3, hours: 6 }]);
  await shop.rows("update tracking_states set asked_at = asked_at - interval '7 hours' returning 1");
  expect(await hint(20)).toEqual([{ urgency: 3, hours: 0 }]);
  status = "returned";
  expect(await ask()).toMatchObject({ calls: 1, answered: 1 });
  expect(await shop.rows("select status from tracking_states")).toEqual([{ status: "returned" }]);
  expect(await shop.due()).toEqual([]);
  expect(await hint(20)).toEqual([{ urgency: 3, hours: 6 }]);
});

test("a report of an account that does not answer for the parcel is a hint: two would tell each scan in two ways", async () => {
  // The shop's own account with UPS answers.
  const shop = await open("easypost", [NUMBER], CARRIERS, "ups");
  for (const push of pushesOf(NUMBER, 1)) await shop.push(pushBody("easypost", push));
  expect(await shop.workAll()).toEqual([{ kind: "done", outcome: "hint" }]);
  expect(await shop.count("observations")).toBe(0);
});

test("reports and hints that are worked in together take their parcels by their ids, so that nobody waits in a circle", async () => {
  const shop = await open("easypost", [NUMBER], CARRIERS, "ups");
  await shop.run("shipments", "Order,Carrier,Tracking number\n#1,ontrac,A1B2C3D4");
  for (const number of [NUMBER, "A1B2C3D4"])
    for (const push of pushesOf(number, 1)) await shop.push(pushBody("easypost", push));
  expect(await lockedWhileWaiting(database, { ...shop, work: () => shop.workAll("together") })).toBe(0);
  const outcomes = await shop.rows("select outcome from carrier_pushes order by received_at");
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["hint", "news"]);
});

test("an aggregator's push finds its parcel under whichever carrier the merchant has it", async () => {
  const shop = await open("easypost", [NUMBER], CARRIERS, "zeta-post");
  await shop.run("shipments", "Order,Carrier,Tracking number\n#1,alpha-post,A1B2C3D4\n#1,mid-post,A1B2C3D5");
  for (const number of [NUMBER, "A1B2C3D5"])
    for (const push of pushesOf(number, 1)) await shop.push(pushBody("easypost", push));
  expect(await shop.workAll()).toEqual([
    { kind: "done", outcome: "news" },
    { kind: "done", outcome: "news" },
  ]);
});
