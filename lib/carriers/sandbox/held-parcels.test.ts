import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sendHttp } from "#lib/carriers/http.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { journeyOf } from "./journeys.ts";
import { at, reportOf } from "./raw-client-testing.ts";
import { scriptOfSteps, startSandbox, type TestSandbox, validNumber } from "./sandbox-testing.ts";
import { SANDBOX_CARRIERS, type SandboxCarrier } from "./script.ts";

/** Thursday 5 March, 15:00 in Boulder: the parcels wait there since 14:00. */
const NOW = Date.parse("2026-03-05T22:00:20Z");
const POINT = { name: "Corner Pharmacy", street: "214 Linden Ave" };
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ nowMs: () => NOW });
});
afterAll(() => sandbox.close());

type Steps = Parameters<typeof scriptOfSteps>[0];
const HELD: Steps = [
  [-300, "attempt_not_home"],
  [-60, "held_for_pickup"],
];

async function play(carrier: SandboxCarrier, seed: string, steps: Steps, point: typeof POINT | null = POINT) {
  const number = validNumber(carrier, seed);
  await sandbox.play(carrier, number, { ...scriptOfSteps(steps), ...(point === null ? {} : { pickupPoint: point }) });
  return number;
}

/** What our own adapter reads of a parcel's place, asked over HTTP. */
async function pickupRead(carrier: SandboxCarrier, number: string) {
  const context = { send: sendHttp, signal: AbortSignal.timeout(5_000) };
  const outcomes = await CARRIERS.get(carrier)?.track(sandbox.access(carrier), [number], context);
  const outcome = outcomes?.get(number);
  if (!outcome?.ok || !outcome.value.found) throw new Error(`not found: ${JSON.stringify(outcome)}`);
  return outcome.value.summary.pickup;
}

describe("a parcel that is held for pick-up", () => {
  const boulder = { city: "Boulder", region: "CO", postalCode: "80302", country: "US", hours: [] };

  it("has at UPS the street of its scan and a last day in seven", async () => {
    const number = await play("ups", "held", HELD);
    const report = await reportOf(sandbox, "ups", number);
    expect(at(report, "activity.0.location.address.addressLine1")).toBe("214 Linden Ave");
    expect(at(report, "activity.1.location.address.addressLine1")).toBeUndefined();
    expect(await pickupRead("ups", number)).toEqual({
      ...boulder,
      name: "UPS Access Point",
      street: "214 Linden Ave",
      until: "2026-03-12",
    });
  });

  it("has at FedEx its counter, the street, and five business days, the first included", async () => {
    const number = await play("fedex", "held", HELD);
    const report = await reportOf(sandbox, "fedex", number);
    expect(at(report, "scanEvents.0.scanLocation.streetLines")).toEqual(["214 LINDEN AVE "]);
    expect(at(report, "scanEvents.1.scanLocation.streetLines")).toBeUndefined();
    expect(String(at(report, "serviceCommitMessage.message"))).toContain("starting from March 05, 2026.");
    expect(await pickupRead("fedex", number)).toEqual({
      ...boulder,
      city: "BOULDER",
      name: "Corner Pharmacy",
      street: "214 LINDEN AVE",
      until: "2026-03-11",
    });
  });

  it("is at USPS in a Post Office without a name, and goes back after two weeks", async () => {
    const number = await play("usps", "held", HELD);
    expect(at(await reportOf(sandbox, "usps", number), "returnDateNotice")).toBe("2026-03-20");
    expect(await pickupRead("usps", number)).toEqual({
      ...boulder,
      city: "BOULDER",
      name: null,
      street: null,
      until: "2026-03-19",
    });
  });

  it("is at DHL at a service point with its name and street, for nobody knows how long", async () => {
    const number = await play("dhl", "held", HELD);
    const report = await reportOf(sandbox, "dhl", number);
    expect(at(report, "status.location.servicePoint.label")).toBe("Corner Pharmacy");
    expect(at(report, "events.1.location.servicePoint")).toBeUndefined();
    expect(await pickupRead("dhl", number)).toEqual({ ...boulder, region: null, ...POINT, until: null });
  });

  it.each(SANDBOX_CARRIERS)(
    "of %s that nobody gave a shop has no street, and one that was fetched no place",
    async (carrier) => {
      const nowhere = await pickupRead(carrier, await play(carrier, "nowhere", HELD, null));
      expect(nowhere?.street ?? null).toBeNull();
      const fetched = await play(carrier, "fetched", [...HELD, [-10, "delivered"]]);
      expect(await pickupRead(carrier, fetched)).toBeNull();
    },
  );

  it.each(SANDBOX_CARRIERS)("waits in the journeys of %s at a shop, the same for the same number", (carrier) => {
    const numbers = Array.from({ length: 20 }, (_, seed) => validNumber(carrier, seed));
    const points = () => numbers.map((number) => journeyOf("attempt-then-pickup", carrier, number).pickupPoint);
    expect(points()).toEqual(points());
    expect(new Set(points().map((point) => point?.name)).size).toBeGreaterThan(1);
    expect(points().every((point) => point !== undefined && /^\d/.test(point.street))).toBe(true);
    expect(journeyOf("on-time", carrier, numbers[0] ?? "").pickupPoint).toBeUndefined();
  });
});
