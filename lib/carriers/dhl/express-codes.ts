import { codesOf, TO_BE_PAID, WRONG_ADDRESS } from "./fine-codes.ts";

/** DHL Express. 101 to 104 stand on the shipment, the letters on its events. */
export const EXPRESS = codesOf([
  ["104", "info_received"],
  ["PU SA", "picked_up"],
  ["102 AF AR DF FD PL SM TP TR", "in_transit"],
  ["BN BR CD CR IC UD", "customs"],
  ["WC", "out_for_delivery"],
  ["CC", "available_for_pickup"],
  ["101 OK", "delivered"],
  ["DD", "delivered", { reason: "damaged" }],
  ["NH", "attempt_failed", { reason: "not_home" }],
  ["CA", "attempt_failed", { reason: "closed" }],
  ["ND", "attempt_failed"],
  ["RD", "exception", { reason: "refused" }],
  ["BA CM", "exception", WRONG_ADDRESS],
  ["HP", "exception", TO_BE_PAID],
  ["OH SS", "exception", { reason: "held" }],
  ["103 DS", "exception"],
  ["RT", "returning"],
  ["MC MS", "coarse", { reason: "missorted" }],
  ["MD", "coarse", { reason: "missed_connection" }],
  ["AD", "coarse", { reason: "rescheduled" }],
  ["PY RR SC", "informs"],
]);

/** DHL Freight. */
export const FREIGHT = codesOf([
  ["13-0", "picked_up"],
  ["12-0 20-126", "customs"],
  ["24-501 361-139", "out_for_delivery"],
  ["20-13", "available_for_pickup"],
  ["21-0 21-23 21-234 21-600 24-600", "delivered"],
  ["20-211", "attempt_failed", { reason: "closed" }],
  ["56-211", "attempt_failed", { reason: "not_home" }],
  ["20-234", "attempt_failed", WRONG_ADDRESS],
  ["56-241", "exception", { reason: "refused", action: "provide_documents" }],
  ["56-284 56-611", "exception", { reason: "refused" }],
  ["20-296 56-292", "exception", TO_BE_PAID],
  ["20-266", "coarse", { reason: "weather" }],
  ["20-354", "coarse", { reason: "holiday" }],
  ["20-270", "coarse", { reason: "operations" }],
  ["56-222", "returning"],
  ["7-0", "cancelled"],
]);

/** DHL Global Forwarding. */
export const FORWARDING = codesOf([
  ["DATA_SUBMITTED", "info_received"],
  ["PICKUP_SUCCESSFUL", "picked_up"],
  ["ARRIVED_AT_CUSTOMS CLEARED_BY_CUSTOMS HELD_AT_CUSTOMS", "customs"],
  ["OUT_FOR_DELIVERY", "out_for_delivery"],
  ["DELIVERED", "delivered"],
  ["DELIVERY_EXCEPTION", "exception"],
]);
