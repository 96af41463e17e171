import { Temporal } from "temporal-polyfill";
import type { CarrierReport } from "#lib/carriers/carrier.ts";
import { instantMsOf } from "#lib/tracking/epoch.ts";

/** What is known of a parcel before a report, in milliseconds since 1970; null where there is nothing. */
export type Known = {
  /** The newest asking that is worked in. */
  readonly lastAskedMs: number | null;
  /** The newest instant of all its scans. */
  readonly newestScanMs: number | null;
};

/** When a pushed report counts as asked for, and whether a newer one was worked in before it. */
export type Asked = { readonly askedAt: Temporal.Instant; readonly isLate: boolean; readonly after: Known };

type Pushed = {
  /** When the carrier said it (ISO), where it tells. */
  readonly saidAt: string | null;
  /** ISO instant, by our database's clock. */
  readonly receivedAt: string;
};

/**
 * A report is as new as the moment at which the carrier said it, never newer than when it came to us. Where the carrier does
 * not tell that, one whose newest scan is older than what is known of the parcel is an older report that came late, and
 * counts as of that scan. `after` is what is known with it.
 */
export function askedAtOf(report: CarrierReport, { saidAt, receivedAt }: Pushed, known: Known): Asked {
  const { lastAskedMs, newestScanMs } = known;
  const receivedMs = instantMsOf(receivedAt) ?? 0;
  const newest = newestMsOf(report);
  const isOld = newest !== null && newestScanMs !== null && newest < newestScanMs;
  const askedMs = Math.floor(Math.min(instantMsOf(saidAt) ?? (isOld ? newest : receivedMs), receivedMs));
  return {
    askedAt: Temporal.Instant.fromEpochMilliseconds(askedMs),
    isLate: askedMs < receivedMs && lastAskedMs !== null && askedMs < lastAskedMs,
    after: { lastAskedMs: laterOf(lastAskedMs, askedMs), newestScanMs: laterOf(newestScanMs, newest) },
  };
}

function newestMsOf(report: CarrierReport): number | null {
  if (!report.found) return null;
  const told = report.scans.flatMap(({ instant }) => instantMsOf(instant) ?? []);
  return told.length === 0 ? instantMsOf(report.summary.instant) : Math.max(...told);
}

function laterOf(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
