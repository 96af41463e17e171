import type { Step } from "./script.ts";

/** How USPS writes a step: the event's code and text, and the category of the whole report while it is the latest. */
export type UspsWords = { readonly code: string; readonly text: string; readonly category: string };

/**
 * Codes of Publication 199 where they are publicly known (G-4, as its clients list them). Delays, damage and customs have
 * codes that are in no public list; those here are ours, so that a client has to go by the category.
 */
export const USPS_WORDS: Readonly<Record<Step, UspsWords>> = {
  label: words("GX", "Shipping Label Created, USPS Awaiting Item", "Pre-Shipment"),
  picked_up: words("03", "USPS in possession of item", "Accepted"),
  departed: words("EF", "Departed USPS Regional Facility", "In Transit"),
  arrived: words("10", "Arrived at USPS Regional Facility", "In Transit"),
  customs_in: words("10", "Inbound Into Customs", "In Transit"),
  customs_out: words("10", "Inbound Out of Customs", "In Transit"),
  at_destination: words("07", "Arrived at Post Office", "In Transit"),
  out_for_delivery: words("OF", "Out for Delivery", "Out for Delivery"),
  attempt_not_home: words("56", "Notice Left (No Authorized Recipient Available)", "Delivery Attempt"),
  attempt_address: words("02", "Notice Left (Insufficient Address)", "Delivery Attempt"),
  attempt_closed: words("51", "Notice Left (Business Closed)", "Delivery Attempt"),
  held_for_pickup: words("14", "Available for Pickup", "Available for Pickup"),
  in_locker: words("14", "Available for Pickup, Parcel Locker", "Available for Pickup"),
  delivered: words("01", "Delivered", "Delivered"),
  delay_weather: words("WD", "Weather Delay", "Alert"),
  delay_operations: words("NT", "In Transit to Next Facility, Arriving Late", "Alert"),
  missorted: words("08", "Missent", "Alert"),
  holiday: words("71", "Rescheduled to Next Delivery Day", "Alert"),
  held_on_request: words("HR", "Held at Post Office, At Customer Request", "Alert"),
  handed_over: words("42", "USPS Handoff to Shipping Partner", "In Transit"),
  damaged: words("DM", "Processing Exception, Item Damaged", "Alert"),
  address_problem: words("05", "Undeliverable as Addressed", "Alert"),
  customs_documents: words("HC", "Held in Customs, Documents Required", "Alert"),
  customs_payment: words("HP", "Held in Customs, Payment Due", "Alert"),
  refused: words("04", "Refused", "Alert"),
  lost: words("MM", "Missing Mail Search Initiated, Item Not Located", "Alert"),
  found: words("10", "Item Located, Processed Through USPS Facility", "In Transit"),
  return_started: words("09", "Return to Sender Processed", "Alert"),
  returned: words("01", "Delivered, To Original Sender", "Delivered"),
  cancelled: words("VL", "Shipping Label Voided", "Alert"),
  note: words("IN", "Delivery Instructions Received", "In Transit"),
};

const LEFT_AT: Readonly<Record<string, string>> = {
  "front door": "Front Door/Porch",
  porch: "Front Door/Porch",
  mailbox: "In/At Mailbox",
  reception: "Front Desk/Reception/Mail Room",
  garage: "Garage or Other Location at Address",
  neighbor: "Neighbor as Requested",
  "parcel locker": "Parcel Locker",
};

/** The variant of "Delivered" is in the text alone. */
export function uspsDeliveredText(signedBy: string | null, leftAt: string | null): string {
  if (leftAt !== null) return `Delivered, ${LEFT_AT[leftAt] ?? leftAt}`;
  return signedBy === null ? "Delivered" : "Delivered, Left with Individual";
}

function words(code: string, text: string, category: string): UspsWords {
  return { code, text, category };
}
