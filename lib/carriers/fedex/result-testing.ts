import { foundBy, type Json, parsedBy } from "#lib/carriers/parsed-testing.ts";
import { fedex } from "./client.ts";

export const NUMBER = "870012345670";
export const OTHER = "870012345681";

/** A scan in Denver; `codes` is "eventType derivedStatusCode", with `-` for what FedEx leaves out. */
export function scan(codes: string, date = "2026-03-10T08:15:00-06:00", more: Json = {}): Json {
  const [eventType, derivedStatusCode] = codes.split(" ").map((code) => (code === "-" ? undefined : code));
  const scanLocation = {
    streetLines: [""],
    city: "DENVER",
    stateOrProvinceCode: "CO",
    postalCode: "80216",
    countryCode: "US",
  };
  return { date, eventType, derivedStatusCode, eventDescription: "Something happened", scanLocation, ...more };
}

/** The current status; `codes` is "code derivedCode". */
export function latest(codes: string, more: Json = {}): Json {
  const [code, derivedCode] = codes.split(" ").map((one) => (one === "-" ? undefined : one));
  return { latestStatusDetail: { code, derivedCode, statusByLocale: "Something", description: "Some thing", ...more } };
}

/** A reply with an entry for each number, and the results of each. */
export function replyOf(answers: Readonly<Record<string, readonly Json[]>>): Json {
  const completeTrackResults = Object.entries(answers).map(([trackingNumber, trackResults]) => ({
    trackingNumber,
    trackResults,
  }));
  return { transactionId: "1", output: { completeTrackResults } };
}

/** A reply about two numbers that uses every field that we read; `more` stands in the first one's only scan. */
export function fullReply(more: Json = {}): Json {
  const delayDetail = { type: "WEATHER", status: "DELAYED" };
  const first = {
    trackingNumberInfo: { trackingNumber: NUMBER, trackingNumberUniqueId: `2461~${NUMBER}~FX` },
    ...latest("DL DL", { ancillaryDetails: [{ reason: "08" }], delayDetail, scanLocation: { city: "DENVER" } }),
    scanEvents: [
      scan("DL DL", "2026-03-10T13:45:00-06:00", { exceptionCode: "", exceptionDescription: "", delayDetail, ...more }),
    ],
    dateAndTimes: [{ type: "ACTUAL_DELIVERY", dateTime: "2026-03-10T13:46:00-06:00" }],
    estimatedDeliveryTimeWindow: { window: { begins: "2026-03-10T10:00:00", ends: "2026-03-10T14:00:00" } },
    standardTransitTimeWindow: { window: { ends: "2026-03-10T14:00:00" } },
    deliveryDetails: { receivedByName: "R.AMOS", locationType: "RESIDENCE" },
    ...heldAt("12 Elm St"),
    error: { code: "TRACKING.DATA.NOTFOUND" },
  };
  return replyOf({ [NUMBER]: [first], [OTHER]: [latest("OD IT")] });
}

/** What FedEx says beside the scans of a parcel that it holds at one of its locations. */
export function heldAt(street: string, message = "We hold the shipment for five business days."): Json {
  const town = { city: "DENVER", stateOrProvinceCode: "CO", postalCode: "80202", countryCode: "US" };
  return {
    holdAtLocation: { locationId: "APA", locationContactAndAddress: { address: { streetLines: [street], ...town } } },
    serviceCommitMessage: { type: "HELD_PACKAGE_AVAILABLE_FOR_RECIPIENT_PICKUP_WITH_ADDRESS", message },
  };
}

export function errorAt(code: string): Json {
  return { trackingNumberInfo: { trackingNumber: NUMBER }, error: { code, message: "Some words" } };
}

export const parsed = (reply: unknown) => parsedBy(fedex, reply);

/** The report of one number with these results. */
export const report = (...results: readonly Json[]) => foundBy(fedex, replyOf({ [NUMBER]: results }));
