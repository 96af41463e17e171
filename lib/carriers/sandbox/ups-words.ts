import type { Step } from "./script.ts";

/** How UPS writes a status. `statusCode` decides what it means: a type X may be a parcel that was just cleared. */
export type UpsStatus = {
  readonly type: string;
  readonly code: string;
  readonly statusCode: string;
  readonly description: string;
  readonly simplifiedTextDescription: string;
};

/** Codes of the tracking API's appendix, with words of our own; some are padded, as UPS's are. */
export const UPS_WORDS: Readonly<Record<Step, UpsStatus>> = {
  label: status("M MP 003", "Label made, parcel not with UPS yet. ", "Label Created"),
  picked_up: status("I PU 038", "Pickup Scan ", "We Have Your Package"),
  departed: status("I DP 005", "Departed from Facility", "On the Way"),
  arrived: status("I AR 005", "Arrived at Facility", "On the Way"),
  customs_in: status("I IP 012", "In clearance.", "Clearance in Progress"),
  customs_out: status("X SR 014", "Released by customs.", "Clearance Completed"),
  at_destination: status("I YP 071", "Processing at UPS Facility", "Preparing for Delivery"),
  out_for_delivery: status("I OT 021", "Out For Delivery Today", "Out for Delivery"),
  attempt_not_home: status("X 48 022", "Nobody was there.", "Delivery Attempted"),
  attempt_address: status("X A8 060", "The apartment is missing or wrong.", "Delivery Attempted"),
  attempt_closed: status("X 55 022", "The business was closed.", "Delivery Attempted"),
  held_for_pickup: status("X ZP 040", "Waiting at the counter.", "Ready for Customer Pickup"),
  // Type D, and yet not delivered while UPS names a last day there.
  in_locker: status("D 2Q 161", "Delivered to UPS Access Point™ locker ", "Delivered to UPS Access Point™"),
  delivered: status("D FS 011", "DELIVERED ", "Delivered"),
  delay_weather: status("X 7W 052", "Held up by the weather.", "Delay"),
  delay_operations: status("X CC 048", "Held up on the way.", "Delay"),
  missorted: status("X 34 048", "Sorted to a wrong facility.", "Delay"),
  holiday: status("X AZ 055", "Moved because of a holiday.", "Rescheduled Delivery"),
  held_on_request: status("X MF 019", "Kept for a later day.", "Held for Future Delivery"),
  handed_over: status("X LX 074", "Handed to the post", "UPS Delivery Partner has Shipment"),
  damaged: status("X HR 059", "Damaged on the way.", "Damage Reported"),
  address_problem: status("X AG 050", "The address is incomplete.", "Address Information Required"),
  customs_documents: status("X 43 058", "More details are needed for customs.", "Clearance Information Required"),
  customs_payment: status("X 7F 049", "Import charges are due.", "Delay: Action Required"),
  refused: status("X KT 064", "Not taken in.", "Delivery Refused"),
  lost: status("X TJ 068", "It went to the lost parcels.", "Sent to Lost and Found"),
  found: status("I YP 005", "Found, and on its way.", "On the Way"),
  return_started: status("X UF 035", "On its way back.", "Returning to Sender"),
  returned: status("X UA 034", "Back with the sender.", "Returned to Sender"),
  cancelled: status("MV VP 007", "The label was voided.", "Shipment Canceled"),
  note: status("X TB 082", "Instructions received.", "Delivery Instructions Received"),
};

/** After a delivery the usual note is that somebody wants his money back: an exception that undoes nothing. */
export const UPS_NOTE_AFTER_DELIVERY = status("X K5 013", "A refund was asked for.", "Update");

/** The second and the last time that nobody was there have codes of their own. */
export const UPS_LATER_ATTEMPTS: readonly UpsStatus[] = [
  status("X 49 023", "Nobody was there the second time.", "Delivery Attempted"),
  status("X 49 024", "Nobody was there the last time.", "Delivery Attempted"),
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
