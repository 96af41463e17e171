import type { Step } from "./script.ts";

/** How 17TRACK writes a step: its sub-status, which begins with the status, and the stage of the journey it belongs to. */
export type SeventeentrackWords = {
  readonly subStatus: string;
  readonly stage: string | null;
  readonly description: string;
};

/** Sub-statuses and stages of API v2.2. A delay has no reason of its own, whatever delayed it. */
export const SEVENTEENTRACK_WORDS: Readonly<Record<Step, SeventeentrackWords>> = {
  label: words("InfoReceived", "InfoReceived", "Shipment information received"),
  picked_up: words("InTransit_PickedUp", "PickedUp", "Picked up by carrier"),
  departed: words("InTransit_Departure", "Departure", "Departed from facility"),
  arrived: words("InTransit_Arrival", "Arrival", "Arrived at facility"),
  customs_in: words("InTransit_CustomsProcessing", null, "Held for customs clearance"),
  customs_out: words("InTransit_CustomsReleased", null, "Released from customs"),
  at_destination: words("InTransit_Other", null, "At local delivery facility"),
  out_for_delivery: words("OutForDelivery_Other", "OutForDelivery", "Out for delivery"),
  attempt_not_home: words("DeliveryFailure_NoBody", null, "Delivery attempt failed, nobody there"),
  attempt_address: words("DeliveryFailure_InvalidAddress", null, "Delivery attempt failed, address invalid"),
  held_for_pickup: words("AvailableForPickup_Other", "AvailableForPickup", "Available for pickup"),
  delivered: words("Delivered_Other", "Delivered", "Delivered"),
  delay_weather: words("Exception_Delayed", null, "Delayed because of weather"),
  delay_operations: words("Exception_Delayed", null, "Delayed"),
  damaged: words("Exception_Damage", null, "Damaged"),
  address_problem: words("Exception_NoBody", null, "Recipient cannot be reached at this address"),
  customs_documents: words("InTransit_CustomsRequiringInformation", null, "Customs needs more documents"),
  attempt_closed: words("DeliveryFailure_Other", null, "Delivery attempt failed, business closed"),
  in_locker: words("AvailableForPickup_Other", "AvailableForPickup", "Available for pickup at a locker"),
  missorted: words("Exception_Other", null, "Sorted to a wrong facility"),
  holiday: words("Exception_Delayed", null, "Delayed by a public holiday"),
  held_on_request: words("Exception_Delayed", null, "Held until the day that the recipient chose"),
  handed_over: words("InTransit_Other", null, "Handed to delivery partner"),
  customs_payment: words("InTransit_CustomsRequiringInformation", null, "Duties and taxes are due"),
  found: words("InTransit_Other", null, "Located and on its way"),
  refused: words("Exception_Rejected", null, "Refused by recipient"),
  lost: words("Exception_Lost", null, "Lost"),
  return_started: words("Exception_Returning", "Returning", "Returning to sender"),
  returned: words("Exception_Returned", "Returned", "Returned to sender"),
  cancelled: words("Exception_Cancel", null, "Shipment cancelled"),
  note: words("InTransit_Other", null, "Delivery instructions received"),
};

/** The stages that a parcel can reach, in the order in which 17TRACK lists them. */
export const SEVENTEENTRACK_STAGES = [
  ...["InfoReceived", "PickedUp", "Departure", "Arrival", "AvailableForPickup"],
  ...["OutForDelivery", "Delivered", "Returning", "Returned"],
] as const;

function words(subStatus: string, stage: string | null, description: string): SeventeentrackWords {
  return { subStatus, stage, description };
}
