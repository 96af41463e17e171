import { drawsOf } from "./draws.ts";
import { fedexHold, fedexHoldWords } from "./fedex-hold.ts";
import { FEDEX_NOTE_AFTER_DELIVERY, FEDEX_WORDS, type FedexWords } from "./fedex-words.ts";
import { countryName, inCapitals, inTitleCase } from "./place-text.ts";
import { type Played, type PlayedEvent, waitsForPickup } from "./played.ts";
import type { ScriptPlace } from "./script.ts";
import { localText, wallClock } from "./wall-clock.ts";

/** What FedEx knows only as a day carries midnight with the offset of its own house, in summer too. */
const MEMPHIS_OFFSET = "-06:00";
const MEMPHIS = "America/Chicago";

/** One of `trackResults` (Track API 1.0.0), scans newest first. */
export function fedexTrackResult(played: Played, detailed: boolean) {
  const draws = drawsOf(`fedex ${played.number}`);
  const pickedUpAsDay = draws.chance(0.4);
  const { number, current, origin, destination } = played;
  return {
    trackingNumberInfo: {
      trackingNumber: number,
      trackingNumberUniqueId: `${uniqueIdOf(played)}~${number}~FX`,
      carrierCode: number.length === 12 ? "FDXE" : "FDXG",
    },
    additionalTrackingInfo: {
      nickname: "",
      packageIdentifiers: played.partner === null ? [] : [partnerNumber(played.partner.number)],
      hasAssociatedShipments: played.pieces > 1,
    },
    shipperInformation: { contact: {}, address: addressOf(origin) },
    recipientInformation: { contact: {}, address: addressOf(destination) },
    latestStatusDetail: latestStatus(current, wordsOf(current, played)),
    dateAndTimes: dateAndTimes(played),
    availableImages: played.delivered === null ? [] : [{ type: "SIGNATURE_PROOF_OF_DELIVERY" }],
    packageDetails: {
      count: String(played.pieces),
      packagingDescription: { type: "YOUR_PACKAGING", description: "Your Packaging" },
    },
    shipmentDetails: { possessionStatus: current.step !== "label" },
    scanEvents: detailed ? played.events.map((event) => scanEvent(event, played, pickedUpAsDay)) : [],
    serviceDetail: { type: "FEDEX_GROUND", description: "FedEx Ground", shortDescription: "FG" },
    deliveryDetails: deliveryDetails(played),
    estimatedDeliveryTimeWindow: { description: "", window: windowOf(played), type: "ESTIMATED_DELIVERY" },
    standardTransitTimeWindow: { window: standardWindow(played) },
    ...(waitsForPickup(current.step) ? fedexHold(current, played.pickupPoint, addressOf(current.place)) : {}),
    ...(current.step === "returned" ? { returnDetail: { authorizationName: "", reasonDetail: [] } } : {}),
  };
}

/** Tells shipments of one number apart: the year and day since when FedEx has it, among others. */
function uniqueIdOf({ number, events }: Played): string {
  const first = events.at(-1) ?? events[0];
  return `${12_000 + Math.floor(first.atMs / 86_400_000)}${drawsOf(`fedex id ${number}`).below(90) + 10}000`;
}

function partnerNumber(value: string) {
  return { type: "PARTNER_CARRIER_NUMBER", values: [value], trackingNumberUniqueId: "", carrierCode: "" };
}

function latestStatus(event: PlayedEvent, { code, description, exception, delay }: FedexWords) {
  return {
    code,
    derivedCode: code,
    statusByLocale: description,
    description,
    scanLocation: addressOf(event.place),
    ...(exception === undefined
      ? {}
      : {
          ancillaryDetails: [
            {
              reason: exception.code,
              reasonDescription: exception.description,
              action: exception.action ?? "",
              actionDescription: exception.action ?? "",
            },
          ],
        }),
    ...(delay === undefined ? {} : { delayDetail: { ...delay, status: "DELAYED" } }),
  };
}

function scanEvent(event: PlayedEvent, played: Played, pickedUpAsDay: boolean) {
  const { code, description, coarse, exception, delay } = wordsOf(event, played);
  const asDay = pickedUpAsDay && event.step === "picked_up";
  // The label is stamped by FedEx's server, wherever the sender is.
  const zone = event.step === "label" ? MEMPHIS : event.zone;
  return {
    date: asDay ? `${wallClock(event.atMs, zone).date}T00:00:00` : withOffset(event.atMs, zone),
    eventType: code,
    eventDescription: description,
    exceptionCode: exception?.code ?? "",
    exceptionDescription: exception?.description ?? "",
    scanLocation: siteOf(event, played),
    locationType: event.step === "delivered" ? "DELIVERY_LOCATION" : "FEDEX_FACILITY",
    derivedStatusCode: coarse,
    derivedStatus: COARSE_TEXT[coarse] ?? "In transit",
    ...(delay === undefined ? {} : { delayDetail: { ...delay, status: "DELAYED" } }),
  };
}

const COARSE_TEXT: Readonly<Record<string, string>> = {
  IN: "Initiated",
  PU: "Picked up",
  DL: "Delivered",
  DE: "Delivery exception",
  DY: "Delay",
  SE: "Shipment exception",
  HL: "Hold at location",
  RS: "Return to shipper",
  CA: "Cancelled",
};

function wordsOf(event: PlayedEvent, { events, pickupPoint }: Played): FedexWords {
  const before = events.slice(events.indexOf(event) + 1);
  const isLateNote = event.step === "note" && before.some(({ step }) => step === "delivered");
  if (waitsForPickup(event.step) && pickupPoint !== null) return fedexHoldWords(pickupPoint);
  return isLateNote ? FEDEX_NOTE_AFTER_DELIVERY : FEDEX_WORDS[event.step];
}

function dateAndTimes({ events, delivered, estimates, destination }: Played) {
  const pickedUp = events.findLast(({ step }) => step === "picked_up");
  const label = events.findLast(({ step }) => step === "label");
  const latest = estimates.at(-1);
  const day = (type: string, event: PlayedEvent | undefined) =>
    event === undefined ? [] : [{ type, dateTime: midnight(event.atMs, event.place) }];
  return [
    ...(delivered === null ? [] : [{ type: "ACTUAL_DELIVERY", dateTime: withOffset(delivered.atMs, delivered.zone) }]),
    ...day("ACTUAL_PICKUP", pickedUp),
    ...day("SHIP", pickedUp ?? label),
    ...(latest === undefined ? [] : [{ type: "ESTIMATED_DELIVERY", dateTime: midnight(latest.toMs, destination) }]),
  ];
}

/** Often empty: FedEx names a window only on the day itself. */
function windowOf({ estimates, destination }: Played) {
  const latest = estimates.at(-1);
  if (latest === undefined || latest.kind === "day") return {};
  return { begins: withOffset(latest.fromMs, destination.zone), ends: withOffset(latest.toMs, destination.zone) };
}

function standardWindow({ estimates, destination }: Played) {
  const first = estimates[0];
  return first === undefined ? {} : { ends: midnight(first.toMs, destination) };
}

function deliveryDetails({ delivered, signedBy, leftAt, events }: Played) {
  if (delivered === null) return { deliveryAttempts: "0" };
  return {
    actualDeliveryAddress: addressOf(delivered.place),
    deliveryAttempts: String(1 + events.filter(({ step }) => step.startsWith("attempt")).length),
    ...(signedBy === null ? {} : { receivedByName: inCapitals(signedBy), signedByName: inCapitals(signedBy) }),
    ...(leftAt === null ? {} : { locationDescription: inTitleCase(leftAt) }),
  };
}

function addressOf(place: ScriptPlace) {
  return {
    city: inCapitals(place.city),
    ...(place.region === null ? {} : { stateOrProvinceCode: place.region }),
    postalCode: place.postalCode,
    ...country(place),
  };
}

/** With its street where it is a shop of FedEx's; the door has none, nor has the customer. */
function siteOf({ step, place }: PlayedEvent, { pickupPoint }: Played) {
  if (step === "label") return customerAddress(place);
  const isAtShop = waitsForPickup(step) && pickupPoint !== null;
  return { ...(isAtShop ? { streetLines: [`${inCapitals(pickupPoint.street)} `] } : {}), ...addressOf(place) };
}

/** Before FedEx has seen a parcel it knows no more than where the customer says it is. */
function customerAddress(place: ScriptPlace) {
  return { streetLines: [""], postalCode: place.postalCode, ...country(place) };
}

function country(place: ScriptPlace) {
  return { countryCode: place.country, countryName: countryName(place.country), residential: false };
}

function withOffset(atMs: number, zone: string): string {
  const clock = wallClock(atMs, zone);
  return `${localText(clock)}${clock.offset}`;
}

function midnight(atMs: number, place: ScriptPlace): string {
  return `${wallClock(atMs, place.zone).date}T00:00:00${MEMPHIS_OFFSET}`;
}
