import { codesIn, type Meaning, type Row, tableOf, UNKNOWN } from "#lib/carriers/meaning.ts";
import { DELIVERY_ROWS } from "./delivery-codes.ts";
import { EXCEPTION_ROWS } from "./exception-codes.ts";
import { FREIGHT_TYPES, meaningOfFreight } from "./freight-codes.ts";
import type { UpsStatus } from "./schema.ts";

/** The detailed status, three digits. Source: UPS Tracking appendix, status description codes. */
const STATUS_CODES = tableOf([
  { says: "info_received", codes: "003 044 045 065 077 079 080 131 133 135 157 166" },
  { says: "cancelled", codes: "007 043" },
  { says: "picked_up", codes: "038 160 167 168 169" },
  { says: "in_transit", codes: "005 010 016 025 039 047 057 063 070 071 072 073 074 075 087 093 094 137 138 143" },
  { says: "in_transit", codes: "158 159 164 165" },
  { says: "customs", codes: "012 014 084 092 134" },
  { says: "customs", codes: "058 124 125", reason: "customs_documents", action: "provide_documents" },
  { says: "customs", codes: "123", reason: "held" },
  { says: "customs", codes: "126", reason: "customs_inspection" },
  { says: "out_for_delivery", codes: "006 021 037 078 089 091 146 162" },
  { says: "delivered", codes: "011 026 156 161" },
  { says: "available_for_pickup", codes: "017 040 144", action: "pick_up" },
  { says: "attempt_failed", codes: "022 023 024 060 066 145" },
  { says: "attempt_failed", codes: "061", reason: "signature_needed", action: "be_home" },
  { says: "attempt_failed", codes: "062", reason: "payment_due", action: "pay_charges" },
  { says: "returning", codes: "033 035 036 118 119" },
  { says: "returning", codes: "081", reason: "damaged" },
  { says: "returned", codes: "034 067" },
  { says: "lost", codes: "068", reason: "lost" },
  { says: "exception", codes: "013 030 046 048 069 076 086 090 129 130 140 141" },
  { says: "exception", codes: "029 049", action: "contact_carrier" },
  { says: "exception", codes: "032 051 052 053", reason: "weather" },
  { says: "exception", codes: "019 083", reason: "held" },
  { says: "exception", codes: "050", reason: "address_problem", action: "correct_address" },
  { says: "exception", codes: "055 136", reason: "rescheduled" },
  { says: "exception", codes: "059", reason: "damaged" },
  { says: "exception", codes: "064", reason: "refused" },
  { says: "exception", codes: "085", reason: "payment_due", action: "pay_charges" },
  { says: "exception", codes: "132", reason: "security" },
  { says: "exception", codes: "139", reason: "no_access", action: "contact_carrier" },
  { says: "exception", codes: "147 149", reason: "prohibited" },
  { says: "informs", codes: "018 020 027 028 041 042 054 056 082 095 096 097 098 099 100 101 102 103 104 105 106" },
  { says: "informs", codes: "107 108 109 110 111 112 113 114 115 116 117 120 121 122 127 128 142 153 154 155" },
  { says: "unknown", codes: "000 088 148 163" },
]);

/** The second lines are Mail Innovations' (the post delivers); codes with two meanings have the one that parcels have. */
const MOVEMENT_ROWS: readonly Row[] = [
  { says: "info_received", codes: "MP OC PL SP" },
  { says: "info_received", codes: "2N ML MQ PF Q0" },
  { says: "cancelled", codes: "VP" },
  { says: "picked_up", codes: "OR PU PC PT XD" },
  { says: "picked_up", codes: "2O EN MV PA Q1 ZS" },
  { says: "in_transit", codes: "AR DP DS YP OD IP EP AG AT DL HU LC LM UL WH XA XR YH YM YN" },
  { says: "customs", codes: "MS P4 P5 Q6 Q7" },
  { says: "out_for_delivery", codes: "OT OF YF YI" },
  { says: "out_for_delivery", codes: "1A EL P9 RB RE" },
  { says: "available_for_pickup", codes: "1C 1D AU DN RP SO", action: "pick_up" },
  { says: "informs", codes: "CA CD CL UA UD" },
];

/** Where there is no detailed status: type and code. Source: the same appendix, movement, manifest and delivery codes. */
const PAIRS: ReadonlyMap<string, Meaning> = new Map([
  ...tableOf(MOVEMENT_ROWS, "I/"),
  ...tableOf([{ says: "picked_up", codes: "PU OR PC PT XD" }], "P/"),
  ...tableOf(
    [
      { says: "info_received", codes: "MP DP RD" },
      { says: "cancelled", codes: "VP" },
    ],
    "M/",
  ),
  ...tableOf(DELIVERY_ROWS, "D/"),
  ...tableOf(EXCEPTION_ROWS, "X/"),
]);

/** Where there is nothing finer. O, P and RS stand in older replies only, DO, DD and W for freight. */
const TYPES = tableOf([
  { says: "info_received", codes: "M" },
  { says: "cancelled", codes: "MV" },
  { says: "picked_up", codes: "P" },
  { says: "in_transit", codes: "I W DO" },
  { says: "out_for_delivery", codes: "O" },
  { says: "delivered", codes: "D DD" },
  { says: "exception", codes: "X" },
  { says: "returning", codes: "RS" },
  { says: "informs", codes: "U" },
  { says: "unknown", codes: "NA" },
]);

/**
 * The two detailed statuses that repeat their type ("Delivered", "Exception"), with the codes of the appendix that tell beside
 * them what it was: given back to the sender; refunds, claims and inquiries, which are paper and move no parcel.
 */
const FINER_THAN: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["011", new Set(["D/B0"])],
  [
    "013",
    new Set(codesIn("2G 3Z 5A 5B 6W 6X GN GO GQ GR HD I9 K5 K6 K7 LN LO LQ UL UW UX").map((code) => `X/${code}`)),
  ],
]);
const ACCESS_POINT = "161";
const ACCESS_POINT_PAIR = "D/2Q";
const WAITS_FOR_SHOPPER: Meaning = {
  effect: "moves",
  status: "available_for_pickup",
  reason: null,
  responsible: null,
  actionRequired: "pick_up",
};

/**
 * What a UPS status says: by detailed status, else by type and code, else by type. `waitsAtAccessPoint`: UPS named the
 * day until which the parcel waits there, so "delivered to the Access Point" is not yet delivered.
 */
export function meaningOf(status: UpsStatus, waitsAtAccessPoint: boolean): Meaning {
  const { detail, type, pair } = keysOf(status);
  if (FREIGHT_TYPES.has(type)) return meaningOfFreight(detail, status.code) ?? TYPES.get(type) ?? UNKNOWN;
  if (waitsAtAccessPoint && (detail === ACCESS_POINT || pair === ACCESS_POINT_PAIR)) return WAITS_FOR_SHOPPER;
  const finer = PAIRS.get(pair);
  if (finer !== undefined && FINER_THAN.get(detail)?.has(pair)) return finer;
  const stated = STATUS_CODES.get(detail);
  // Some replies have the type's letter in the place of the code.
  if (stated === undefined) return finer ?? TYPES.get(type || pair.slice(1)) ?? UNKNOWN;
  return finer === undefined || CLEARED.has(detail) ? stated : withReason(stated, finer);
}

/** Through with customs: the code beside it tells what had been amiss. */
const CLEARED: ReadonlySet<string> = new Set(["014", "084", "134"]);

/** The code to show and to count: the detailed status, else the code, else the type. */
export function codeOf(status: UpsStatus): string | null {
  return keysOf(status).detail || status.code || status.type;
}

/** The code knows why and what to do; the detailed status knows where the parcel stands. */
function withReason(stated: Meaning, finer: Meaning): Meaning {
  if (stated.effect !== "moves" || stated.status === "delivered") return stated;
  const actionRequired = finer.actionRequired ?? stated.actionRequired;
  if (finer.reason === null) return { ...stated, actionRequired };
  return { ...stated, reason: finer.reason, responsible: finer.responsible, actionRequired };
}

function keysOf({ statusCode, type, code }: UpsStatus) {
  const upper = (part: string | null) => part?.toUpperCase() ?? "";
  // Current statuses come with the detailed status in `code`, without a field of its own; codes have two characters.
  const stated = statusCode ?? (/^\d{3}$/.test(code ?? "") ? code : null);
  const detail = /^\d{1,2}$/.test(stated ?? "") ? stated?.padStart(3, "0") : stated;
  return { detail: upper(detail ?? null), type: upper(type), pair: `${upper(type)}/${upper(code)}` };
}
