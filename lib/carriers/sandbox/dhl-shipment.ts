import { dhlService, dhlWords } from "./dhl-words.ts";
import { type Played, type PlayedEvent, waitsForPickup } from "./played.ts";
import type { PickupPoint, ScriptPlace } from "./script.ts";
import { localText, wallClock } from "./wall-clock.ts";

/** One of `shipments` of the unified API, events newest first; every time is the wall clock of its place, without offset. */
export function dhlShipment(played: Played) {
  const { number, current, origin, destination, events, earlier, pieces } = played;
  const service = dhlService(number);
  return {
    id: number,
    service,
    origin: { address: addressOf(origin) },
    destination: { address: addressOf(destination) },
    status: eventOf(current, played),
    ...expected(played),
    serviceUrl: `https://www.dhl.com/en/express/tracking.html?AWB=${number}`,
    details: {
      carrier: { "@type": "Organization", organizationName: service.toUpperCase() },
      product: { productName: service === "express" ? "EXPRESS WORLDWIDE" : "DHL PAKET" },
      totalNumberOfPieces: pieces,
      ...(pieces > 1 ? { pieceIds: pieceIdsOf(number, pieces) } : {}),
      ...proof(played),
    },
    events: [
      ...events.map((event) => eventOf(event, played)),
      ...(earlier?.events ?? []).map((event) => eventOf(event, earlier ?? played)),
    ],
  };
}

function eventOf(event: PlayedEvent, { number, leftAt, pickupPoint }: Played) {
  const { statusCode, status, description, nextSteps } = dhlWords(number, event.step, leftAt);
  return {
    timestamp: localText(wallClock(event.atMs, event.zone)),
    location: locationOf(event, pickupPoint),
    statusCode,
    status,
    description,
    ...(event.step === "delivered" && leftAt !== null ? { remark: `Left at: ${leftAt}` } : {}),
    ...(nextSteps === undefined ? {} : { nextSteps }),
  };
}

/** A shop or locker is a service point, and has its street; other places of events have none. */
function locationOf({ step, place }: PlayedEvent, point: PickupPoint | null) {
  const address = addressOf(place);
  if (!waitsForPickup(step) || point === null) return { address };
  return {
    address: { ...address, streetAddress: point.street },
    servicePoint: { url: "https://locator.dhl.com/", label: point.name },
  };
}

function expected({ estimates, destination }: Played) {
  const latest = estimates.at(-1);
  if (latest === undefined) return {};
  if (latest.kind === "day") {
    return {
      estimatedTimeOfDelivery: `${wallClock(latest.toMs, destination.zone).date}T00:00:00`,
      estimatedTimeOfDeliveryRemark: "By End of Day",
    };
  }
  return {
    estimatedTimeOfDelivery: localTime(latest.toMs, destination),
    estimatedDeliveryTimeFrame: {
      estimatedFrom: localTime(latest.fromMs, destination),
      estimatedThrough: localTime(latest.toMs, destination),
    },
  };
}

function proof({ delivered, signedBy }: Played) {
  if (delivered === null) return { proofOfDeliverySignedAvailable: false };
  const [givenName = "", ...rest] = (signedBy ?? "").split(" ");
  const familyName = rest.join(" ");
  return {
    proofOfDeliverySignedAvailable: signedBy !== null,
    proofOfDelivery: {
      timestamp: localTime(delivered.atMs, delivered.place),
      ...(signedBy === null ? {} : { signed: { "@type": "Person", givenName, familyName, name: signedBy } }),
    },
  };
}

/** Express numbers each piece: `JD01` and what follows from the waybill here. */
function pieceIdsOf(number: string, pieces: number): readonly string[] {
  return Array.from(
    { length: pieces },
    (_, piece) => `JD01${number.replaceAll(/\D/g, "").padStart(12, "0")}${10 + piece}`,
  );
}

function addressOf(place: ScriptPlace) {
  return { countryCode: place.country, postalCode: place.postalCode, addressLocality: place.city };
}

function localTime(atMs: number, place: ScriptPlace): string {
  return localText(wallClock(atMs, place.zone));
}
