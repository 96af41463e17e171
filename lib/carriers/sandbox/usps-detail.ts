import { drawsOf } from "./draws.ts";
import { countryName, inCapitals, isAmerican } from "./place-text.ts";
import { type Played, type PlayedEvent, waitsForPickup } from "./played.ts";
import type { ScriptPlace } from "./script.ts";
import { USPS_WORDS, uspsDeliveredText } from "./usps-words.ts";
import { localText, wallClock } from "./wall-clock.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");
/** A Post Office keeps a parcel for two weeks; on the day after the last it goes back. */
const RETURN_AFTER_MS = 15 * 86_400_000;
const YES = "true";
const NO = "false";

/** One number as `POST /tracking/v3r2/tracking` answers it, events newest first. */
export function uspsDetail(played: Played) {
  const { number, current, origin, destination, earlier } = played;
  const status = textOf(current, played);
  const { category } = USPS_WORDS[current.step];
  return {
    trackingNumber: number,
    status,
    statusCategory: category,
    statusSummary: summaryOf(current, status),
    mailClass: "USPS Ground Advantage<SUP>&#153;</SUP>",
    mailType: "DM",
    serviceTypeCode: number.slice(2, 5),
    services: ["USPS Tracking<SUP>&#174;</SUP>", ...(played.signedBy === null ? [] : ["Signature Confirmation"])],
    originCity: inCapitals(origin.city),
    originState: origin.region ?? "",
    originZIPCode: origin.postalCode,
    originCountry: origin.country,
    destinationCity: inCapitals(destination.city),
    destinationState: destination.region ?? "",
    destinationZIPCode: destination.postalCode,
    destinationCountryCode: destination.country,
    emailEnabled: YES,
    proofOfDeliveryEnabled: played.delivered === null ? NO : YES,
    ...intake(played),
    ...(waitsForPickup(current.step)
      ? { returnDateNotice: wallClock(current.atMs + RETURN_AFTER_MS, current.place.zone).date }
      : {}),
    deliveryDateExpectation: expectation(played),
    trackingEvents: [
      ...played.events.map((event) => trackingEvent(event, played)),
      ...(earlier?.events ?? []).map((event) => trackingEvent(event, earlier ?? played)),
    ],
  };
}

/** The same in the older `GET /tracking/v3/tracking/{number}?expand=DETAIL`, where some fields have other names. */
export function uspsLegacyDetail(played: Played) {
  const { deliveryDateExpectation, trackingEvents, originZIPCode, destinationZIPCode, ...same } = uspsDetail(played);
  const { expectedDeliveryDate, predictedDeliveryDate, ...window } = deliveryDateExpectation;
  return {
    ...same,
    originZIP: originZIPCode,
    destinationZIP: destinationZIPCode,
    ...(expectedDeliveryDate === undefined ? {} : { expectedDeliveryTimeStamp: `${expectedDeliveryDate}T00:00:00` }),
    ...(predictedDeliveryDate === undefined ? {} : { predictedDeliveryDate }),
    ...window,
    trackingEvents: trackingEvents.map(({ eventZIPCode, recipientName, ...event }) => ({
      ...event,
      eventZIP: eventZIPCode,
      name: recipientName,
    })),
  };
}

/** `expand=SUMMARY`: sentences only. */
export function uspsLegacySummary(played: Played) {
  const { trackingNumber, status, statusCategory, statusSummary } = uspsDetail(played);
  const eventSummaries = played.events.map((event) => summaryOf(event, textOf(event, played)));
  return { trackingNumber, status, statusCategory, statusSummary, eventSummaries };
}

function trackingEvent(event: PlayedEvent, played: Played) {
  const clock = wallClock(event.atMs, event.zone);
  const foreign = !isAmerican(event.place);
  return {
    eventType: textOf(event, played),
    // Seconds are cut here, and only here.
    eventTimestamp: `${localText(clock).slice(0, 16)}:00`,
    ...utcOf(event, played, clock.offset),
    eventCountry: foreign ? inCapitals(countryName(event.place.country)) : null,
    eventCity: inCapitals(event.place.city),
    eventState: event.place.region,
    eventZIPCode: foreign ? null : event.place.postalCode,
    firm: null,
    recipientName: event.step === "delivered" && played.signedBy !== null ? inCapitals(played.signedBy) : null,
    authorizedAgent: NO,
    eventCode: USPS_WORDS[event.step].code,
    additionalProp: null,
  };
}

/** The sender's own label scan comes without UTC on half of the numbers. */
function utcOf(event: PlayedEvent, { number }: Played, offset: string) {
  if (event.step === "label" && drawsOf(`usps ${number}`).chance(0.5)) return {};
  return { GMTTimestamp: `${localText(wallClock(event.atMs, "UTC"))}Z`, GMTOffset: offset };
}

function textOf(event: PlayedEvent, { signedBy, leftAt }: Played): string {
  return event.step === "delivered" ? uspsDeliveredText(signedBy, leftAt) : USPS_WORDS[event.step].text;
}

type Expectation = {
  readonly expectedDeliveryDate?: string;
  readonly predictedDeliveryDate?: string;
  readonly predictedDeliveryWindowStartTime?: string;
  readonly predictedDeliveryWindowEndTime?: string;
  readonly endOfDay?: string;
};

function expectation({ estimates, destination }: Played): Expectation {
  const latest = estimates.at(-1);
  if (latest === undefined) return {};
  const date = wallClock(latest.toMs, destination.zone).date;
  const clock = (atMs: number) => wallClock(atMs, destination.zone).time.slice(0, 5);
  return {
    expectedDeliveryDate: date,
    predictedDeliveryDate: date,
    ...(latest.kind === "window"
      ? {
          predictedDeliveryWindowStartTime: clock(latest.fromMs),
          predictedDeliveryWindowEndTime: clock(latest.toMs),
        }
      : { endOfDay: "21:00" }),
  };
}

function intake({ events }: Played) {
  const scan = events.findLast(({ step }) => step === "picked_up");
  if (scan === undefined) return {};
  const { date, time } = wallClock(scan.atMs, scan.place.zone);
  return { mailPieceIntakeDate: `${date} ${time}.000000` };
}

/** `Your item: Delivered, as of 1:58 pm on November 22, 2026 in RICHMOND, VA 23227.` */
function summaryOf({ atMs, place, zone }: PlayedEvent, status: string): string {
  const { date, time } = wallClock(atMs, zone);
  const [year = "", month = "", day = ""] = date.split("-");
  const hour = Number(time.slice(0, 2));
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}:${time.slice(3, 5)} ${hour < 12 ? "am" : "pm"}`;
  const when = `${clock} on ${MONTHS[Number(month) - 1] ?? ""} ${Number(day)}, ${year}`;
  return `Your item: ${status}, as of ${when} in ${placeOf(place)}.`;
}

function placeOf(place: ScriptPlace): string {
  const city = inCapitals(place.city);
  return isAmerican(place)
    ? `${city}, ${place.region ?? ""} ${place.postalCode}`
    : `${city}, ${inCapitals(countryName(place.country))}`;
}
