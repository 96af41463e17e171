import { Temporal } from "temporal-polyfill";
import type { CarrierReport } from "#lib/carriers/carrier.ts";
import { instantMsOf } from "#lib/tracking/epoch.ts";

/** When a pushed report counts as asked for, and whether a newer one was worked in before it. */
export type Asked = { readonly askedAt: Temporal.Instant; readonly isLate: boolean };

type Known = {
  /** When the carrier said it (ISO), where it tells. */
  readonly saidAt: string | null;
  /** ISO instant, by our database's clock. */
  readonly receivedAt: string;
  /** The newest asking that is worked in (ISO). */
  readonly lastAskedAt: string | null;
  /** Where the carrier does not tell: the newest instant of all scans that are known of the parcel (ISO). */
  readonly newestScan: string | null;
};

/**
 * A report is as new as the moment at which the carrier said it, never newer than when it came to us. Where the carrier does
 * not tell that, one whose newest scan is older than what is known of the parcel is an older report that came late, and
 * counts as of that scan.
 */
export function askedAtOf(report: CarrierReport, known: Known): Asked {
  const received = instantMsOf(known.receivedAt) ?? 0;
  const said = Math.min(instantMsOf(known.saidAt) ?? newestIfOld(report, known.newestScan) ?? received, received);
  const last = instantMsOf(known.lastAskedAt);
  return {
    askedAt: Temporal.Instant.fromEpochMilliseconds(Math.floor(said)),
    isLate: said < received && last !== null && said < last,
  };
}

function newestIfOld(report: CarrierReport, newestScan: string | null): number | null {
  const newest = newestMs(report);
  const known = instantMsOf(newestScan);
  return newest !== null && known !== null && newest < known ? newest : null;
}

function newestMs(report: CarrierReport): number | null {
  if (!report.found) return null;
  const told = report.scans.flatMap(({ instant }) => instantMsOf(instant) ?? []);
  return told.length === 0 ? instantMsOf(report.summary.instant) : Math.max(...told);
}
