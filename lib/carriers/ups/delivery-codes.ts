import type { Row } from "#lib/carriers/meaning.ts";

/**
 * Codes under type D. Most are words for a delivery and where it was left, and say what the type says; here is what is none,
 * or not one to the shopper: notices, delays and the results of collections. Source: UPS Tracking appendix, delivery codes.
 */
export const DELIVERY_ROWS: readonly Row[] = [
  { says: "delivered", codes: "FS KB 2Q 2W A0 UC" },
  { says: "returned", codes: "B0" },
  { says: "available_for_pickup", codes: "1N EP ZI ZQ", action: "pick_up" },
  { says: "out_for_delivery", codes: "2K 7K OF OT" },
  { says: "in_transit", codes: "2D 2J 4X 7A 85 F0 F3 F7 OD YH VS" },
  { says: "customs", codes: "83 86 BN EZ ST" },
  { says: "customs", codes: "70 B2 DK L4 RQ", reason: "customs_inspection" },
  { says: "customs", codes: "ET SG", reason: "customs_documents", action: "provide_documents" },
  { says: "attempt_failed", codes: "CI", reason: "not_home" },
  { says: "attempt_failed", codes: "BI FO", reason: "closed" },
  { says: "attempt_failed", codes: "DI", reason: "payment_due", action: "pay_charges" },
  { says: "exception", codes: "50 BO DZ MV", reason: "address_problem", action: "correct_address" },
  { says: "exception", codes: "NS NX OE", reason: "no_access", action: "contact_carrier" },
  { says: "exception", codes: "BS FC", action: "contact_carrier" },
  { says: "exception", codes: "53", reason: "refused" },
  { says: "exception", codes: "5F", reason: "not_collected" },
  { says: "exception", codes: "28 GK", reason: "damaged" },
  { says: "exception", codes: "CR EJ", reason: "weather" },
  { says: "exception", codes: "41 42 44 CB EF EI EL EM", reason: "operations" },
  { says: "exception", codes: "EK", reason: "missed_connection" },
  { says: "exception", codes: "61 62 BL RN", reason: "prohibited" },
  { says: "exception", codes: "32", reason: "rescheduled" },
  { says: "exception", codes: "74 CU", reason: "other", responsible: "merchant" },
  { says: "exception", codes: "0 9 12 57 7B BM CO DO EA F2 FZ HI KU L6 LM SB SE TW" },
  { says: "informs", codes: "1Z 2C 38 8Q 98 AU EB EC EE EG EQ F1 FB FD FI FV GW MY UJ ZE" },
];
