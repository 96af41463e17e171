import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { CarrierReport } from "#lib/carriers/carrier.ts";
import { newId } from "#lib/kernel/ids.ts";
import { err, ok } from "#lib/kernel/result.ts";
import { reported } from "#lib/tracking/reported.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { Answer } from "./ask-carrier.ts";
import { keepAnswers } from "./keep-answers.ts";
import { openTrackedShop, type TrackedShop } from "./tracking-testing.ts";

/* Reports that no sandbox plays: without scans, without times, taken back, too late. */

let database: TestDatabase;
let shop: TrackedShop;
let shops = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  shops += 1;
  shop = await openTrackedShop(database, `kept-${shops}`, [["ups", `kept ${shops}`]]);
});

const start = Temporal.Instant.from("2026-11-20T12:00:00Z");
const at = (minutes: number) => start.add({ minutes });

/** The doors have no policy: a test keeps to its own shop. */
const mine = () => `where merchant_id = '${shop.merchantId}'`;

/** A summary alone, without any time, as some reports are. */
function said(status: Status, estimate: string | null = null): Answer {
  const summary = reported({
    kind: "summary",
    effect: "moves",
    status,
    reportPosition: 0,
    raw: { status },
    estimate: estimate === null ? null : { from: estimate, to: estimate },
  });
  return ok({ found: true, trackingNumber: null, summary, scans: [] });
}

function told(...steps: readonly (readonly [minutes: number, status: Status])[]): Answer {
  const scans = steps.map(([minutes, status], position) =>
    reported({
      kind: "scan",
      effect: "moves",
      status,
      code: status,
      reportPosition: position,
      raw: {},
      instant: at(minutes).toString(),
    }),
  );
  const last = scans.at(-1);
  if (last === undefined) throw new Error("a report without scans");
  const summary = reported({ ...last, kind: "summary", reportPosition: scans.length });
  return ok<CarrierReport>({ found: true, trackingNumber: null, summary, scans: scans.reverse() });
}

async function keep(answer: Answer, askedAt: Temporal.Instant): Promise<void> {
  const [due] = await shop.rows(`select shipment_id, account_id from due_shipments ${mine()}`);
  const shipmentId = String(due?.shipment_id);
  const leaseId = newId();
  await shop.rows(`update due_shipments set lease_id = '${leaseId}' ${mine()} returning 1`);
  const flight = {
    merchantId: shop.merchantId,
    accountId: String(due?.account_id),
    shipmentIds: [shipmentId],
    leaseId,
  };
  const numbers = [{ shipmentId, number: "n", carrier: "ups", knownSince: start.toString(), refusedBy: null }];
  await withTenant(database.db, shop.merchantId, (tx) =>
    keepAnswers(tx, {
      ...{ flight, source: "poll", carrier: "ups", askedAt, pace: 1, numbers },
      answers: new Map([["n", answer]]),
    }),
  );
}

const state = async () =>
  (
    await shop.rows(
      "select status, problem, failures, to_char(checked_at at time zone 'UTC', 'HH24:MI') as checked from tracking_states",
    )
  )[0];
const summaries = async () => (await shop.rows("select id from observations where kind = 'summary'")).length;

test("a carrier that goes back to earlier words is believed", async () => {
  await keep(said("in_transit"), at(0));
  await keep(said("exception"), at(60));
  await keep(said("in_transit"), at(120));
  expect(await state()).toMatchObject({ status: "in_transit" });
  expect(await summaries()).toBe(3);
});

test("the same words again are kept once, and still count as an answer", async () => {
  await keep(said("in_transit", "2026-11-24"), at(0));
  await keep(said("in_transit", "2026-11-24"), at(60));
  expect(await summaries()).toBe(1);
  expect(await state()).toMatchObject({ checked: "13:00" });
});

test("a date that moves and moves back is three facts", async () => {
  for (const [hour, day] of ["2026-11-24", "2026-11-26", "2026-11-24"].entries())
    await keep(said("in_transit", day), at(hour * 60));
  const rows = await shop.rows("select estimate_to from observations order by observed_at");
  expect(rows.map((row) => row.estimate_to)).toEqual(["2026-11-24", "2026-11-26", "2026-11-24"]);
});

test("an answer that was held up and comes after a later one does not turn the state back", async () => {
  await keep(said("delivered"), at(60));
  await keep(said("out_for_delivery"), at(0));
  expect(await state()).toMatchObject({ status: "delivered", checked: "13:00" });
});

test("a failure that was held up does not darken a later answer", async () => {
  await keep(told([0, "in_transit"]), at(60));
  await keep(err({ kind: "outage", message: "late", retryAfterMs: null }), at(0));
  expect(await state()).toEqual({ status: "in_transit", problem: null, failures: 0, checked: "13:00" });
});

test("failures are counted from the first one on and end with an answer", async () => {
  const down = err({ kind: "outage" as const, message: "down", retryAfterMs: null });
  await keep(down, at(0));
  await keep(down, at(10));
  const [row] = await shop.rows(
    "select to_char(problem_since at time zone 'UTC', 'HH24:MI') as since from tracking_states",
  );
  expect(row).toEqual({ since: "12:00" });
  expect(await state()).toMatchObject({ problem: "outage", failures: 2, checked: null });
  await keep(told([0, "in_transit"]), at(20));
  expect(await state()).toMatchObject({ problem: null, failures: 0 });
});

test("a carrier that takes its delivery back reopens the parcel", async () => {
  await keep(told([-60, "out_for_delivery"], [0, "delivered"]), at(10));
  expect(await state()).toMatchObject({ status: "delivered" });
  await keep(told([-60, "out_for_delivery"], [30, "in_transit"]), at(60));
  expect(await state()).toMatchObject({ status: "in_transit" });
});

test("the desk's list knows each parcel by its present status, and by that alone", async () => {
  const marks = () => shop.rows(`select mark from order_marks ${mine()} and mark like 'status:%'`);
  expect(await marks()).toEqual([{ mark: "status:pending" }]);
  for (const status of ["in_transit", "in_transit", "delivered"] as const) {
    await keep(said(status), at(10));
    expect(await marks()).toEqual([{ mark: `status:${status}` }]);
  }
});

test("a scan that comes late after delivery does not reopen it", async () => {
  await keep(told([0, "delivered"]), at(10));
  await keep(told([0, "delivered"], [30, "in_transit"]), at(60));
  expect(await state()).toMatchObject({ status: "delivered" });
});

test("a number that is not found any more takes nothing away", async () => {
  await keep(told([0, "in_transit"]), at(10));
  await keep(ok({ found: false, trackingNumber: null }), at(60));
  expect(await state()).toMatchObject({ status: "in_transit", checked: "13:00" });
});

test("a number that nobody ever knew is given up after 30 days", async () => {
  await keep(ok({ found: false, trackingNumber: null }), start.add({ hours: 24 * 29 }));
  expect(await shop.rows(`select 1 from due_shipments ${mine()}`)).toHaveLength(1);
  await keep(ok({ found: false, trackingNumber: null }), start.add({ hours: 24 * 31 }));
  expect(await shop.rows(`select 1 from due_shipments ${mine()}`)).toEqual([]);
});
