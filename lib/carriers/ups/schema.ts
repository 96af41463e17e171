import { z } from "zod";
import { listOf, part, scansOf, text } from "#lib/carriers/reading.ts";

const status = part({
  type: text,
  code: text,
  statusCode: text,
  description: text,
  simplifiedTextDescription: text,
});
export type UpsStatus = z.output<typeof status>;

/** The street is read for pick-up places only: at the door it is somebody's home. */
const site = { addressLine1: text, city: text, stateProvince: text, postalCode: text };

const activity = z.object({
  date: text,
  time: text,
  gmtDate: text,
  gmtTime: text,
  gmtOffset: text,
  location: part({
    address: part({ ...site, country: text, countryCode: text }),
  }),
  status,
});
/** What of a scan identifies nobody: codes, words, times, and the place down to its city. */
const KEPT = [
  ...["date", "time", "gmtDate", "gmtTime", "gmtOffset"],
  ...["status", "type", "code", "statusCode", "description", "simplifiedTextDescription"],
  ...["location", "slic", "address", "city", "stateProvince", "postalCode", "country", "countryCode"],
];
export type UpsActivity = z.output<typeof activity> & { readonly raw: unknown };

const parcel = z.object({
  trackingNumber: text,
  currentStatus: status,
  activity: scansOf(activity, KEPT),
  deliveryDate: listOf(z.object({ type: text, date: text })),
  deliveryTime: part({ type: text, startTime: text, endTime: text }),
  deliveryInformation: part({ receivedBy: text, location: text }),
  accessPointInformation: part({ pickupByDate: text }),
  packageAddress: listOf(z.object({ address: part({ addressLine1: text }) })),
  /** How many packages the shipment has; a reply may hold fewer. */
  packageCount: text,
  /** The same parcel's number with the post (SurePost, Mail Innovations). */
  alternateTrackingNumber: listOf(z.object({ number: text, type: text })),
});
export type UpsPackage = z.output<typeof parcel>;

export const shipmentSchema = z.object({
  inquiryNumber: text,
  warnings: listOf(z.object({ code: text })),
  package: listOf(parcel),
});
export type UpsShipment = z.output<typeof shipmentSchema>;

/**
 * A reply of `GET /track/v1/details/{number}`. Every field may be missing or of a wrong type without taking others with
 * it; only a reply without a list of shipments is none. Source: UPS Tracking API document.
 */
export const trackingReply = z
  .object({ trackResponse: z.object({ shipment: listOf(shipmentSchema) }) })
  .transform(({ trackResponse }) => trackResponse.shipment ?? [])
  .refine((shipments) => shipments.length > 0);

/** The body of a refusal, of tracking and of the token endpoint alike: the code of each error. */
export const errorReply = z
  .object({ response: z.object({ errors: listOf(z.object({ code: text })) }) })
  .transform(({ response }) => response.errors?.map(({ code }) => code) ?? [])
  .refine((codes) => codes.length > 0);
