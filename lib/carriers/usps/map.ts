import type { CarrierReport } from "#lib/carriers/carrier.ts";
import { meaningOfReported } from "#lib/carriers/meaning.ts";
import { alpha2 } from "#lib/carriers/reading.ts";
import { NO_HANDOVER, whenAndWhere } from "#lib/carriers/summary-parts.ts";
import { carrierTime, wallTime } from "#lib/tracking/carrier-time.ts";
import { newestFirst } from "#lib/tracking/newest-first.ts";
import { NOWHERE, type Place, type Reported } from "#lib/tracking/observation.ts";
import { reported } from "#lib/tracking/reported.ts";
import { meaningOfCategory, meaningOfEvent } from "./codes.ts";
import { estimateOf } from "./estimate.ts";
import { pickupNow, pickupOfScan } from "./pickup.ts";
import type { UspsEvent, UspsParcel } from "./schema.ts";

/** The report of one parcel. The category speaks for the parcel; where it is none that we know, its newest scan does. */
export function reportOf(parcel: UspsParcel): CarrierReport {
  const scans = newestFirst((parcel.trackingEvents ?? []).map(scanOf));
  return { found: true, trackingNumber: parcel.trackingNumber, summary: summaryOf(parcel, scans), scans };
}

function summaryOf(parcel: UspsParcel, scans: readonly Reported[]): Reported {
  const [newest] = scans;
  const category = meaningOfCategory(parcel.statusCategory);
  const byCategory = category.effect === "moves" || newest === undefined;
  const meaning = byCategory ? category : meaningOfReported(newest);
  const isDelivered = meaning.status === "delivered";
  const delivery = isDelivered ? scans.find((scan) => scan.status === "delivered") : undefined;
  const { deliveredAt, signedBy, leftAt } = delivery ?? NO_HANDOVER;
  return reported({
    ...meaning,
    ...whenAndWhere(newest),
    kind: "summary",
    code: byCategory ? parcel.statusCategory : newest.code,
    description: parcel.status,
    reportPosition: scans.length,
    estimate: isDelivered ? null : estimateOf(parcel),
    deliveredAt,
    signedBy,
    leftAt,
    pickup: pickupNow(parcel, meaning, scans),
    raw: saidOfParcel(parcel),
  });
}

/** What the summary was made from, without the scans. */
function saidOfParcel({ trackingNumber: _n, trackingEvents: _e, eventSummaries: _s, ...parcel }: UspsParcel): unknown {
  return Object.fromEntries(Object.entries(parcel).filter(([, value]) => value !== null));
}

function scanOf(event: UspsEvent): Reported {
  const meaning = meaningOfEvent(event.eventCode);
  const isDelivered = meaning.status === "delivered";
  const place = placeOf(event);
  const when = { localTime: wallTime(event.eventTimestamp)?.localTime ?? null, instant: instantOf(event) };
  return reported({
    ...meaning,
    ...when,
    kind: "scan",
    code: event.eventCode,
    description: event.eventType,
    place,
    reportPosition: 0,
    deliveredAt: isDelivered ? (when.instant ?? when.localTime) : null,
    signedBy: isDelivered ? (event.recipientName ?? event.name) : null,
    leftAt: isDelivered ? leftAtOf(event) : null,
    pickup: pickupOfScan(meaning, place),
    raw: event.raw,
  });
}

/** `GMTTimestamp` is true UTC, with or without its `Z`. Else the wall time with the offset that stands beside it. */
function instantOf({ GMTTimestamp, GMTOffset, eventTimestamp }: UspsEvent): string | null {
  const utc = carrierTime(GMTTimestamp);
  if (utc !== null) return utc.instant ?? carrierTime(`${GMTTimestamp}Z`)?.instant ?? null;
  const local = wallTime(eventTimestamp);
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})$/.exec(GMTOffset ?? "") ?? [];
  if (local === null || hours === undefined) return null;
  return carrierTime(`${local.localTime}${sign}${hours.padStart(2, "0")}:${minutes}`)?.instant ?? null;
}

/** At home USPS leaves the country out. A name of a country is none of our two letters and is left out too. */
function placeOf(event: UspsEvent): Place {
  const { eventCity: city, eventState: region, eventCountry } = event;
  const postalCode = event.eventZIPCode ?? event.eventZIP;
  if (eventCountry === null) {
    return city === null && region === null && postalCode === null
      ? NOWHERE
      : { city, region, postalCode, country: "US" };
  }
  return { city, region, postalCode, country: alpha2(eventCountry) };
}

/**
 * USPS has one code for delivered and says where in the text: "Delivered, Front Door/Porch". "To Original Sender" is who
 * has it back, not a place where the shopper could look.
 */
function leftAtOf({ eventType }: UspsEvent): string | null {
  const place = /^delivered,\s*(\S.*)$/i.exec(eventType ?? "")?.[1] ?? null;
  return place === null || /^to\b.*\bsender\b/i.test(place) ? null : place;
}
