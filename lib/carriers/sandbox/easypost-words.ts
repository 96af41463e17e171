import type { Step } from "./script.ts";

/** How EasyPost writes a step: the coarse status, one of its 28 details, and the carrier's sentence made plain. */
export type EasypostWords = { readonly status: string; readonly detail: string; readonly message: string };

/** Statuses and details of the Tracker object. EasyPost knows no delivery attempt and no end of a return. */
export const EASYPOST_WORDS: Readonly<Record<Step, EasypostWords>> = {
  label: words("pre_transit label_created", "Shipping label created"),
  picked_up: words("in_transit received_at_origin_facility", "Picked up"),
  departed: words("in_transit departed_facility", "Departed facility"),
  arrived: words("in_transit arrived_at_facility", "Arrived at facility"),
  customs_in: words("in_transit status_update", "Clearance in progress"),
  customs_out: words("in_transit status_update", "Clearance completed"),
  at_destination: words("in_transit received_at_destination_facility", "Arrived at local facility"),
  out_for_delivery: words("out_for_delivery out_for_delivery", "Out for delivery"),
  attempt_not_home: words("failure delivery_exception", "Delivery attempted, nobody available"),
  attempt_address: words("failure address_correction", "Delivery attempted, address incomplete"),
  held_for_pickup: words("available_for_pickup arrived_at_pickup_location", "Available for pickup"),
  delivered: words("delivered arrived_at_destination", "Delivered"),
  delay_weather: words("in_transit weather_delay", "Weather delay"),
  delay_operations: words("in_transit delayed", "Arriving late"),
  damaged: words("failure damaged", "Damaged"),
  address_problem: words("failure address_correction", "Address correction needed"),
  customs_documents: words("in_transit awaiting_information", "Documents for customs missing"),
  attempt_closed: words("failure delivery_exception", "Delivery attempted, business closed"),
  in_locker: words("available_for_pickup arrived_at_pickup_location", "Available for pickup at a locker"),
  missorted: words("in_transit missorted", "Missorted, being rerouted"),
  holiday: words("in_transit delayed", "Delayed by a holiday"),
  held_on_request: words("in_transit delayed", "Held at the recipient's request"),
  handed_over: words("in_transit in_transit", "Handed to delivery partner"),
  customs_payment: words("in_transit awaiting_information", "Duties and taxes are due"),
  found: words("in_transit in_transit", "Package located"),
  refused: words("failure refused", "Refused by recipient"),
  lost: words("failure lost", "Package cannot be located"),
  return_started: words("return_to_sender return", "Returning to sender"),
  returned: words("return_to_sender return", "Returned to sender"),
  cancelled: words("cancelled cancelled", "Label voided"),
  note: words("unknown status_update", "Delivery instructions received"),
};

function words(codes: string, message: string): EasypostWords {
  const [status = "", detail = ""] = codes.split(" ");
  return { status, detail, message };
}
