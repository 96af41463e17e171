import { midnightAsDay } from "#lib/carriers/midnight-as-day.ts";
import type { Handover } from "#lib/carriers/summary-parts.ts";
import { type CarrierTime, carrierTime, timeText } from "#lib/tracking/carrier-time.ts";
import type { Estimate } from "#lib/tracking/observation.ts";
import type { FedexResult, FedexScan, FedexTime, FedexWindow } from "./schema.ts";

/** Where FedEx writes midnight when it knows only the day, in the offset of its own server at that. */
const DAY_EVENTS: ReadonlySet<string | null> = new Set(["PU", "PX", "OC"]);

/** When a scan was made. */
export function timeOfScan({ date, eventType }: FedexScan): CarrierTime | null {
  return DAY_EVENTS.has(eventType?.toUpperCase() ?? null) ? momentOrDay(date) : carrierTime(date);
}

/** When FedEx expects to deliver: its window, its estimate, then what was agreed or is usual. */
export function estimateOf(result: FedexResult): Estimate | null {
  return (
    windowOf(result.estimatedDeliveryTimeWindow) ??
    pointOf(result, "ESTIMATED_DELIVERY") ??
    pointOf(result, "APPOINTMENT_DELIVERY") ??
    pointOf(result, "COMMITMENT") ??
    windowOf(result.standardTransitTimeWindow)
  );
}

/** When, to whom and where it was handed over. `scanned`: the scan of the delivery, which may be finer than FedEx's day. */
export function handoverOf(result: FedexResult, scanned: CarrierTime | null): Handover {
  const actual = timeOf(result, "ACTUAL_DELIVERY");
  const { signedByName, receivedByName, locationDescription, locationType } = result.deliveryDetails;
  return {
    deliveredAt: timeText(actual !== null && isMoment(actual) ? actual : (scanned ?? actual)),
    signedBy: personOf(signedByName) ?? personOf(receivedByName),
    leftAt: locationDescription ?? wordsOf(locationType),
  };
}

/** When something happened to the parcel, beside its scans: estimates and appointments are not among them. */
export function pastTimes(times: readonly FedexTime[]): readonly (CarrierTime | null)[] {
  return times.filter(({ type }) => PAST.has(type)).map(({ dateTime }) => momentOrDay(dateTime));
}

const PAST: ReadonlySet<string | null> = new Set(["SHIP", "ACTUAL_TENDER", "ACTUAL_PICKUP", "ACTUAL_DELIVERY"]);

function windowOf({ window }: FedexWindow): Estimate | null {
  const begins = momentOrDay(window.begins);
  const ends = momentOrDay(window.ends);
  const from = timeText(begins ?? ends);
  const to = timeText(ends ?? begins);
  if (from === null || to === null || from.slice(0, 10) > to.slice(0, 10)) return null;
  return { from, to };
}

function pointOf(result: FedexResult, type: string): Estimate | null {
  const at = timeText(timeOf(result, type));
  return at === null ? null : { from: at, to: at };
}

function timeOf(result: FedexResult, type: string): CarrierTime | null {
  const times = result.dateAndTimes?.filter((time) => time.type === type) ?? [];
  return times.map(({ dateTime }) => momentOrDay(dateTime)).find((time) => time !== null) ?? null;
}

function momentOrDay(text: string | null): CarrierTime | null {
  return midnightAsDay(carrierTime(text));
}

function isMoment(time: CarrierTime): boolean {
  return time.localTime.includes("T");
}

/** "Signature not required" and the like stand where the name would. */
function personOf(name: string | null): string | null {
  return name === null || /^signature\b/i.test(name) ? null : name;
}

function wordsOf(locationType: string | null): string | null {
  if (locationType === null || locationType === "OTHER") return null;
  const words = locationType.replaceAll("_", " ").toLowerCase();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
