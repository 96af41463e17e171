import { keyOf, type Meaning, tableOf, UNKNOWN } from "#lib/carriers/meaning.ts";

/** `statusCategory`, in the words of the API and of usps.com. */
const CATEGORIES = tableOf([
  { says: "info_received", codes: "pre-shipment label-created" },
  { says: "picked_up", codes: "accepted" },
  { says: "in_transit", codes: "in-transit moving-through-network on-the-way" },
  { says: "out_for_delivery", codes: "out-for-delivery" },
  { says: "delivered", codes: "delivered delivered-to-agent delivered,-to-agent" },
  { says: "available_for_pickup", codes: "available-for-pickup ready-for-pickup", action: "pick_up" },
  { says: "attempt_failed", codes: "delivery-attempt delivery-attempt:-action-needed delivery-attempted" },
  { says: "attempt_failed", codes: "attempted-delivery" },
  { says: "returning", codes: "return-to-sender returning-to-sender" },
  { says: "exception", codes: "alert" },
]);

/**
 * `eventCode`. The full list is Publication 199, Appendix G, which is not open; these are the codes of its domestic scan
 * events as replies and public clients have them (USPS::WebTools::Tracking::Codes of CPAN; USPS customer daily extract). A
 * code that is not here stays unknown, and the category speaks for the parcel.
 */
const EVENT_CODES = tableOf([
  { says: "info_received", codes: "MA GX GC" },
  { says: "picked_up", codes: "03 OA AD TM PA 43 80" },
  { says: "in_transit", codes: "10 A1 EF T1 SF TL NP PC 07 06 19 41 42 81 82" },
  { says: "out_for_delivery", codes: "OF" },
  { says: "delivered", codes: "01 17" },
  { says: "attempt_failed", codes: "02 52 54 H0" },
  { says: "attempt_failed", codes: "30 53", reason: "no_access" },
  { says: "attempt_failed", codes: "51", reason: "closed" },
  { says: "attempt_failed", codes: "55 56", reason: "not_home" },
  { says: "available_for_pickup", codes: "14 16", action: "pick_up" },
  { says: "exception", codes: "04", reason: "refused" },
  { says: "exception", codes: "05", reason: "address_problem", action: "correct_address" },
  { says: "exception", codes: "08 15", reason: "missorted" },
  { says: "exception", codes: "71", reason: "rescheduled" },
  { says: "returning", codes: "09" },
  { says: "returning", codes: "21 22 23 24 25 26", reason: "address_problem" },
  { says: "returning", codes: "27 31", reason: "not_collected" },
  { says: "returning", codes: "28 29", reason: "other" },
  { says: "returning", codes: "44", reason: "other", responsible: "merchant" },
  { says: "lost", codes: "11", reason: "lost" },
  { says: "informs", codes: "DX" },
]);

/** What a scan's code says; a single digit is the code with its zero lost on the way. */
export function meaningOfEvent(code: string | null): Meaning {
  return EVENT_CODES.get((code ?? "").toUpperCase().padStart(2, "0")) ?? UNKNOWN;
}

/** What a parcel's category says. */
export function meaningOfCategory(category: string | null): Meaning {
  return CATEGORIES.get(keyOf(category)) ?? UNKNOWN;
}
