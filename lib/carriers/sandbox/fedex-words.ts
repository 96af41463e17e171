import type { Step } from "./script.ts";

/**
 * How FedEx writes a step. `coarse` is what stands on a scan as `derivedStatusCode`: an OD scan carries IT. `exception` is
 * a reason with its code; `delay` goes with the scan and with the latest status.
 */
export type FedexWords = {
  readonly code: string;
  readonly description: string;
  readonly coarse: string;
  readonly exception?: { readonly code: string; readonly description: string; readonly action?: string };
  readonly delay?: { readonly type: string; readonly subType?: string };
};

const ACTION = "No action is required. The package will be delivered on a later day.";

/** Codes of the Track API's status table; texts as its replies and webhooks have them. */
export const FEDEX_WORDS: Readonly<Record<Step, FedexWords>> = {
  label: { code: "OC", description: "Shipment information sent to FedEx", coarse: "IN" },
  picked_up: { code: "PU", description: "Picked up", coarse: "PU" },
  departed: { code: "DP", description: "Departed FedEx location", coarse: "IT" },
  arrived: { code: "AR", description: "Arrived at FedEx location", coarse: "IT" },
  customs_in: { code: "CP", description: "Clearance in progress", coarse: "IT" },
  customs_out: { code: "CC", description: "International shipment release - Import", coarse: "IT" },
  at_destination: { code: "AF", description: "At local FedEx facility", coarse: "IT" },
  out_for_delivery: { code: "OD", description: "On FedEx vehicle for delivery", coarse: "IT" },
  attempt_not_home: {
    code: "DE",
    description: "Delivery exception",
    coarse: "DE",
    exception: { code: "007", description: "Customer not available or business closed", action: ACTION },
  },
  attempt_address: {
    code: "DE",
    description: "Delivery exception",
    coarse: "DE",
    exception: { code: "03", description: "Incorrect address", action: "Contact FedEx to correct the address." },
  },
  attempt_closed: {
    code: "DE",
    description: "Delivery exception",
    coarse: "DE",
    exception: { code: "42", description: "Business closed", action: ACTION },
  },
  in_locker: { code: "HL", description: "Ready for recipient pickup", coarse: "HL" },
  held_for_pickup: { code: "HL", description: "Ready for recipient pickup", coarse: "HL" },
  delivered: { code: "DL", description: "Delivered", coarse: "DL" },
  delay_weather: {
    code: "DY",
    description: "Delay",
    coarse: "DY",
    exception: { code: "84", description: "Weather delay", action: ACTION },
    delay: { type: "WEATHER", subType: "SNOW" },
  },
  delay_operations: {
    code: "DD",
    description: "Delivery delay",
    coarse: "DY",
    exception: { code: "A12", description: "Operational delay", action: ACTION },
    delay: { type: "OPERATIONAL" },
  },
  missorted: {
    code: "SE",
    description: "Shipment exception",
    coarse: "SE",
    exception: { code: "12", description: "Package sorted to wrong route", action: ACTION },
  },
  holiday: {
    code: "DY",
    description: "Delay",
    coarse: "DY",
    exception: { code: "42", description: "Holiday - Business closed", action: ACTION },
    delay: { type: "GENERAL" },
  },
  held_on_request: {
    code: "DE",
    description: "Delivery exception",
    coarse: "DE",
    exception: { code: "17", description: "Customer requested future delivery", action: ACTION },
  },
  handed_over: { code: "TR", description: "Transfer to delivery partner", coarse: "IT" },
  damaged: {
    code: "SE",
    description: "Shipment exception",
    coarse: "SE",
    exception: { code: "10", description: "Damaged, delivery not completed" },
  },
  address_problem: {
    code: "SE",
    description: "Shipment exception",
    coarse: "SE",
    exception: { code: "03", description: "Incorrect address", action: "Contact FedEx to correct the address." },
  },
  customs_documents: {
    code: "CD",
    description: "Clearance delay",
    coarse: "SE",
    exception: { code: "50", description: "Improper or missing paperwork", action: "Provide the missing documents." },
    delay: { type: "CLEARANCE" },
  },
  customs_payment: {
    code: "CD",
    description: "Clearance delay",
    coarse: "SE",
    exception: { code: "93", description: "Duties and taxes are due", action: "Pay the duties and taxes." },
    delay: { type: "CLEARANCE" },
  },
  refused: {
    code: "SE",
    description: "Shipment exception",
    coarse: "SE",
    exception: { code: "07", description: "Shipment refused by recipient" },
  },
  lost: {
    code: "SE",
    description: "Shipment exception",
    coarse: "SE",
    exception: { code: "099", description: "Unable to deliver: the package cannot be located" },
  },
  found: { code: "IT", description: "Package located, in transit", coarse: "IT" },
  return_started: { code: "RS", description: "Returning package to shipper", coarse: "RS" },
  returned: { code: "RS", description: "Package returned to shipper", coarse: "RS" },
  cancelled: { code: "CA", description: "Shipment cancelled by sender", coarse: "CA" },
  note: { code: "AO", description: "Shipment arriving On-Time", coarse: "IT" },
};

/** What FedEx adds to the history when the parcel is long there. */
export const FEDEX_NOTE_AFTER_DELIVERY: FedexWords = {
  code: "IN",
  description: "On Demand Care completed",
  coarse: "IN",
};
