import type { Tracked } from "#lib/carriers/carrier.ts";
import { unreadable } from "#lib/carriers/http.ts";
import { meaningOfReported, UNKNOWN } from "#lib/carriers/meaning.ts";
import { alpha2 } from "#lib/carriers/reading.ts";
import { deliveryScan, isOver, NO_HANDOVER, whenAndWhere } from "#lib/carriers/summary-parts.ts";
import { judged, told } from "#lib/carriers/tracked.ts";
import { newestFirst } from "#lib/tracking/newest-first.ts";
import type { Place, Reported } from "#lib/tracking/observation.ts";
import { reported } from "#lib/tracking/reported.ts";
import { meaningOfLatest, meaningOfScan } from "./codes.ts";
import { estimateOf, handoverOf, pastTimes, timeOfScan } from "./delivery.ts";
import { failureOfNumber } from "./errors.ts";
import { pickupNow, pickupOfScan } from "./pickup.ts";
import type { FedexAddress, FedexAnswered, FedexResult, FedexScan } from "./schema.ts";

/** One entry for each number that the reply answers. */
export function trackedOf(answered: readonly FedexAnswered[]): readonly Tracked[] {
  return answered.map(trackedNumber);
}

function trackedNumber({ trackingNumber: asked, trackResults }: FedexAnswered): Tracked {
  const results = trackResults ?? [];
  const [first] = results;
  const trackingNumber = asked ?? first?.trackingNumberInfo.trackingNumber ?? first?.trackingNumber ?? null;
  const meant = newestOf(results.filter(tells));
  if (meant !== undefined) return told({ found: true, trackingNumber, ...reportOf(meant) });
  const code = results.map(({ error }) => error.code).find((known) => known !== null);
  const nothing = unreadable("FedEx named a number without status and scans");
  return judged(trackingNumber, code === undefined ? nothing : failureOfNumber(code));
}

/** Whether a result says anything of its parcel. An error may stand beside true data (FedEx's own sample): the data counts. */
export function tells({ latestStatusDetail, scanEvents }: FedexResult): boolean {
  const { code, derivedCode } = latestStatusDetail;
  return code !== null || derivedCode !== null || (scanEvents?.some(isTold) ?? false);
}

/** A reused number brings several shipments: the one that moved last is meant. */
function newestOf(results: readonly FedexResult[]): FedexResult | undefined {
  const dated = results.map((result) => ({ result, moved: lastMoved(result) }));
  return dated.reduce<(typeof dated)[number] | undefined>(
    (best, next) => (best === undefined || next.moved > best.moved ? next : best),
    undefined,
  )?.result;
}

/** By its scans; where they were left out, by what else is dated. */
function lastMoved({ scanEvents, dateAndTimes }: FedexResult): string {
  const scanned = (scanEvents ?? []).map(timeOfScan);
  const times = scanned.length > 0 ? scanned : pastTimes(dateAndTimes ?? []);
  return (
    times
      .map((time) => time?.instant ?? time?.localTime ?? "")
      .toSorted()
      .at(-1) ?? ""
  );
}

function reportOf(result: FedexResult) {
  const scans = newestFirst((result.scanEvents ?? []).filter(isTold).map(scanOf));
  return { scans, summary: summaryOf(result, scans) };
}

function scanOf(scan: FedexScan): Reported {
  const time = timeOfScan(scan);
  const meaning = meaningOfScan(scan);
  return reported({
    ...meaning,
    kind: "scan",
    reportPosition: 0,
    raw: scan.raw,
    code: scan.eventType ?? scan.derivedStatusCode,
    description: scan.eventDescription ?? scan.derivedStatus,
    localTime: time?.localTime ?? null,
    instant: time?.instant ?? null,
    place: placeOf(scan.scanLocation),
    pickup: pickupOfScan(scan, meaning),
  });
}

function summaryOf(result: FedexResult, scans: readonly Reported[]): Reported {
  const latest = result.latestStatusDetail;
  const [newest] = scans;
  const hasMoved = scans.some(({ effect }) => effect === "moves");
  const meaning = meaningOfLatest(latest, hasMoved) ?? (newest === undefined ? UNKNOWN : meaningOfReported(newest));
  const newestScan = whenAndWhere(newest);
  const delivered = deliveryScan(meaning, scans);
  const own = placeOf(latest.scanLocation);
  return reported({
    ...meaning,
    ...newestScan,
    kind: "summary",
    reportPosition: scans.length,
    raw: rawOf(result),
    code: latest.code ?? latest.derivedCode ?? newest?.code ?? null,
    description: latest.statusByLocale ?? latest.description ?? newest?.description ?? null,
    place: Object.values(own).some((value) => value !== null) ? own : newestScan.place,
    estimate: delivered === undefined && !isOver(meaning) ? estimateOf(result) : null,
    ...(delivered === undefined ? NO_HANDOVER : handoverOf(result, delivered)),
    pickup: pickupNow(result, meaning, scans),
  });
}

function isTold({ eventType, derivedStatusCode, eventDescription }: FedexScan): boolean {
  return eventType !== null || derivedStatusCode !== null || eventDescription !== null;
}

function placeOf({ city, stateOrProvinceCode, postalCode, countryCode }: FedexAddress): Place {
  return { city, region: stateOrProvinceCode, postalCode, country: alpha2(countryCode) };
}

/** What the summary was made from, without people: FedEx sends names, streets and phone numbers beside it. */
function rawOf({ latestStatusDetail, ...result }: FedexResult): unknown {
  return {
    trackingNumberUniqueId: result.trackingNumberInfo.trackingNumberUniqueId,
    latestStatusDetail,
    dateAndTimes: result.dateAndTimes,
    estimatedDeliveryTimeWindow: result.estimatedDeliveryTimeWindow,
    standardTransitTimeWindow: result.standardTransitTimeWindow,
  };
}
