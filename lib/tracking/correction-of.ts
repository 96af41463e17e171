import { instantMsOf } from "./epoch.ts";
import { instantRangeOf } from "./instant-range.ts";
import type { Observation, Reported } from "./observation.ts";
import type { Status } from "./status.ts";
import type { InstantRange } from "./zone-clock.ts";

type Scan = Pick<Observation, "kind" | "status" | "code" | "localTime" | "zone" | "instant" | "place">;

/** A number that comes back later than this belongs to another parcel. */
const SAME_PARCEL_MS = 14 * 86_400_000;
const FITS_DELIVERY: ReadonlySet<Status> = new Set(["delivered", "returning", "returned"]);

/**
 * Whether a report, asked for at `askedAt` (ISO instant), takes back that its parcel was delivered. It does if it tells a
 * history in which no delivery is left, although one was told within the last 14 days, and that goes on: its newest scan is not
 * older than that delivery (else it may be an old answer out of a carrier's cache), and its summary says where the parcel is.
 */
export function isCorrection(
  known: readonly Observation[],
  report: { readonly summary: Reported; readonly scans: readonly Reported[] },
  askedAt: string,
): boolean {
  const { summary, scans } = report;
  if (summary.status === null || FITS_DELIVERY.has(summary.status)) return false;
  if (scans.length === 0 || scans.some(isDelivery)) return false;
  const deliveries = known.filter(isDelivery);
  const told = new Set(scans.map(factOf));
  if (deliveries.length === 0 || deliveries.some((delivery) => told.has(factOf(delivery)))) return false;
  const newest = Math.max(...scans.map((scan) => rangeOf(scan, askedAt).latest));
  const asked = instantMsOf(askedAt) ?? Number.NaN;
  return deliveries.some((delivery) => {
    const { earliest, latest } = rangeOf(delivery, delivery.observedAt);
    return earliest <= newest && asked - latest <= SAME_PARCEL_MS;
  });
}

function isDelivery({ kind, status }: Scan): boolean {
  return kind === "scan" && status === "delivered";
}

/** What makes a scan the same when it is told again: not its wording, nor what our tables make of it. */
function factOf({ code, localTime, instant, place }: Scan): string {
  return JSON.stringify([code, localTime, instant, place.city?.trim().toUpperCase() ?? null]);
}

/** A scan without any time was at some time before it was told. */
function rangeOf(scan: Scan, toldAt: string): InstantRange {
  const told = instantMsOf(toldAt) ?? Number.NaN;
  return instantRangeOf(scan, scan.place) ?? { earliest: Number.NEGATIVE_INFINITY, latest: told };
}
