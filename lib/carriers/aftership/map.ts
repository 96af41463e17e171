import type { CarrierReport } from "#lib/carriers/carrier.ts";
import { meaningOfReported } from "#lib/carriers/meaning.ts";
import { isOver, waitsWhere, whenAndWhere } from "#lib/carriers/summary-parts.ts";
import { carrierTime, scanTime, timeText } from "#lib/tracking/carrier-time.ts";
import { alpha2Named, alpha2Of, placeInLine } from "#lib/tracking/country-codes.ts";
import { newestFirst } from "#lib/tracking/newest-first.ts";
import { NOWHERE, type Pickup, type Place, type Reported } from "#lib/tracking/observation.ts";
import { completedPickup, pickupAt } from "#lib/tracking/pickup.ts";
import { reported } from "#lib/tracking/reported.ts";
import { type AftershipMeaning, meaningOf } from "./codes.ts";
import { estimateOf } from "./estimate.ts";
import type { AftershipCheckpoint, AftershipTracking } from "./schema.ts";

/** The report of one tracking, whose checkpoints AfterShip lists oldest first. `Pending` without any is not found yet. */
export function reportOf(tracking: AftershipTracking): CarrierReport {
  const trackingNumber = tracking.tracking_number;
  const last = tracking.checkpoint === null ? [] : [tracking.checkpoint];
  const scans = newestFirst((tracking.checkpoints ?? last).map(scanOf).reverse());
  const summary = summaryOf(tracking, scans);
  if (scans.length === 0 && summary.effect === "unknown") return { found: false, trackingNumber };
  return { found: true, trackingNumber, summary, scans };
}

/** The tracking's own tag speaks for the parcel; where it is none that we know, the newest checkpoint does. */
function summaryOf(tracking: AftershipTracking, scans: readonly Reported[]): Reported {
  const [newest] = scans;
  const { leftAt, ...own } = meaningOf(tracking.tag, tracking.subtag);
  const said =
    own.effect === "moves" || newest === undefined ? own : { ...meaningOfReported(newest), code: newest.code };
  const isDelivered = said.status === "delivered";
  const delivery = scans.find(({ status }) => status === "delivered");
  return reported({
    ...said,
    ...whenAndWhere(newest),
    kind: "summary",
    description: tracking.subtag_message,
    reportPosition: scans.length,
    estimate: isDelivered || isOver(said) ? null : estimateOf(tracking),
    deliveredAt: isDelivered ? (delivery?.deliveredAt ?? timeText(carrierTime(tracking.shipment_delivery_date))) : null,
    signedBy: isDelivered ? tracking.signed_by : null,
    leftAt: isDelivered ? (leftAt ?? tracking.delivery_location_type ?? delivery?.leftAt ?? null) : null,
    pickup: said.status === "available_for_pickup" ? pickupNow(tracking, scans) : null,
    raw: wordsOf(tracking),
  });
}

function scanOf(checkpoint: AftershipCheckpoint): Reported {
  const meaning: AftershipMeaning = meaningOf(checkpoint.tag, checkpoint.subtag);
  const when = scanTime(checkpoint.checkpoint_time);
  const place = placeOf(checkpoint);
  return reported({
    ...meaning,
    ...when,
    kind: "scan",
    description: checkpoint.message,
    place,
    reportPosition: 0,
    deliveredAt: meaning.status === "delivered" ? (when.instant ?? when.localTime) : null,
    pickup: meaning.status === "available_for_pickup" ? pickupAt(place) : null,
    raw: checkpoint.raw,
  });
}

/** From its parts; where there is none, from the carrier's own line. */
function placeOf(checkpoint: AftershipCheckpoint): Place {
  const { city, state: region, location } = checkpoint;
  const postalCode = checkpoint.postal_code ?? checkpoint.zip;
  const country = countryOf(checkpoint);
  if ((city ?? region ?? postalCode) !== null) return { city, region, postalCode, country };
  const line = placeInLine(location, country);
  if ((line.town ?? line.country) === null) return NOWHERE;
  return { city: line.town, region: line.region, postalCode, country: line.country };
}

/** By its letters, which old versions have beside a name; else by the name. */
function countryOf(checkpoint: AftershipCheckpoint): string | null {
  const { country_region, country_iso3, country_region_name, country_name } = checkpoint;
  const name = country_region_name ?? country_name;
  return alpha2Of(country_region ?? country_iso3) ?? alpha2Of(name) ?? alpha2Named(name ?? "");
}

function pickupNow({ pickup_location }: AftershipTracking, scans: readonly Reported[]): Pickup | null {
  return completedPickup(pickupAt({ name: pickup_location }), waitsWhere(scans));
}

/** What the summary was made from, without people. */
function wordsOf(tracking: AftershipTracking): unknown {
  const {
    tracking_number: _n,
    checkpoints: _c,
    checkpoint: _l,
    signed_by: _s,
    pickup_location: _p,
    ...words
  } = tracking;
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== null));
}
