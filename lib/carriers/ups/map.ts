import type { Tracked } from "#lib/carriers/carrier.ts";
import { unreadable } from "#lib/carriers/http.ts";
import { type Meaning, meaningOfReported, UNKNOWN } from "#lib/carriers/meaning.ts";
import { alpha2 } from "#lib/carriers/reading.ts";
import { deliveryScan, isOver, NO_HANDOVER, whenAndWhere } from "#lib/carriers/summary-parts.ts";
import { judged, type Outcome, told } from "#lib/carriers/tracked.ts";
import { plainNumber } from "#lib/carriers/tracking-number.ts";
import { err } from "#lib/kernel/result.ts";
import { carrierTime, compactTime, timeText } from "#lib/tracking/carrier-time.ts";
import { newestFirst } from "#lib/tracking/newest-first.ts";
import type { Place, Reported } from "#lib/tracking/observation.ts";
import { reported } from "#lib/tracking/reported.ts";
import { codeOf, meaningOf } from "./codes.ts";
import { estimateOf, handoverOf } from "./delivery.ts";
import { NO_DATA } from "./errors.ts";
import { lastDayOf, pickupNow, pickupOfScan } from "./pickup.ts";
import type { UpsActivity, UpsPackage, UpsShipment, UpsStatus } from "./schema.ts";

const NOT_MENTIONED = unreadable("The reply does not mention this number");

/** One entry for each package, or for each shipment without packages. */
export function trackedOf(shipments: readonly UpsShipment[]): readonly Tracked[] {
  return shipments.flatMap((shipment) => {
    const packages = shipment.package ?? [];
    if (packages.length === 0) return [trackedWithoutPackage(shipment)];
    const inquiry = packages.length === 1 ? shipment.inquiryNumber : null;
    return packages.map((parcel) => trackedPackage(parcel, inquiry));
  });
}

/**
 * What the reply to a question about `inquiry` (see `plainNumber`) says of it: the package of that number. The only entry of
 * a reply answers, too, unless it is a package of another number and UPS does not say that it was asked for ours.
 */
export function answerTo(inquiry: string, shipments: readonly UpsShipment[]): Outcome {
  const entries = trackedOf(shipments);
  const own = entries.find(({ trackingNumber }) => isSame(inquiry, trackingNumber));
  if (own !== undefined) return own.result;
  const [only, ...others] = entries;
  if (only === undefined || others.length > 0) return err(NOT_MENTIONED);
  const hasHistory = only.result.ok && only.result.value.found;
  const isOurs = only.trackingNumber === null || shipments.some(({ inquiryNumber }) => isSame(inquiry, inquiryNumber));
  return hasHistory && !isOurs ? err(NOT_MENTIONED) : only.result;
}

/** Whether a package of this number is among those of the reply. */
export function isMentioned(inquiry: string, shipments: readonly UpsShipment[]): boolean {
  return packagesOf(shipments).some(({ trackingNumber }) => isSame(inquiry, trackingNumber));
}

/** How many packages a reply holds, and how many UPS says that there are. */
export function mostPackages(shipments: readonly UpsShipment[]): {
  readonly packages: number;
  readonly counted: number;
} {
  const all = packagesOf(shipments);
  const counts = all.map(({ packageCount }) => Number(/^\d{1,4}$/.exec(packageCount ?? "")?.[0] ?? 0));
  return { packages: all.length, counted: Math.max(0, ...counts) };
}

function packagesOf(shipments: readonly UpsShipment[]): readonly UpsPackage[] {
  return shipments.flatMap((shipment) => shipment.package ?? []);
}

function isSame(inquiry: string, number: string | null): boolean {
  return number !== null && plainNumber(number) === inquiry;
}

function trackedWithoutPackage({ inquiryNumber, warnings }: UpsShipment): Tracked {
  if (warnings?.some(({ code }) => code === NO_DATA)) return judged(inquiryNumber, "not_found");
  return judged(null, unreadable("UPS named neither a package nor why there is none"));
}

/** `inquiry`: the number that stands for a package without its own, where there is no other package. */
function trackedPackage(parcel: UpsPackage, inquiry: string | null): Tracked {
  const trackingNumber = inquiryForm(parcel.trackingNumber) ?? inquiry;
  const scans = scansOf(parcel);
  if (hasCode(parcel.currentStatus) || scans.length > 0) {
    return told({ found: true, trackingNumber, summary: summaryOf(parcel, scans), scans });
  }
  if (parcel.activity?.length === 0) return judged(trackingNumber, "not_found");
  return judged(trackingNumber, unreadable("UPS named a package without status and scans"));
}

/** UPS's own numbers have 7 to 34 letters and digits (Tracking.yaml); its documented replies hold placeholders here. */
function inquiryForm(number: string | null): string | null {
  return number !== null && /^[A-Z0-9]{7,34}$/i.test(number.replaceAll(" ", "")) ? number : null;
}

function scansOf(parcel: UpsPackage): readonly Reported[] {
  const saying = (parcel.activity ?? []).filter(({ status }) => !isEmpty(status));
  return newestFirst(saying.map((activity) => scanOf(activity, parcel)));
}

function scanOf(activity: UpsActivity, parcel: UpsPackage): Reported {
  const meaning = meaningOf(activity.status, waitsAtAccessPoint(parcel));
  const place = placeOf(activity);
  return reported({
    ...meaning,
    kind: "scan",
    reportPosition: 0,
    raw: activity.raw,
    code: codeOf(activity.status),
    description: descriptionOf(activity.status),
    localTime: compactTime(activity.date, activity.time)?.localTime ?? null,
    instant: instantOf(activity),
    place,
    pickup: pickupOfScan(activity, meaning, { place, parcel }),
  });
}

function summaryOf(parcel: UpsPackage, scans: readonly Reported[]): Reported {
  const [newest] = scans;
  const meaning = currentMeaning(parcel, newest);
  const delivered = deliveryScan(meaning, scans);
  return reported({
    ...meaning,
    ...whenAndWhere(newest),
    kind: "summary",
    reportPosition: scans.length,
    raw: rawOf(parcel),
    code: codeOf(parcel.currentStatus) ?? newest?.code ?? null,
    description: descriptionOf(parcel.currentStatus) ?? newest?.description ?? null,
    estimate: delivered === undefined && !isOver(meaning) ? estimateOf(parcel) : null,
    ...(delivered === undefined ? NO_HANDOVER : handoverOf(parcel, delivered)),
    pickup: pickupNow(parcel, meaning, scans),
  });
}

/** Older replies have no current status: the newest activity stands for it. */
function currentMeaning(parcel: UpsPackage, newest: Reported | undefined): Meaning {
  if (hasCode(parcel.currentStatus)) return meaningOf(parcel.currentStatus, waitsAtAccessPoint(parcel));
  return newest === undefined ? UNKNOWN : meaningOfReported(newest);
}

/** UPS's own UTC; where that is missing or nonsense (`74700`), the local clock with the offset beside it; else none. */
function instantOf({ gmtDate, gmtTime, gmtOffset, date, time }: UpsActivity): string | null {
  const utc = timeText(compactTime(gmtDate, gmtTime));
  const local = timeText(compactTime(date, time));
  return carrierTime(`${utc}Z`)?.instant ?? carrierTime(`${local}${offsetOf(gmtOffset)}`)?.instant ?? null;
}

/** `-05:00`, in Track Alert `-04.00`; empty for anything else. */
function offsetOf(text: string | null): string {
  const [, sign, hours, minutes] = /^([+-])(\d{1,2})[:.]?(\d{2})$/.exec(text ?? "") ?? [];
  return hours === undefined ? "" : `${sign}${hours.padStart(2, "0")}:${minutes}`;
}

function placeOf({ location }: UpsActivity): Place {
  const { city, stateProvince, postalCode, country, countryCode } = location.address;
  return { city, region: stateProvince, postalCode, country: alpha2(countryCode) ?? alpha2(country) };
}

function waitsAtAccessPoint(parcel: UpsPackage): boolean {
  return lastDayOf(parcel) !== null;
}

function hasCode({ statusCode, code, type }: UpsStatus): boolean {
  return statusCode !== null || code !== null || type !== null;
}

function isEmpty(status: UpsStatus): boolean {
  return Object.values(status).every((value) => value === null);
}

function descriptionOf({ description, simplifiedTextDescription }: UpsStatus): string | null {
  return description ?? simplifiedTextDescription;
}

/** What the summary was made from, without people: UPS sends names, streets and pictures beside it. */
function rawOf(parcel: UpsPackage): unknown {
  const { currentStatus, deliveryDate, deliveryTime, accessPointInformation, alternateTrackingNumber } = parcel;
  return { currentStatus, deliveryDate, deliveryTime, accessPointInformation, alternateTrackingNumber };
}
