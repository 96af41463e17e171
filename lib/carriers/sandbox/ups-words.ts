import type { Step } from "./script.ts";

/** How UPS writes a status. `statusCode` decides what it means: a type X may be a parcel that was just cleared. */
export type UpsStatus = {
  readonly type: string;
  readonly code: string;
  readonly statusCode: string;
  readonly description: string;
  readonly simplifiedTextDescription: string;
};

/** Codes and texts of the tracking API's appendix; some texts are padded there as they are here. */
export const UPS_WORDS: Readonly<Record<Step, UpsStatus>> = {
  label: status("M MP 003", "Shipper created a label, UPS has not received the package yet. ", "Label Created"),
  picked_up: status("I PU 038", "Pickup Scan ", "We Have Your Package"),
  departed: status("I DP 005", "Departed from Facility", "On the Way"),
  arrived: status("I AR 005", "Arrived at Facility", "On the Way"),
  customs_in: status("I IP 012", "Your package is being processed at a clearance facility.", "Clearance in Progress"),
  customs_out: status("X SR 014", "Your package was released by the customs agency.", "Clearance Completed"),
  at_destination: status("I YP 071", "Processing at UPS Facility", "Preparing for Delivery"),
  out_for_delivery: status("I OT 021", "Out For Delivery Today", "Out for Delivery"),
  attempt_not_home: status("X 48 022", "The receiver was not available for delivery.", "Delivery Attempted"),
  attempt_address: status("X A8 060", "The apartment number is either missing or incorrect.", "Delivery Attempted"),
  attempt_closed: status("X 55 022", "The business of the receiver was closed.", "Delivery Attempted"),
  held_for_pickup: status("X ZP 040", "The package is awaiting customer pickup.", "Ready for Customer Pickup"),
  // Type D, and yet not delivered while UPS names a last day there.
  in_locker: status("D 2Q 161", "Delivered to UPS Access Point™ locker ", "Delivered to UPS Access Point™"),
  delivered: status("D FS 011", "DELIVERED ", "Delivered"),
  delay_weather: status("X 7W 052", "Severe weather conditions have delayed delivery.", "Delay"),
  delay_operations: status("X CC 048", "Due to operating conditions, your package may be delayed.", "Delay"),
  missorted: status("X 34 048", "The package was sorted to a wrong facility. This may cause a delay.", "Delay"),
  holiday: status("X AZ 055", "Delivery was rescheduled because of a holiday.", "Rescheduled Delivery"),
  held_on_request: status("X MF 019", "The package is held for a later delivery day.", "Held for Future Delivery"),
  handed_over: status("X LX 074", "Package transferred to post office", "UPS Delivery Partner has Shipment"),
  damaged: status("X HR 059", "The package was damaged in transit.", "Damage Reported"),
  address_problem: status(
    "X AG 050",
    "The address is incomplete. This may delay delivery.",
    "Address Information Required",
  ),
  customs_documents: status("X 43 058", "UPS needs more details to clear customs.", "Clearance Information Required"),
  customs_payment: status("X 7F 049", "Import charges are due for this package.", "Delay: Action Required"),
  refused: status("X KT 064", "The receiver refused the delivery.", "Delivery Refused"),
  lost: status("X TJ 068", "We sent the package to UPS Lost and Found.", "Sent to Lost and Found"),
  found: status("I YP 005", "The package was located and is on its way.", "On the Way"),
  return_started: status("X UF 035", "We're in the process of returning this package.", "Returning to Sender"),
  returned: status("X UA 034", "UPS has returned your package to the sender.", "Returned to Sender"),
  cancelled: status("MV VP 007", "Shipment information was voided.", "Shipment Canceled"),
  note: status("X TB 082", "UPS received delivery instructions.", "Delivery Instructions Received"),
};

/** After a delivery the usual note is that somebody wants his money back: an exception that undoes nothing. */
export const UPS_NOTE_AFTER_DELIVERY = status(
  "X K5 013",
  "A guaranteed service refund has been requested for this package.",
  "Update",
);

/** The second and the last time that nobody was there have codes of their own. */
export const UPS_LATER_ATTEMPTS: readonly UpsStatus[] = [
  status("X 49 023", "The receiver was not available at the second attempt.", "Delivery Attempted"),
  status("X 49 024", "The receiver was not available at the final attempt.", "Delivery Attempted"),
];

/** With a neighbor and in a box at the house it has codes of their own; anywhere else at the door it has one. */
export function upsDelivered(leftAt: string | null): UpsStatus {
  const { delivered } = UPS_WORDS;
  if (leftAt === "neighbor") return { ...delivered, code: "3H", description: "DELIVERED TO NEIGHBOR " };
  return leftAt === "parcel locker" ? { ...delivered, code: "P5", description: "DELIVERED TO LOCKER " } : delivered;
}

function status(codes: string, description: string, simplifiedTextDescription: string): UpsStatus {
  const [type = "", code = "", statusCode = ""] = codes.split(" ");
  return { type, code, statusCode, description, simplifiedTextDescription };
}
