import { drawsOf } from "./draws.ts";
import { countryName, inTitleCase } from "./place-text.ts";
import { type Played, type PlayedEvent, waitsForPickup } from "./played.ts";
import type { ScriptPlace } from "./script.ts";
import { UPS_LATER_ATTEMPTS, UPS_NOTE_AFTER_DELIVERY, UPS_WORDS, type UpsStatus, upsDelivered } from "./ups-words.ts";
import { wallClock } from "./wall-clock.ts";

type UpsService = { readonly code: string; readonly description: string };
const PICKUP_DAYS_MS = 7 * 86_400_000;
const SERVICES: readonly [UpsService, ...UpsService[]] = [
  { code: "003", description: "UPS Ground" },
  { code: "002", description: "UPS 2nd Day Air®" },
  { code: "518", description: "UPS Ground Saver®" },
];

/** The `package` of a tracking reply (Tracking.yaml, `Package`), activity newest first. */
export function upsPackage(played: Played) {
  const draws = drawsOf(`ups ${played.number}`);
  const withGmt = draws.chance(0.5);
  const service = draws.pick(SERVICES);
  const { earlier } = played;
  const activity = [
    ...played.events.map((event) => activityOf(event, played, withGmt)),
    ...(earlier?.events ?? []).map((event) => activityOf(event, earlier ?? played, withGmt)),
  ];
  return {
    trackingNumber: played.number,
    // Only the one that was asked for comes; the others have numbers of their own.
    packageCount: played.pieces,
    activity,
    currentStatus: statusOf(played.current, played),
    packageAddress: [
      { type: "ORIGIN", address: addressOf(played.origin) },
      { type: "DESTINATION", address: addressOf(played.destination) },
    ],
    service,
    weight: { unitOfMeasurement: "LBS", weight: `${1 + draws.below(18)}.${draws.below(10)}0` },
    referenceNumber: [],
    ...alternate(played),
    ...expected(played),
    ...delivered(played),
    ...pickUp(played),
  };
}

/** The day on which UPS got it, as the shipment says it; nothing before. */
export function upsPickupDate(played: Played): { readonly pickupDate?: string } {
  const scan = played.events.findLast(({ step }) => step === "picked_up");
  return scan === undefined ? {} : { pickupDate: dayOf(scan.atMs, scan.place) };
}

function activityOf(event: PlayedEvent, played: Played, withGmt: boolean) {
  const clock = wallClock(event.atMs, event.zone);
  const utc = wallClock(event.atMs, "UTC");
  const { type, code, statusCode, description, simplifiedTextDescription } = statusOf(event, played);
  return {
    location: {
      address: siteOf(event, played),
      ...(event.step === "label" ? {} : { slic: `${event.place.postalCode.slice(0, 3)}9` }),
    },
    status: { type, description, code, statusCode, simplifiedTextDescription },
    date: compact(clock.date),
    time: compact(clock.time),
    ...(withGmt ? { gmtDate: compact(utc.date), gmtOffset: clock.offset, gmtTime: utc.time } : {}),
  };
}

/** At an Access Point with its street; before UPS has seen the parcel only the country. */
function siteOf({ step, place }: PlayedEvent, { pickupPoint }: Played) {
  if (step === "label") return countryOf(place);
  const isAtShop = waitsForPickup(step) && pickupPoint !== null;
  return { ...(isAtShop ? { addressLine1: pickupPoint.street } : {}), ...addressOf(place) };
}

function statusOf(event: PlayedEvent, played: Played): UpsStatus {
  const before = played.events.slice(played.events.indexOf(event) + 1);
  const earlier = (step: PlayedEvent["step"]) => before.filter((other) => other.step === step).length;
  if (event.step === "delivered") return upsDelivered(played.leftAt);
  if (event.step === "note" && earlier("delivered") > 0) return UPS_NOTE_AFTER_DELIVERY;
  if (event.step !== "attempt_not_home" || earlier(event.step) === 0) return UPS_WORDS[event.step];
  return UPS_LATER_ATTEMPTS[Math.min(earlier(event.step), UPS_LATER_ATTEMPTS.length) - 1] ?? UPS_WORDS[event.step];
}

/** A first date is scheduled, another one after it is rescheduled; a window comes with the clock of the destination. */
function expected({ estimates, destination }: Played) {
  const latest = estimates.at(-1);
  const first = estimates[0];
  if (latest === undefined || first === undefined) return {};
  const [scheduled, now] = [dayOf(first.toMs, destination), dayOf(latest.toMs, destination)];
  const rescheduled = now === scheduled ? [] : [{ type: "RDD", date: now }];
  const clock = (atMs: number) => `${compact(wallClock(atMs, destination.zone).time).slice(0, 4)}00`;
  return {
    deliveryDate: [{ type: "SDD", date: scheduled }, ...rescheduled],
    deliveryTime:
      latest.kind === "window"
        ? { type: "EDW", startTime: clock(latest.fromMs), endTime: clock(latest.toMs) }
        : { type: "EOD", startTime: "", endTime: "" },
  };
}

function delivered({ delivered: scan, signedBy, leftAt }: Played) {
  if (scan === null) return {};
  return {
    deliveryDate: [{ type: "DEL", date: dayOf(scan.atMs, scan.place) }],
    deliveryTime: { type: "DEL", startTime: "", endTime: compact(wallClock(scan.atMs, scan.place.zone).time) },
    deliveryInformation: {
      ...(signedBy === null ? {} : { receivedBy: signedBy.toUpperCase() }),
      ...(leftAt === null ? {} : { location: inTitleCase(leftAt) }),
    },
  };
}

function pickUp({ current }: Played) {
  if (!waitsForPickup(current.step)) return {};
  return { accessPointInformation: { pickupByDate: dayOf(current.atMs + PICKUP_DAYS_MS, current.place) } };
}

/** The number that the partner of the last mile has given it; UPS tells that of the post office only. */
function alternate({ partner }: Played) {
  return partner === null ? {} : { alternateTrackingNumber: [{ number: partner.number, type: "USPS_PIC" }] };
}

function addressOf(place: ScriptPlace) {
  return {
    city: place.city,
    ...(place.region === null ? {} : { stateProvince: place.region }),
    postalCode: place.postalCode,
    ...countryOf(place),
  };
}

function countryOf(place: ScriptPlace) {
  return { countryCode: place.country, country: countryName(place.country) };
}

function dayOf(atMs: number, place: ScriptPlace): string {
  return compact(wallClock(atMs, place.zone).date);
}

function compact(text: string): string {
  return text.replaceAll(/[-:]/g, "");
}
