import type { Step } from "./script.ts";
import { isParcelDe } from "./tracking-numbers.ts";

/** How DHL's unified API writes a step: `statusCode` is coarse, `status` is the code of the network that carries it. */
export type DhlWords = {
  readonly statusCode: string;
  readonly status: string;
  readonly description: string;
  readonly nextSteps?: string;
};

/** DHL Express, codes of the unified status list. 104 is the only one that stands for "announced". */
const EXPRESS: Readonly<Record<Step, DhlWords>> = {
  label: words("pre-transit 104", "Shipment information received"),
  picked_up: words("transit PU", "Shipment picked up"),
  departed: words("transit DF", "Shipment has departed from a DHL facility"),
  arrived: words("transit AF", "Arrived at DHL Sort Facility"),
  customs_in: words("transit IC", "Processed for clearance"),
  customs_out: words("transit CR", "Clearance processing complete"),
  at_destination: words("transit AR", "Arrived at DHL Delivery Facility"),
  out_for_delivery: words("transit WC", "Shipment is out with courier for delivery"),
  attempt_not_home: words("failure NH", "Delivery attempted; recipient not home", "A new attempt will be made."),
  attempt_address: words("failure BA", "Delivery attempted; the address is incomplete", "Please correct the address."),
  attempt_closed: words("failure CA", "Delivery attempted; premises were closed", "A new attempt will be made."),
  held_for_pickup: words("transit CC", "Awaiting collection by the recipient as requested"),
  in_locker: words("transit CC", "Awaiting collection by the recipient at a locker"),
  delivered: words("delivered OK", "Delivered"),
  delay_weather: words("transit OH", "Shipment is on hold because of severe weather"),
  delay_operations: words("transit MD", "The scheduled movement was missed within the DHL network"),
  missorted: words("transit MS", "The shipment was sorted to a wrong destination and is being rerouted"),
  holiday: words("transit OH", "Shipment is on hold because of a public holiday"),
  held_on_request: words("transit AD", "Delivery arranged for a day that the recipient chose"),
  handed_over: words("transit TP", "Forwarded to a third party for delivery"),
  damaged: words("failure OH", "Shipment is on hold: it was damaged"),
  address_problem: words("failure BA", "Address information needed; contact DHL", "Please correct the address."),
  customs_documents: words("failure CD", "Clearance event: documents are missing", "Please provide the documents."),
  customs_payment: words("failure HP", "Held for payment of duties and taxes", "Please pay the duties and taxes."),
  refused: words("failure RD", "Recipient refused delivery"),
  lost: words("failure SS", "The shipment cannot be located; a search has been started"),
  found: words("transit PL", "The shipment was located and is on its way"),
  return_started: words("failure RT", "Shipment is being returned to the shipper"),
  returned: words("delivered RT", "Back with the shipper"),
  cancelled: words("failure SS", "Called off by the shipper"),
  note: words("transit RR", "Customer response received"),
};

/** Parcels of the German post: 16 codes for everything, so that most troubles are BV and the text says which. */
const PARCEL_DE: Readonly<Record<Step, DhlWords>> = {
  label: words("pre-transit VA", "The sender has announced the shipment electronically."),
  picked_up: words("transit AE", "The shipment has been picked up."),
  departed: words("transit AA", "The shipment has left the parcel center."),
  arrived: words("transit EE", "The shipment has arrived in the parcel center."),
  customs_in: words("transit ZO", "The shipment is being cleared by customs."),
  customs_out: words("transit NB", "Customs clearance is complete."),
  at_destination: words("transit EE", "The shipment has arrived at the delivery base."),
  out_for_delivery: words("transit PO", "The shipment has been loaded onto the delivery vehicle."),
  attempt_not_home: words("failure ZN", "The recipient was not met.", "The shipment will be brought to a branch."),
  attempt_address: words("failure ZN", "The address is incomplete.", "Please correct the address."),
  attempt_closed: words("failure ZN", "The premises were closed.", "A new attempt will be made."),
  held_for_pickup: words("transit ZF", "The shipment is ready for collection."),
  in_locker: words("transit ZF", "The shipment is ready for collection from the Packstation."),
  delivered: words("delivered ZU", "The shipment has arrived at its recipient."),
  delay_weather: words("transit BV", "The shipment is delayed because of the weather."),
  delay_operations: words("transit BV", "The delivery of the shipment is delayed."),
  missorted: words("transit BV", "The shipment was sorted to a wrong parcel center and is being forwarded."),
  holiday: words("transit BV", "The delivery is delayed because of a public holiday."),
  held_on_request: words("transit LA", "The shipment is stored until the day that the recipient chose."),
  handed_over: words("transit NB", "The shipment has been handed over to a delivery partner."),
  damaged: words("failure BV", "The shipment was damaged."),
  address_problem: words("failure BV", "The address has to be checked.", "Please correct the address."),
  customs_documents: words("failure ZO", "Documents for customs are missing.", "Please provide the documents."),
  customs_payment: words("failure ZO", "Import charges are due.", "Please pay the import charges."),
  refused: words("failure ZN", "The recipient has refused the shipment."),
  lost: words("failure BV", "The shipment cannot be found; an inquiry has been opened."),
  found: words("transit NB", "The shipment was located and is on its way."),
  return_started: words("failure BV", "The shipment is being returned to the sender."),
  returned: words("delivered ZU", "The shipment has been returned to the sender."),
  cancelled: words("failure BV", "The announcement of the shipment was withdrawn."),
  note: words("transit DD", "A delivery day was chosen."),
};

/** Which network carries a number, as the API calls it. */
export function dhlService(number: string): "express" | "parcel-de" {
  return isParcelDe(number) ? "parcel-de" : "express";
}

/** The words for a step, by the network that carries the number. That a neighbor has it is in the text alone. */
export function dhlWords(number: string, step: Step, leftAt: string | null): DhlWords {
  const said = (isParcelDe(number) ? PARCEL_DE : EXPRESS)[step];
  if (step !== "delivered" || leftAt !== "neighbor") return said;
  return { ...said, description: "The shipment was delivered to a neighbor of the recipient" };
}

function words(codes: string, description: string, nextSteps?: string): DhlWords {
  const [statusCode = "", status = ""] = codes.split(" ");
  return { statusCode, status, description, ...(nextSteps === undefined ? {} : { nextSteps }) };
}
