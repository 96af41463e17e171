import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { NOWHERE, type Observation, type Place, type Reported } from "./observation.ts";
import { reported } from "./reported.ts";
import type { Status } from "./status.ts";
import type { CheckFacts } from "./tracking-state.ts";

export const CHECKED: CheckFacts = { supported: true, checkedAt: "2026-03-20T00:00:00Z", problem: null };

type Told = Partial<Omit<Observation, "effect" | "status">> & { readonly status?: Status | null };

/** An observation of which a test says only what matters. Without a status it informs. */
export function observation({ status = null, ...told }: Told): Observation {
  const said = status === null ? ({ effect: "informs", status } as const) : ({ effect: "moves", status } as const);
  const { raw: _, ...rest } = reported({ kind: "scan", reportPosition: 0, raw: null, ...said });
  const made = { ...rest, corrects: false, observedAt: "2026-03-20T00:00:00Z", ...told, ...said };
  return { ...made, zone: told.zone ?? reported({ ...said, ...made, raw: null }).zone };
}

export function summary(told: Told): Observation {
  return observation({ kind: "summary", reportPosition: 100, ...told });
}

export function asReported({ observedAt: _, corrects: __, ...said }: Observation): Reported {
  return { ...said, raw: null };
}

/** How a carrier writes a time: with its offset, by the place's clock, as a day, or not at all. */
export type Precision = "instant" | "clock" | "day" | "none";

/** What truly happened, and how the carrier tells it. */
export type Happening = {
  readonly instant: Temporal.Instant;
  readonly status: Status | null;
  readonly precision: Precision;
  readonly site: Site;
};

/** A place with its true zone, told or not told well enough to know it. */
export type Site = { readonly place: Place; readonly zone: string };

function site(zone: string, country: string | null, region: string | null, city: string | null): Site {
  return { zone, place: { ...NOWHERE, country, region, city } };
}

export const SITES: readonly Site[] = [
  site("Asia/Shanghai", "CN", null, "Shenzhen"),
  site("Europe/Berlin", "DE", null, "Leipzig"),
  site("Europe/London", "GB", null, null),
  site("America/New_York", "US", "NY", "New York"),
  site("America/Los_Angeles", "US", "CA", "ONTARIO"),
  site("America/New_York", "US", "KY", "LOUISVILLE"),
  site("America/Chicago", "US", "TN", "Memphis"),
  site("America/Denver", "US", null, null),
  site("Australia/Lord_Howe", "AU", "NSW", null),
  site("Pacific/Auckland", null, null, null),
  site("Pacific/Honolulu", null, null, "Honolulu"),
];

const PATH: readonly (Status | null)[] = [
  ...(["info_received", "picked_up", "in_transit", "in_transit", "customs", "exception", null] as const),
  ...(["out_for_delivery", "attempt_failed", "available_for_pickup"] as const),
];

const GAPS = fc.oneof(
  fc.integer({ min: 1, max: 7200 }),
  fc.integer({ min: 1, max: 30 * 3600 }),
  fc.constantFrom(3600, 86_400),
);

/** Happenings in the order of truth, at least a second apart, now and then around the nights on which clocks are changed. */
export function journeys(
  precisions: readonly Precision[] = ["instant", "clock", "day", "none"],
  sites: readonly Site[] = SITES,
): fc.Arbitrary<Happening[]> {
  const start = fc.constantFrom(
    "2026-01-10T09:00:00Z",
    "2026-03-07T12:00:00Z",
    "2026-03-28T06:00:00Z",
    "2026-10-31T20:00:00Z",
  );
  const step = fc.record({
    gap: GAPS,
    status: fc.constantFrom(...PATH),
    precision: fc.constantFrom(...precisions),
    site: fc.constantFrom(...sites),
  });
  return fc.tuple(start, fc.array(step, { minLength: 1, maxLength: 12 })).map(([from, steps]) => {
    let instant = Temporal.Instant.from(from);
    return steps.map(({ gap, ...told }) => {
      instant = instant.add({ seconds: gap });
      return { ...told, instant };
    });
  });
}

/** A happening as the scan at this position of a report that was asked for at this time. */
export function scanOf(happening: Happening, reportPosition: number, observedAt: Temporal.Instant): Observation {
  const { instant, status, precision, site } = happening;
  const local = instant.toZonedDateTimeISO(site.zone).toPlainDateTime().toString({ smallestUnit: "second" });
  const localTime = { instant: local, clock: local, day: local.slice(0, 10), none: null }[precision];
  return observation({
    status,
    code: String(instant.epochMilliseconds),
    localTime,
    instant: precision === "instant" ? instant.toString() : null,
    place: site.place,
    reportPosition,
    observedAt: observedAt.toString(),
  });
}

/** What really happened last of all that moved. */
export function truth(happenings: readonly Happening[]): Status {
  return happenings.findLast(({ status }) => status !== null)?.status ?? "pending";
}

export type Asked = { readonly at: Temporal.Instant; readonly known: readonly Happening[] };

/** The reports of a journey, asked for now and then while it goes on and once after its end: each knows a few more. */
export function askings(happenings: readonly Happening[], every: number): Asked[] {
  return happenings.flatMap((happening, index) => {
    const isLast = index === happenings.length - 1;
    if (!isLast && index % every !== 0) return [];
    return [{ at: happening.instant.add({ milliseconds: 500 }), known: happenings.slice(0, index + 1) }];
  });
}

/** The scans of all reports, each with every position and time at which it was told. */
export function scansOf(reports: readonly Asked[]): Observation[] {
  return reports.flatMap(({ at, known }) => known.map((happening, position) => scanOf(happening, position, at)));
}

/** The same as they are kept: a scan once, as it was first told. */
export function keptScansOf(reports: readonly Asked[]): Observation[] {
  const kept = new Map<string | null, Observation>();
  for (const scan of scansOf(reports)) if (!kept.has(scan.code)) kept.set(scan.code, scan);
  return [...kept.values()];
}

/** What each report says in sum: the truth of what it knows, usually without a time. */
export function summariesOf(reports: readonly Asked[], status = truth): Observation[] {
  return reports.map(({ at, known }) =>
    summary({ status: status(known), reportPosition: known.length, observedAt: at.toString() }),
  );
}

/** Any order of these. */
export function shuffled<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}
