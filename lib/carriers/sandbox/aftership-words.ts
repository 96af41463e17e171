import type { Played } from "./played.ts";
import type { Step } from "./script.ts";

/** How AfterShip writes a step. The tag is what stands before the number of the subtag. */
export type AftershipWords = { readonly subtag: string; readonly says: string; readonly message: string };

/** Subtags of AfterShip's delivery sub-statuses and of its help center's article on them. */
export const AFTERSHIP_WORDS: Readonly<Record<Step, AftershipWords>> = {
  label: words("InfoReceived_001", "Info Received", "Label created"),
  picked_up: words("InTransit_002", "Acceptance scan", "Shipment picked up"),
  departed: words("InTransit_007", "Package departed", "Departed from facility"),
  arrived: words("InTransit_003", "Arrival scan", "Arrived at facility"),
  customs_in: words("InTransit_006", "Customs clearance started", "Clearance in progress"),
  customs_out: words("InTransit_005", "Customs clearance completed", "Clearance completed"),
  at_destination: words("InTransit_003", "Arrival scan", "Arrived at delivery facility"),
  out_for_delivery: words("OutForDelivery_001", "Out for Delivery", "Out for delivery"),
  attempt_not_home: words("AttemptFail_002", "Addressee not available", "Nobody was there to take it"),
  attempt_address: words("AttemptFail_001", "Failed Attempt", "Delivery attempted, address incomplete"),
  held_for_pickup: words("AvailableForPickup_001", "Available for pickup", "Ready for pickup"),
  delivered: words("Delivered_001", "Delivered", "Delivered"),
  delay_weather: words("Exception_017", "Delayed by weather", "Delayed by severe weather"),
  delay_operations: words("Exception_016", "Delayed", "Delayed in operations"),
  damaged: words("Exception_012", "Damaged", "Package damaged"),
  address_problem: words("Exception_007", "Incorrect address", "Address has to be corrected"),
  customs_documents: words("Exception_018", "Customs documents missing", "Documents for customs are missing"),
  attempt_closed: words("AttemptFail_003", "Business closed", "Delivery attempted, business closed"),
  in_locker: words("AvailableForPickup_001", "Available for pickup", "Ready for pickup at a locker"),
  missorted: words("Exception_016", "Delayed", "Sorted to a wrong facility"),
  holiday: words("Exception_016", "Delayed", "Delayed by a public holiday"),
  held_on_request: words("Exception_016", "Delayed", "Held until the day that the recipient chose"),
  handed_over: words("InTransit_001", "In Transit", "Handed to delivery partner"),
  customs_payment: words("Exception_006", "Pending customer payment", "Duties and taxes are due"),
  found: words("InTransit_001", "In Transit", "Package located"),
  refused: words("Exception_003", "Rejected by customer", "Recipient refused the package"),
  lost: words("Exception_013", "Lost", "Package cannot be located"),
  return_started: words("Exception_010", "Returning to sender", "Package is on its way back"),
  returned: words("Exception_011", "Returned to sender", "Package was returned to sender"),
  cancelled: words("Exception_020", "Shipment cancelled", "Shipment was cancelled"),
  note: words("InTransit_001", "In Transit", "Delivery instructions received"),
};

/** How it was handed over is in the subtag of a delivery: signed for, left somewhere, with a neighbour, fetched. */
export function aftershipDelivered({ events, leftAt, signedBy }: Played): AftershipWords {
  const { message } = AFTERSHIP_WORDS.delivered;
  if (leftAt === "neighbor") return words("Delivered_005", "Delivered to neighbor", message);
  if (leftAt !== null) return words("Delivered_004", "Left at safe place", message);
  if (signedBy !== null) return words("Delivered_003", "Signed by customer", message);
  return events.some(({ step }) => step === "held_for_pickup")
    ? words("Delivered_002", "Picked up by customer", message)
    : AFTERSHIP_WORDS.delivered;
}

function words(subtag: string, says: string, message: string): AftershipWords {
  return { subtag, says, message };
}
