import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CarrierReport } from "#lib/carriers/carrier.ts";
import { sendHttp } from "#lib/carriers/http.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import type { Status } from "#lib/tracking/status.ts";
import { JOURNEY_NAMES, type JourneyName, journeyNamed, planOf } from "./journey-library.ts";
import { journeyOf } from "./journeys.ts";
import { openParcelBook } from "./parcel-book.ts";
import type { Played, PlayedEvent } from "./played.ts";
import { at, goodHeaders, listAt, REPORT_AT, reportOf, SCANS_AT, track } from "./raw-client-testing.ts";
import { startSandbox, type TestSandbox, validNumber } from "./sandbox-testing.ts";
import { SANDBOX_CARRIERS, type SandboxCarrier } from "./script.ts";
import { isTrackingNumber } from "./tracking-numbers.ts";
import { localText, wallClock } from "./wall-clock.ts";

/** A Thursday in winter; the clocks changed last in autumn. */
const NOW = Date.parse("2026-03-05T15:00:20.700Z");
const DAY = 24 * 60;
/** At which days somebody looks; by the last one every journey is over. */
const LOOKS = [0, 1.5, 2.6, 5.5, 28];

/** How a journey ends that does not end with a delivery. */
const ENDS: Readonly<Partial<Record<JourneyName, Status>>> = {
  "damaged-and-returned": "returned",
  "refused-and-returned": "returned",
  "returned-undeliverable": "returned",
  "pickup-not-collected": "returned",
  "delivered-then-returned": "returned",
  lost: "lost",
  "label-only": "info_received",
  cancelled: "cancelled",
  silent: "in_transit",
};

/** What a carrier has no word for, and what it says instead. */
const SAYS_INSTEAD: Readonly<Record<SandboxCarrier, Readonly<Partial<Record<Status, Status>>>>> = {
  ups: {},
  fedex: { returned: "returning", lost: "exception" },
  usps: { lost: "exception", cancelled: "exception" },
  dhl: { lost: "exception", cancelled: "exception" },
};

type Report = Extract<CarrierReport, { found: true }>;
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ nowMs: () => NOW });
});
afterAll(() => sandbox.close());

const numberOf = (carrier: SandboxCarrier, name: JourneyName) => validNumber(carrier, name);

/** What the real client reads of every journey, by name; null where the carrier knows nothing. */
async function readAll(carrier: SandboxCarrier): Promise<ReadonlyMap<JourneyName, Report | null>> {
  const client = CARRIERS.get(carrier);
  if (client === undefined) throw new Error(`no client for ${carrier}`);
  const access = sandbox.access(carrier);
  const context = { send: sendHttp, signal: AbortSignal.timeout(20_000) };
  const read = new Map<JourneyName, Report | null>();
  const readSome = async (names: readonly JourneyName[]) => {
    const numbers = names.map((name) => numberOf(carrier, name));
    const outcomes = await client.track(access, numbers, context);
    for (const name of names) {
      const outcome = outcomes.get(numberOf(carrier, name));
      if (!outcome?.ok) throw new Error(`${carrier} ${name}: ${JSON.stringify(outcome)}`);
      read.set(name, outcome.value.found ? outcome.value : null);
    }
  };
  const calls = Array.from({ length: Math.ceil(JOURNEY_NAMES.length / client.batchSize) }, (_, nth) =>
    JOURNEY_NAMES.slice(nth * client.batchSize, (nth + 1) * client.batchSize),
  );
  await Promise.all(calls.map(readSome));
  return read;
}

/** The same journeys without any dialect between. */
function bookOf(carrier: SandboxCarrier) {
  const book = openParcelBook({ stateFile: null, speed: 1, headStart: 0, realMs: () => NOW });
  for (const name of JOURNEY_NAMES) {
    const number = numberOf(carrier, name);
    book.write(carrier, number, journeyOf(name, carrier, number), false);
  }
  return (name: JourneyName, atMs: number) => book.played(carrier, numberOf(carrier, name), atMs);
}

/** The time that a carrier writes: UPS, USPS and DHL on the clock of the scan, FedEx its labels on that of its house. */
function writtenOf(carrier: SandboxCarrier, { step, atMs, zone }: PlayedEvent): string {
  const own = carrier === "fedex" && step === "label" ? "America/Chicago" : zone;
  const text = localText(wallClock(atMs, own));
  return carrier === "usps" ? `${text.slice(0, 16)}:00` : text;
}

/** Nothing of a report is stamped with a time that is not the scan's. */
function expectTrueTimes(carrier: SandboxCarrier, name: JourneyName, { scans }: Report, played: Played): void {
  const events = [...played.events, ...(carrier === "fedex" ? [] : (played.earlier?.events ?? []))];
  const instants = new Set(events.map(({ atMs }) => new Date(atMs).toISOString().replace(".000Z", "Z")));
  const written = new Set(events.map((event) => writtenOf(carrier, event)));
  const days = new Set([...written].map((text) => text.slice(0, 10)));
  for (const { localTime, instant } of scans) {
    expect([name, localTime]).not.toEqual([name, null]);
    // FedEx knows some pick-ups as a day only.
    const isDay = carrier === "fedex" && localTime?.length === 10;
    expect([name, localTime, isDay ? days.has(localTime) : written.has(localTime ?? "")]).toEqual([
      name,
      localTime,
      true,
    ]);
    if (instant !== null) expect([name, instant, instants.has(instant)]).toEqual([name, instant, true]);
    if (carrier === "dhl") expect([name, instant]).toEqual([name, null]);
  }
  expect([name, new Set(scans.map(({ raw }) => JSON.stringify(raw))).size]).toEqual([name, scans.length]);
}

describe("the library", () => {
  it("has at least thirty journeys of a parcel, each with a sentence, and names that people look for", () => {
    expect(JOURNEY_NAMES.length).toBeGreaterThanOrEqual(30);
    for (const name of JOURNEY_NAMES) expect(planOf(name).says).toMatch(/^[A-Z].{10,120}\.$/);
    expect(["Late by weather", "LOCKER", "not_found_first", "number reused", "nothing"].map(journeyNamed)).toEqual([
      "weather-delay",
      "in-a-locker",
      "not-found-for-a-while",
      "number-reused",
      null,
    ]);
  });
});

describe.each(SANDBOX_CARRIERS)("the library as %s tells it", (carrier) => {
  it("ends as it should, and tells every time on the clock of its place, as our own client reads it", async () => {
    await sandbox.clock({ real: true });
    for (const name of JOURNEY_NAMES) await sandbox.play(carrier, numberOf(carrier, name), name);
    const playedAt = bookOf(carrier);
    let last: ReadonlyMap<JourneyName, Report | null> = new Map();
    for (const days of LOOKS) {
      await sandbox.clock({ set: new Date(NOW + days * DAY * 60_000).toISOString(), stopped: true });
      last = await readAll(carrier);
      for (const [name, report] of last) {
        const played = playedAt(name, NOW + days * DAY * 60_000);
        expect([name, days, report !== null]).toEqual([name, days, played !== null]);
        if (report !== null && played !== null) expectTrueTimes(carrier, name, report, played);
      }
    }
    for (const [name, report] of last) {
      const end = ENDS[name] ?? "delivered";
      expect([name, report?.summary.status]).toEqual([name, SAYS_INSTEAD[carrier][end] ?? end]);
    }
  }, 30_000);
});

describe("a number that is used again", () => {
  it.each(SANDBOX_CARRIERS)(
    "tells at %s the older delivery until the new label, and then of the new parcel",
    async (carrier) => {
      const number = validNumber(carrier, "again");
      const steps = (report: unknown) => listAt(report, SCANS_AT[carrier]).length;
      await sandbox.clock({ set: new Date(NOW).toISOString(), stopped: true });
      await sandbox.play(carrier, number, "number-reused");
      const { body: before } = await track(sandbox, carrier, [number], await goodHeaders(sandbox, carrier));
      expect(steps(at(before, REPORT_AT[carrier]))).toBe(4);
      await sandbox.clock({ step: "PT14H" });
      const { body: after } = await track(sandbox, carrier, [number], await goodHeaders(sandbox, carrier));
      // FedEx keeps them apart; elsewhere the old scans stand below the new ones.
      expect(steps(at(after, REPORT_AT[carrier]))).toBe(carrier === "fedex" ? 3 : 7);
      const results = listAt(after, "output.completeTrackResults.0.trackResults");
      const ids = results.map((result) => at(result, "trackingNumberInfo.trackingNumberUniqueId"));
      expect([results.length, new Set(ids).size]).toEqual(carrier === "fedex" ? [2, 2] : [0, 0]);
    },
  );
});

describe("a shipment of several parcels, and one for a post office", () => {
  it("say so where the carrier does", async () => {
    const report = async (carrier: SandboxCarrier, name: JourneyName) => {
      await sandbox.play(carrier, numberOf(carrier, name), name);
      return reportOf(sandbox, carrier, numberOf(carrier, name));
    };
    expect(at(await report("ups", "several-parcels"), "packageCount")).toBe(3);
    expect(at(await report("fedex", "several-parcels"), "packageDetails.count")).toBe("3");
    expect(listAt(await report("dhl", "several-parcels"), "details.pieceIds")).toHaveLength(3);
    const partner = at(await report("ups", "handed-to-partner"), "alternateTrackingNumber.0.number");
    expect(isTrackingNumber("usps", String(partner))).toBe(true);
  });
});
