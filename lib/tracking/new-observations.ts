import { isCorrection } from "./correction-of.ts";
import type { Observation, Reported } from "./observation.ts";
import { wordsOfPickup } from "./pickup.ts";

/** What one report says, newest scan first. */
export type ReportContent = { readonly summary: Reported; readonly scans: readonly Reported[] };

/** An observation to keep. `identity` is equal for equal facts: what was kept under it is not kept again. */
export type NewObservation = {
  readonly observation: Observation;
  readonly identity: string;
  readonly raw: unknown;
};

/**
 * What a report adds to the known observations of its parcel. A scan is the same fact whenever it is told. A summary is
 * what the carrier says *now*: told again it adds nothing, but going back to earlier words is news.
 */
export function newObservations(
  known: readonly Observation[],
  report: ReportContent,
  askedAt: string,
): readonly NewObservation[] {
  const told = new Set(known.flatMap((one) => (one.kind === "scan" ? [factsOf(one)] : [])));
  const scans = report.scans.flatMap((scan) => {
    const facts = factsOf(scan);
    return told.has(facts) ? [] : [kept(scan, askedAt, false, facts)];
  });
  const corrects = isCorrection(known, report, askedAt);
  const words = wordsOf({ ...report.summary, corrects });
  const before = latestSummary(known, askedAt);
  if (before !== null && wordsOf(before) === words) return scans;
  return [...scans, kept(report.summary, askedAt, corrects, `${words} ${askedAt}`)];
}

function kept(reported: Reported, observedAt: string, corrects: boolean, identity: string): NewObservation {
  const { raw, ...said } = reported;
  return { observation: { ...said, corrects, observedAt }, identity, raw };
}

/**
 * The carrier's own words for a scan; not what our tables make of them, which may get better with time, nor where it says
 * that the parcel waits: the summary says that too, for as long as it is true.
 */
function factsOf(scan: Omit<Reported, "raw">): string {
  const { city, region, postalCode, country } = scan.place;
  return JSON.stringify([
    scan.kind,
    scan.code,
    scan.description,
    scan.localTime,
    scan.instant,
    [city, region, postalCode, country],
  ]);
}

function wordsOf(summary: Omit<Reported, "raw"> & { readonly corrects: boolean }): string {
  return JSON.stringify([
    ...[summary.kind, summary.effect, summary.status, summary.code, summary.description],
    ...[summary.localTime, summary.instant, summary.reason, summary.responsible, summary.actionRequired],
    ...[summary.estimate?.from ?? null, summary.estimate?.to ?? null],
    ...[summary.deliveredAt, summary.signedBy, summary.leftAt, summary.corrects],
    // How many scans its report had: one that grew below makes the same words news, or old scans would outrun them.
    summary.reportPosition,
    // Only where there is one: words that were kept before pick-up places were read stay the same words.
    ...(summary.pickup === null ? [] : [wordsOfPickup(summary.pickup)]),
  ]);
}

/** The newest summary that was asked for no later than this asking, which may have been overtaken by another. */
function latestSummary(known: readonly Observation[], askedAt: string): Observation | null {
  let latest: Observation | null = null;
  for (const observation of known) {
    if (observation.kind !== "summary" || isLater(observation.observedAt, askedAt)) continue;
    if (latest === null || isLater(observation.observedAt, latest.observedAt)) latest = observation;
  }
  return latest;
}

/** ISO UTC instants compare as text once they have the same length. */
function isLater(a: string, b: string): boolean {
  return padded(a) > padded(b);
}

function padded(instant: string): string {
  return instant.replace(/(?:\.(\d+))?Z$/, (_, fraction: string | undefined) => `.${(fraction ?? "").padEnd(9, "0")}Z`);
}
