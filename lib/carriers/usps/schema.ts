import { z } from "zod";
import { id, list, listOf, objectOf, part, scansOf, text } from "#lib/carriers/reading.ts";

/** A ZIP code; as a number it has lost its leading zeros. */
const zip = z.transform((value) => (Number.isSafeInteger(value) ? String(value).padStart(5, "0") : text.parse(value)));

const expectation = {
  expectedDeliveryDate: text,
  predictedDeliveryDate: text,
  predictedDeliveryWindowStartTime: text,
  predictedDeliveryWindowEndTime: text,
  guaranteedDeliveryDate: text,
  endOfDay: text,
};

/** The lines of the short form. */
const textsIn = list.transform(
  (items) => items?.map((item) => text.parse(item)).filter((line) => line !== null) ?? null,
);

/** One scan, in the names of v3 and of v3r2. */
const event = z.object({
  eventType: text,
  eventCode: text,
  eventTimestamp: text,
  GMTTimestamp: text,
  GMTOffset: text,
  eventCity: text,
  eventState: text,
  eventZIP: zip,
  eventZIPCode: zip,
  eventCountry: text,
  name: text,
  recipientName: text,
});
/** What of a scan identifies nobody: codes, words, times, and the place down to its city. */
const KEPT = [
  ...["eventType", "eventCode", "actionCode", "reasonCode", "eventTimestamp", "GMTTimestamp", "GMTOffset"],
  ...["eventCity", "eventState", "eventZIP", "eventZIPCode", "eventCountry"],
];
export type UspsEvent = z.output<typeof event> & { readonly raw: unknown };

/** One parcel, in the names of v3 and of v3r2. */
export const parcelSchema = z.object({
  trackingNumber: id,
  status: text,
  statusCategory: text,
  statusSummary: text,
  ...expectation,
  expectedDeliveryTime: text,
  expectedDeliveryTimeStamp: text,
  predictedDeliveryTimeStamp: text,
  guaranteedDeliveryTimeStamp: text,
  returnDateNotice: text,
  deliveryDateExpectation: objectOf(z.object(expectation)),
  trackingEvents: scansOf(event, KEPT),
  eventSummaries: textsIn,
});
export type UspsParcel = z.output<typeof parcelSchema>;

/** A failure: of the whole request, of one item among others, or of the token request (where `error` is a word). */
export const failureSchema = z.object({
  trackingNumber: id,
  statusCode: text,
  error: z
    .union([
      z.string().transform((code) => ({ code, errors: null, isWord: true })),
      z
        .object({ code: text, message: text, errors: listOf(z.object({ status: text, code: text })) })
        .refine(({ code, message, errors }) => (code ?? message ?? errors) !== null)
        .transform(({ code, errors }) => ({ code, errors, isWord: false })),
    ])
    .nullable()
    .catch(null),
  /** The gateway's own refusals. */
  fault: objectOf(z.object({ detail: part({ errorcode: text }) })),
});
export type UspsFailure = z.output<typeof failureSchema>;
