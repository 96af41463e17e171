import { foundBy, type Json, parsedBy } from "#lib/carriers/parsed-testing.ts";
import { dhl } from "./client.ts";

export const NUMBER = "00340400000000000017";
export const OTHER = "JD01";

/** A place in the form of DHL. */
export function at(addressLocality: string | null, countryCode: string | null = "DE", more: Json = {}): Json {
  return { location: { address: { countryCode, addressLocality, ...more } } };
}

/** An event, or a shipment's `status`. */
export function event(statusCode: unknown, timestamp: string | null = null, more: Json = {}): Json {
  return { timestamp, statusCode, description: "Something happened", ...at("Bonn"), ...more };
}

export function shipment(more: Json = {}): Json {
  return { id: NUMBER, service: "parcel-de", status: event("transit"), events: [], ...more };
}

/** A reply about two numbers that uses every field that we read; `more` stands in the first one's only event. */
export function fullReply(more: Json = {}): Json {
  const delivered = event("delivered", "2026-03-05T16:30:00Z", {
    status: "ZU",
    ...at("A 1, Bonn", "DE", { postalCode: "53113" }),
  });
  const first = shipment({
    destination: { address: { addressLocality: "12 Elm St, Bonn" }, servicePoint: { url: "x", label: "Kiosk" } },
    status: delivered,
    estimatedTimeOfDelivery: "2026-03-05",
    estimatedDeliveryTimeFrame: { estimatedFrom: "2026-03-05", estimatedThrough: "2026-03-06" },
    details: { proofOfDelivery: { timestamp: "2026-03-05T16:33:00", signed: { name: "X", givenName: "Y" } } },
    events: [{ ...delivered, ...more }],
  });
  return { shipments: [first, shipment({ id: OTHER })] };
}

export const parsed = (reply: unknown) => parsedBy(dhl, reply);

/** The report of a reply about one shipment. */
export const found = (more: Json) => foundBy(dhl, { shipments: [shipment(more)] });

/** A reply without an answer. */
export function problem(status: number, more: Json = {}): Json {
  return { title: "No", detail: "Some words for people", status, ...more };
}
