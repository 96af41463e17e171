import { z } from "zod";
import { lines, listOf, part, scansOf, text } from "#lib/carriers/reading.ts";

const town = { city: text, stateOrProvinceCode: text, postalCode: text, countryCode: text };
const address = part(town);
export type FedexAddress = z.output<typeof address>;

/** With the street, which is read for pick-up places only: elsewhere it may be somebody's home. */
const site = part({ ...town, streetLines: lines });
export type FedexSite = z.output<typeof site>;

const delay = part({ type: text, status: text });
export type FedexDelay = z.output<typeof delay>;

const latest = part({
  code: text,
  derivedCode: text,
  statusByLocale: text,
  description: text,
  scanLocation: address,
  ancillaryDetails: listOf(z.object({ reason: text })),
  delayDetail: delay,
});
export type FedexLatest = z.output<typeof latest>;

const scan = z.object({
  date: text,
  eventType: text,
  eventDescription: text,
  derivedStatus: text,
  derivedStatusCode: text,
  exceptionCode: text,
  exceptionDescription: text,
  scanLocation: site,
  locationType: text,
  delayDetail: delay,
});
/** What of a scan identifies nobody: codes, words, times, and the place down to its city. */
const KEPT = [
  ...["date", "eventType", "eventDescription", "derivedStatus", "derivedStatusCode", "exceptionCode"],
  ...["delayDetail", "type", "subType", "status", "locationId", "locationType"],
  ...["scanLocation", "city", "stateOrProvinceCode", "postalCode", "countryCode"],
];
export type FedexScan = z.output<typeof scan> & { readonly raw: unknown };

const timeWindow = part({ window: part({ begins: text, ends: text }) });
export type FedexWindow = z.output<typeof timeWindow>;

const time = z.object({ type: text, dateTime: text });
export type FedexTime = z.output<typeof time>;

const result = z.object({
  trackingNumber: text,
  trackingNumberInfo: part({ trackingNumber: text, trackingNumberUniqueId: text }),
  latestStatusDetail: latest,
  scanEvents: scansOf(scan, KEPT),
  dateAndTimes: listOf(time),
  estimatedDeliveryTimeWindow: timeWindow,
  standardTransitTimeWindow: timeWindow,
  deliveryDetails: part({
    receivedByName: text,
    signedByName: text,
    locationDescription: text,
    locationType: text,
  }),
  holdAtLocation: part({ locationType: text, locationContactAndAddress: part({ address: site }) }),
  serviceCommitMessage: part({ type: text, message: text }),
  error: part({ code: text }),
});
export type FedexResult = z.output<typeof result>;

const answered = z.object({ trackingNumber: text, trackResults: listOf(result) });
export type FedexAnswered = z.output<typeof answered>;

/** The notes of a reply: a list of them or a text that begins with the code of one. */
const alerts = z
  .unknown()
  .optional()
  .transform((value) => {
    const noted = typeof value === "string" ? [{ code: value.split(/\s/)[0] }] : value;
    return listOf(z.object({ code: text })).parse(noted) ?? [];
  });

/**
 * A reply of `POST /track/v1/trackingnumbers`. Every field may be missing or of a wrong type without taking others with it.
 * Source: FedEx Track API document.
 */
export const trackingReply = part({ output: part({ completeTrackResults: listOf(answered), alerts }) });

/** What is pushed has the form of such a reply, or of a part of it. Source: FedEx, Advanced Integrated Visibility. */
export const pushed = part({
  completeTrackResults: listOf(answered),
  trackingNumber: text,
  trackResults: listOf(result),
});
export const pushedResult = result;

/** The body of a refusal, of tracking and of the token endpoint alike. */
export const errorReply = z
  .object({ errors: listOf(z.object({ code: text, message: text })) })
  .transform(({ errors }) => errors ?? [])
  .refine((errors) => errors.length > 0);
export type FedexError = z.output<typeof errorReply>[number];
