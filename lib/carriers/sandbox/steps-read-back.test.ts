import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CarrierReport } from "#lib/carriers/carrier.ts";
import { sendHttp } from "#lib/carriers/http.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import type { Action, Reason } from "#lib/tracking/reason.ts";
import type { Status } from "#lib/tracking/status.ts";
import { scriptOfSteps, startSandbox, type TestSandbox, validNumber } from "./sandbox-testing.ts";
import { type SandboxCarrier, STEPS, type Step } from "./script.ts";

/** `status reason action`, with - for none. */
type Said = `${Status} ${Reason | "-"} ${Action | "-"}`;

/** The dialects; DHL's networks have two. */
const DIALECTS = ["ups", "fedex", "usps", "dhl", "dhl-parcel"] as const;
type Dialect = (typeof DIALECTS)[number];

/** What our own client reads of a step while it is the latest. */
const MEANT: Readonly<Record<Step, Said>> = {
  label: "info_received - -",
  picked_up: "picked_up - -",
  departed: "in_transit - -",
  arrived: "in_transit - -",
  customs_in: "customs - -",
  customs_out: "customs - -",
  at_destination: "in_transit - -",
  out_for_delivery: "out_for_delivery - -",
  attempt_not_home: "attempt_failed not_home -",
  attempt_address: "attempt_failed address_problem correct_address",
  attempt_closed: "attempt_failed closed -",
  held_for_pickup: "available_for_pickup - pick_up",
  in_locker: "available_for_pickup - pick_up",
  delivered: "delivered - -",
  delay_weather: "exception weather -",
  delay_operations: "exception operations -",
  missorted: "exception missorted -",
  holiday: "exception holiday -",
  held_on_request: "exception held -",
  handed_over: "in_transit - -",
  damaged: "exception damaged -",
  address_problem: "exception address_problem correct_address",
  customs_documents: "customs customs_documents provide_documents",
  customs_payment: "exception payment_due pay_charges",
  refused: "exception refused -",
  lost: "lost lost -",
  found: "in_transit - -",
  return_started: "returning - -",
  returned: "returned - -",
  cancelled: "cancelled - -",
  note: "in_transit - -",
};

/** Where a carrier has no code for it, or one that says something else. */
const ELSE: Readonly<Record<Dialect, Readonly<Partial<Record<Step, Said>>>>> = {
  ups: {},
  fedex: {
    holiday: "exception closed -",
    held_on_request: "attempt_failed rescheduled -",
    customs_payment: "customs payment_due pay_charges",
    lost: "exception - -",
    returned: "returning - -",
  },
  // Delays, damage and customs have codes that are in no public list: there is the category.
  usps: {
    customs_in: "in_transit - -",
    customs_out: "in_transit - -",
    attempt_address: "attempt_failed - -",
    delay_weather: "exception - -",
    delay_operations: "exception - -",
    holiday: "exception rescheduled -",
    held_on_request: "exception - -",
    damaged: "exception - -",
    customs_documents: "exception - -",
    customs_payment: "exception - -",
    lost: "exception - -",
    cancelled: "exception - -",
  },
  dhl: {
    attempt_address: "exception address_problem correct_address",
    delay_weather: "exception held -",
    delay_operations: "in_transit missed_connection -",
    missorted: "in_transit missorted -",
    holiday: "exception held -",
    held_on_request: "in_transit rescheduled -",
    damaged: "exception held -",
    customs_documents: "customs - -",
    lost: "exception held -",
    cancelled: "exception held -",
  },
  // Sixteen codes for everything: most troubles are one of them.
  "dhl-parcel": {
    customs_out: "in_transit - -",
    attempt_not_home: "attempt_failed - -",
    attempt_address: "attempt_failed - -",
    attempt_closed: "attempt_failed - -",
    delay_weather: "exception - -",
    delay_operations: "exception - -",
    missorted: "exception - -",
    holiday: "exception - -",
    held_on_request: "in_transit held -",
    damaged: "exception - -",
    address_problem: "exception - -",
    customs_documents: "customs - -",
    customs_payment: "customs - -",
    refused: "attempt_failed - -",
    lost: "exception - -",
    return_started: "exception - -",
    returned: "delivered - -",
    cancelled: "exception - -",
  },
};

const carrierOf = (dialect: Dialect): SandboxCarrier => (dialect === "dhl-parcel" ? "dhl" : dialect);
const numberOf = (dialect: Dialect, step: Step) =>
  dialect === "dhl-parcel" ? `3${String(STEPS.indexOf(step)).padStart(11, "0")}` : validNumber(dialect, step);

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ nowMs: () => Date.parse("2026-03-05T22:00:20Z") });
});
afterAll(() => sandbox.close());

async function read(dialect: Dialect, step: Step): Promise<Extract<CarrierReport, { found: true }>> {
  const carrier = carrierOf(dialect);
  const number = numberOf(dialect, step);
  await sandbox.play(
    carrier,
    number,
    scriptOfSteps([
      [-300, "arrived"],
      [-60, step],
    ]),
  );
  const context = { send: sendHttp, signal: AbortSignal.timeout(5_000) };
  const outcomes = await CARRIERS.get(carrier)?.track(sandbox.access(carrier), [number], context);
  const outcome = outcomes?.get(number);
  if (!outcome?.ok || !outcome.value.found) throw new Error(`${dialect} ${step}: ${JSON.stringify(outcome)}`);
  return outcome.value;
}

describe.each(DIALECTS)("every step in the dialect of %s", (dialect) => {
  it.each(STEPS)("%s is read back as it is meant, as the latest status", async (step) => {
    const { summary } = await read(dialect, step);
    const { status, reason, actionRequired } = summary;
    expect(`${status} ${reason ?? "-"} ${actionRequired ?? "-"}`).toBe(ELSE[dialect][step] ?? MEANT[step]);
  });
});
