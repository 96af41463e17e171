import { foundBy, type Json, parsedBy } from "#lib/carriers/parsed-testing.ts";
import { ups } from "./client.ts";

export const NUMBER = "1Z5R89390357567127";
export const OTHER = "1Z5R89390361234561";

/** A scan in Boise; `codes` is "type code statusCode", with `-` for what UPS leaves out. */
export function activity(codes: string, date = "20260310", time = "081500", more: Json = {}): Json {
  const address = { city: "Boise", stateProvince: "ID", postalCode: "83702", country: "US", countryCode: "US" };
  return { date, time, location: { address }, status: status(codes), ...more };
}

export function status(codes: string, description = "Something happened"): Json {
  const [type, code, statusCode] = codes.split(" ").map((part) => (part === "-" ? undefined : part));
  return { type, code, statusCode, description };
}

/** A reply with one package. */
export function replyOf(parcel: Json): Json {
  return { trackResponse: { shipment: [{ inquiryNumber: NUMBER, package: [{ trackingNumber: NUMBER, ...parcel }] }] } };
}

/** A reply about two numbers that uses every field that we read; `more` stands in the first one's only scan. */
export function fullReply(more: Json = {}): Json {
  const first = {
    trackingNumber: NUMBER,
    activity: [activity("D FS 011", "20260310", "134500", { gmtDate: "20260310", gmtTime: "19:45:00", ...more })],
    currentStatus: status("D FS 011"),
    deliveryDate: [{ type: "DEL", date: "20260310" }],
    deliveryTime: { type: "DEL", startTime: "", endTime: "134600" },
    deliveryInformation: { receivedBy: "RAMOS", location: "Porch" },
    accessPointInformation: { pickupByDate: "" },
    packageAddress: [{ type: "DESTINATION", address: { addressLine1: "12 Elm St" } }],
  };
  const second = { trackingNumber: OTHER, activity: [activity("I OT 021")] };
  return {
    trackResponse: {
      shipment: [
        { inquiryNumber: NUMBER, package: [first], warnings: [{ code: "TW0000" }] },
        { inquiryNumber: OTHER, package: [second] },
      ],
    },
  };
}

export const parsed = (reply: unknown) => parsedBy(ups, reply);

/** The report of a package with these fields. */
export const report = (parcel: Json) => foundBy(ups, replyOf(parcel));

/** What a scan with these codes says, in a word. */
export function said(codes: string, more: Json = {}): string {
  const [scan] = report({ activity: [activity(codes)], ...more }).scans;
  return scan?.status ?? scan?.effect ?? "nothing";
}
