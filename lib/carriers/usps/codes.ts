import { keyOf, type Meaning, tableOf, UNKNOWN } from "#lib/carriers/meaning.ts";

/** `statusCategory`. */
const CATEGORIES = tableOf([
  { says: "info_received", codes: "pre-shipment" },
  { says: "picked_up", codes: "accepted" },
  { says: "in_transit", codes: "in-transit" },
  { says: "out_for_delivery", codes: "out-for-delivery" },
  { says: "delivered", codes: "delivered" },
  { says: "available_for_pickup", codes: "available-for-pickup", action: "pick_up" },
  { says: "attempt_failed", codes: "delivery-attempt" },
  { says: "exception", codes: "alert" },
]);

/**
 * `eventCode`, as seen in replies. The full list is Publication 199, Appendix G, which is not open: a code that is not
 * here stays unknown, and the category speaks for the parcel.
 */
const EVENT_CODES = tableOf([
  { says: "info_received", codes: "MA GX GC" },
  { says: "picked_up", codes: "03 OA" },
  { says: "in_transit", codes: "10 A1 EF T1 SF TL NP PC 07" },
  { says: "out_for_delivery", codes: "OF" },
  { says: "delivered", codes: "01" },
  { says: "attempt_failed", codes: "02 53 54 55 56 H0" },
  { says: "available_for_pickup", codes: "14", action: "pick_up" },
]);

/** What a scan's code says; a single digit is the code with its zero lost on the way. */
export function meaningOfEvent(code: string | null): Meaning {
  return EVENT_CODES.get((code ?? "").toUpperCase().padStart(2, "0")) ?? UNKNOWN;
}

/** What a parcel's category says. */
export function meaningOfCategory(category: string | null): Meaning {
  return CATEGORIES.get(keyOf(category)) ?? UNKNOWN;
}
