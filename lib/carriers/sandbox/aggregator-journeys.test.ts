import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CarrierReport } from "#lib/carriers/carrier.ts";
import { sendHttp } from "#lib/carriers/http.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import type { Status } from "#lib/tracking/status.ts";
import { JOURNEY_NAMES, type JourneyName } from "./journey-library.ts";
import { journeyOf } from "./journeys.ts";
import { AGGREGATORS, type Aggregator, type Player } from "./players.ts";
import { startSandbox, type TestSandbox, validNumber } from "./sandbox-testing.ts";
import { SANDBOX_CARRIERS, type SandboxCarrier } from "./script.ts";

const NOW = Date.parse("2026-03-05T15:00:20Z");
/** No journey takes longer. */
const TWO_MONTHS = 60 * 1_440;

/** What a dialect has no word for, and what it says instead. */
const SAYS_INSTEAD: Readonly<Record<Aggregator, Readonly<Partial<Record<Status, Status>>>>> = {
  easypost: { returned: "returning" },
  aftership: {},
  "17track": {},
};

type Reports = ReadonlyMap<string, CarrierReport>;
let sandbox: TestSandbox;
/** What UPS tells of the ends: of the direct carriers it is the one that has a code for each. */
let ends: ReadonlyMap<string, Status | null>;
const told = new Map<string, Reports>();

beforeAll(async () => {
  sandbox = await startSandbox({ nowMs: () => NOW });
  for (const carrier of SANDBOX_CARRIERS) {
    for (const name of JOURNEY_NAMES) await sandbox.play(carrier, validNumber(carrier, name), name);
  }
  const askAll = async () => {
    for (const aggregator of AGGREGATORS) {
      for (const carrier of SANDBOX_CARRIERS) told.set(`${aggregator} ${carrier}`, await ask(aggregator, carrier));
    }
  };
  await askAll();
  await sandbox.advance(TWO_MONTHS);
  await askAll();
  const byUps = await ask("ups", "ups");
  ends = new Map(JOURNEY_NAMES.map((name) => [name, statusOf(byUps.get(validNumber("ups", name)))]));
}, 60_000);
afterAll(() => sandbox.close());

const accounts = new Map<Player, ReturnType<TestSandbox["access"]>>();

/** Every journey of a carrier, asked by our own client. */
async function ask(player: Player, carrier: SandboxCarrier): Promise<Reports> {
  const access = accounts.get(player) ?? sandbox.access(player);
  accounts.set(player, access);
  const context = { send: sendHttp, signal: AbortSignal.timeout(20_000), carrierOf: () => carrier };
  const numbers = JOURNEY_NAMES.map((name) => validNumber(carrier, name));
  const client = CARRIERS.get(player);
  const reports = new Map<string, CarrierReport>();
  const size = client?.batchSize ?? 1;
  for (let from = 0; from < numbers.length; from += size) {
    const outcomes = await client?.track(access, numbers.slice(from, from + size), context);
    for (const [number, outcome] of outcomes ?? []) if (outcome.ok) reports.set(number, outcome.value);
  }
  return reports;
}

function statusOf(report: CarrierReport | undefined): Status | null {
  return report?.found ? report.summary.status : null;
}

describe.each(AGGREGATORS)("%s in the sandbox", (aggregator) => {
  it.each(SANDBOX_CARRIERS)("tells how every journey of %s ends, as the carriers themselves do", (carrier) => {
    const reports = told.get(`${aggregator} ${carrier}`);
    for (const name of JOURNEY_NAMES) {
      const end = ends.get(name) ?? "pending";
      expect(end).not.toBe("pending");
      const status = statusOf(reports?.get(validNumber(carrier, name)));
      expect([name, status]).toEqual([name, SAYS_INSTEAD[aggregator][end] ?? end]);
    }
  });

  it.each(SANDBOX_CARRIERS)("tells every scan of %s with its time", (carrier) => {
    for (const name of JOURNEY_NAMES) {
      const number = validNumber(carrier, name);
      const report = told.get(`${aggregator} ${carrier}`)?.get(number);
      const scans = report?.found ? report.scans : [];
      expect([name, scans.length]).toEqual([name, scanCount(name, carrier, number)]);
      for (const { instant, localTime } of scans) expect(instant ?? localTime).not.toBeNull();
    }
  });
});

/** Those that are told twice count once: our client reads them so. */
function scanCount(name: JourneyName, carrier: SandboxCarrier, number: string): number {
  const { events, earlier = [] } = journeyOf(name, carrier, number);
  const kept = events.filter(({ removedAtMinutes }) => removedAtMinutes === undefined);
  return new Set([...kept, ...earlier].map(({ step, atMinutes }) => `${step} ${atMinutes}`)).size;
}
