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

const result = z.object({
  trackingNumberInfo: part({ trackingNumber: text, trackingNumberUniqueId: text }),
  latestStatusDetail: latest,
  scanEvents: scansOf(scan, KEPT),
  dateAndTimes: listOf(z.object({ type: text, dateTime: text })),
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

/**
 * A reply of `POST /track/v1/trackingnumbers`. Every field may be missing or of a wrong type without taking others with
 * it; only a reply without a list of results is none. Source: FedEx Track API document.
 */
export const trackingReply = z
  .object({ output: z.object({ completeTrackResults: listOf(answered) }) })
  .transform(({ output }) => output.completeTrackResults ?? [])
  .refine((results) => results.length > 0);

/** The body of a refusal, of tracking and of the token endpoint alike. */
export const errorReply = z
  .object({ errors: listOf(z.object({ code: text, message: text })) })
  .transform(({ errors }) => errors ?? [])
  .refine((errors) => errors.length > 0);
export type FedexError = z.output<typeof errorReply>[number];
