import type { CarrierReport } from "#lib/carriers/carrier.ts";
import { meaningOfReported } from "#lib/carriers/meaning.ts";
import { alpha2 } from "#lib/carriers/reading.ts";
import { isOver, waitsWhere, whenAndWhere } from "#lib/carriers/summary-parts.ts";
import { scanTime } from "#lib/tracking/carrier-time.ts";
import { newestFirst } from "#lib/tracking/newest-first.ts";
import { NOWHERE, type Place, type Reported } from "#lib/tracking/observation.ts";
import { pickupAt } from "#lib/tracking/pickup.ts";
import { reported } from "#lib/tracking/reported.ts";
import { meaningOf } from "./codes.ts";
import { estimateOf } from "./estimate.ts";
import type { EasypostDetail, EasypostTracker } from "./schema.ts";

/**
 * The report of one tracker, whose scans EasyPost lists oldest first. Not found while it knows neither status nor scan: where
 * the carrier has nothing, its recorded replies hold one scan that says so, without status and time.
 */
export function reportOf(tracker: EasypostTracker): CarrierReport {
  const trackingNumber = tracker.tracking_code;
  const scans = newestFirst((tracker.tracking_details ?? []).map(scanOf).reverse());
  const summary = summaryOf(tracker, scans);
  if (summary.effect === "unknown" && !scans.some(isNews)) return { found: false, trackingNumber };
  return { found: true, trackingNumber, summary, scans };
}

function isNews({ effect, localTime, instant }: Reported): boolean {
  return effect === "moves" || (localTime ?? instant) !== null;
}

/** The tracker's own status speaks for the parcel; where it is none that we know, the newest scan does. */
function summaryOf(tracker: EasypostTracker, scans: readonly Reported[]): Reported {
  const [newest] = scans;
  const own = meaningOf(tracker.status, tracker.status_detail);
  const said =
    own.effect === "moves" || newest === undefined ? own : { ...meaningOfReported(newest), code: newest.code };
  const isDelivered = said.status === "delivered";
  return reported({
    ...said,
    ...whenAndWhere(newest),
    kind: "summary",
    reportPosition: scans.length,
    estimate: isDelivered || isOver(said) ? null : estimateOf(tracker),
    deliveredAt: isDelivered ? (scans.find(({ status }) => status === "delivered")?.deliveredAt ?? null) : null,
    signedBy: isDelivered ? tracker.signed_by : null,
    pickup: said.status === "available_for_pickup" ? waitsWhere(scans) : null,
    raw: wordsOf(tracker),
  });
}

function scanOf(detail: EasypostDetail): Reported {
  const meaning = meaningOf(detail.status, detail.status_detail);
  const place = placeOf(detail);
  const when = scanTime(detail.datetime);
  return reported({
    ...meaning,
    ...when,
    kind: "scan",
    description: detail.message,
    place,
    reportPosition: 0,
    deliveredAt: meaning.status === "delivered" ? (when.instant ?? when.localTime) : null,
    pickup: meaning.status === "available_for_pickup" ? pickupAt(place) : null,
    raw: detail.raw,
  });
}

function placeOf({ tracking_location: { city, state: region, zip: postalCode, country } }: EasypostDetail): Place {
  const place = { city, region, postalCode, country: alpha2(country) };
  return Object.values(place).every((part) => part === null) ? NOWHERE : place;
}

/** What the summary was made from, without people. */
function wordsOf({ status, status_detail, est_delivery_date, carrier_detail }: EasypostTracker): unknown {
  return { status, status_detail, est_delivery_date, carrier_detail };
}
