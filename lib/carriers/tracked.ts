import { err, ok } from "#lib/kernel/result.ts";
import type { CarrierError, CarrierReport, Tracked } from "./carrier.ts";

/** What became of one number. */
export type Outcome = Tracked["result"];

/** Why a reply holds no report of a number: there is none yet, or an error. */
export type Verdict = "not_found" | CarrierError;

/** The entry of a number that was found. */
export function told(report: CarrierReport): Tracked {
  return { trackingNumber: report.trackingNumber, result: ok(report) };
}

/** The entry of a number of which there is no report. */
export function judged(trackingNumber: string | null, verdict: Verdict): Tracked {
  return verdict === "not_found" ? told({ found: false, trackingNumber }) : { trackingNumber, result: err(verdict) };
}

/** The outcome, under the number as it was asked for. */
export function named(trackingNumber: string, outcome: Outcome): Outcome {
  return outcome.ok ? ok({ ...outcome.value, trackingNumber }) : outcome;
}

/** A number that is there twice is told by the parcel that was found, by the newer one of two. */
export function oncePerNumber(entries: readonly Tracked[]): readonly Tracked[] {
  const kept = new Map<string | Tracked, Tracked>();
  for (const entry of entries) {
    const key = entry.trackingNumber ?? entry;
    kept.set(key, newerOf(kept.get(key) ?? entry, entry));
  }
  return [...kept.values()];
}

/** The entry whose parcel moved last; the first where that does not tell. */
export function newerOf(a: Tracked, b: Tracked): Tracked {
  return timeOf(b) > timeOf(a) ? b : a;
}

/** For comparing only: what was not found is older than everything that was. */
function timeOf({ result }: Tracked): string {
  if (!result.ok || !result.value.found) return "";
  return result.value.summary.localTime ?? result.value.summary.instant ?? "0";
}
