import { foundBy, type Json, parsedBy } from "#lib/carriers/parsed-testing.ts";
import { usps } from "./client.ts";

export const NUMBER = "9400100000000000000017";
export const OTHER = "9400100000000000000024";

/** A scan in v3r2 names, in Boise unless told otherwise. */
export function event(eventCode: string, eventTimestamp: string | null, more: Json = {}): Json {
  const place = { eventCity: "BOISE", eventState: "ID", eventZIPCode: "83702", eventCountry: null };
  return { eventType: "Something happened", eventCode, eventTimestamp, ...place, ...more };
}

/** One parcel of a v3r2 reply. */
export function parcel(more: Json = {}): Json {
  return { trackingNumber: NUMBER, status: "On its way", statusCategory: "In Transit", trackingEvents: [], ...more };
}

/** An item or body that says why not, with a code of the API's own list where it has one. */
export function failure(status: string, code = "", more: Json = {}): Json {
  const errors = code === "" ? [] : [{ status, code, title: "No", detail: "Some words for people" }];
  return { ...more, error: { code: status, message: "Some words for people", errors } };
}

/** A reply about two numbers that uses every field that we read; `more` stands in the first one's only scan. */
export function fullReply(more: Json = {}): readonly Json[] {
  const utc = { GMTTimestamp: "2026-03-02T15:15:00Z", GMTOffset: "-07:00", recipientName: "X" };
  const day = "2026-03-02";
  return [
    parcel({
      statusCategory: "Delivered",
      predictedDeliveryDate: day,
      expectedDeliveryTimeStamp: `${day}T18:00:00`,
      returnDateNotice: day,
      deliveryDateExpectation: { predictedDeliveryDate: day, predictedDeliveryWindowEndTime: "18:00" },
      trackingEvents: [event("01", "2026-03-02T08:15:00", { ...utc, ...more })],
    }),
    failure("400", "150001", { trackingNumber: OTHER, statusCode: "400" }),
  ];
}

/** A notification as it is pushed, about a parcel. */
export function notification(parcel: unknown, more: Json = {}): string {
  const envelope = { subscriptionId: "s1", subscriptionType: "TRACKING", timestamp: "2026-03-02T15:15:00Z", links: [] };
  return JSON.stringify({ ...envelope, payload: JSON.stringify(parcel), ...more });
}

export const parsed = (reply: unknown) => parsedBy(usps, reply);

/** The report of a reply about one parcel that was found. */
export const found = (reply: unknown) => foundBy(usps, reply);
