import { describe, expect, test } from "vitest";
import { codesIn } from "#lib/carriers/meaning.ts";
import { DELIVERY_ROWS } from "./delivery-codes.ts";
import { EXCEPTION_ROWS } from "./exception-codes.ts";
import { activity, report, said } from "./package-testing.ts";

const STATUSES: Readonly<Record<string, string>> = {
  info_received: "003 044 065 077 131 133 157 166",
  cancelled: "007 043",
  picked_up: "038 160 167 168 169",
  in_transit: "005 010 016 057 063 071 072 073 093 137 143 164",
  customs: "012 014 058 084 092 123 124 125 126 134",
  out_for_delivery: "006 021 037 078 146 162",
  delivered: "011 026 156 161",
  available_for_pickup: "017 040 144",
  attempt_failed: "022 023 024 060 061 062 066 145",
  returning: "033 035 036 081 118 119",
  returned: "034 067",
  lost: "068",
  exception: "013 019 029 032 046 050 055 059 064 069 083 085 129 132 139 147 149",
  informs: "018 020 027 028 041 056 082 095 104 117 120 122 127 142 153 155",
  unknown: "000 088 148 163",
};

test.each(Object.entries(STATUSES))("detailed statuses that say %s", (word, codes) => {
  for (const code of codes.split(" ")) expect([code, said(`X ZZ ${code}`)]).toEqual([code, word]);
});

describe("the detailed status decides, then type and code, then the type", () => {
  test.each([
    ["a notice under D is no delivery", "D FS 005", "in_transit"],
    ["an event under X may be good news", "X SR 014", "customs"],
    ["leading zeros may be missing", "I DP 5", "in_transit"],
    ["a detailed status may stand where the code does", "X 017 -", "available_for_pickup"],
    ["the same, without a type that says it", "I 021 -", "out_for_delivery"],
    ["a status that no table has is passed over", "I OT 999", "out_for_delivery"],
    ["label under I", "I MP -", "info_received"],
    ["label under M", "M MP -", "info_received"],
    ["origin scan", "I OR -", "picked_up"],
    ["pick-up under P", "P PU -", "picked_up"],
    ["arrival", "I AR -", "in_transit"],
    ["on the vehicle, not yet out", "I OD -", "in_transit"],
    ["out for delivery", "I OT -", "out_for_delivery"],
    ["KB under D", "D KB -", "delivered"],
    ["KB under X", "X KB -", "exception"],
    ["a place at the door under D", "D MQ -", "delivered"],
    ["a delay under D", "D 42 -", "exception"],
    ["a word about a collection under D", "D EE -", "informs"],
    ["on the vehicle under D", "D OT -", "out_for_delivery"],
    ["a parcel that the post delivers", "I EL -", "out_for_delivery"],
    ["freight that left an airport, not a clearance", "DO - 005", "in_transit"],
    ["freight that is out for delivery, not delivered", "DD - 011", "out_for_delivery"],
    ["freight at its destination's warehouse", "DD - -", "delivered"],
    ["freight in store", "W 044 -", "in_transit"],
    ["nothing known of it", "NA - -", "unknown"],
    ["an update", "U UP -", "informs"],
    ["a refusal under D", "D 53 -", "exception"],
    ["back at the sender under D", "D B0 -", "returned"],
    ["a type alone", "MV - -", "cancelled"],
    ["an older type", "RS - -", "returning"],
    ["a type in the place of the code", "- D -", "delivered"],
    ["lower case", "i ot -", "out_for_delivery"],
    ["a type that no table has", "QQ 77 -", "unknown"],
    ["a status that no table has, alone", "- - 999", "unknown"],
  ])("%s", (_, codes, word) => {
    expect(said(codes)).toBe(word);
  });
});

test("given back to the sender is no delivery, and refunds and claims move nothing, where UPS says no more than delivered or exception", () => {
  expect(said("D B0 011")).toBe("returned");
  for (const code of ["K5", "K6", "5A", "GN"]) expect([code, said(`X ${code} 013`)]).toEqual([code, "informs"]);
});

test("any other detailed status beats these codes, too", () => {
  expect(["D B0 005", "X K5 048", "X 5A 130", "X GN 129"].map((codes) => said(codes))).toEqual([
    "in_transit",
    ...["exception", "exception", "exception"],
  ]);
});

test("a parcel at an Access Point waits for the shopper while UPS names the day until which it does", () => {
  const waiting = { accessPointInformation: { pickupByDate: "20260317" } };
  expect(said("D 2Q 161", waiting)).toBe("available_for_pickup");
  expect(said("D 2Q 161")).toBe("delivered");
  expect(said("D 2Q 161", { accessPointInformation: { pickupByDate: "soon" } })).toBe("delivered");
  expect(said("D 2W 011", waiting)).toBe("delivered");
});

test.each([
  ["X A8 060", "address_problem", "merchant", "correct_address"],
  ["X 48 022", "not_home", "shopper", null],
  ["X CC 048", "operations", "carrier", null],
  ["X 7W 005", "weather", "nature", null],
  ["X 43 058", "customs_documents", "merchant", "provide_documents"],
  ["X 43 014", null, null, null],
  ["X RR 058", "customs_documents", "shopper", "provide_documents"],
  ["X 1C 013", "payment_due", "shopper", "pay_charges"],
  ["X ZZ 061", "signature_needed", "shopper", "be_home"],
  ["X ZZ 147", "prohibited", null, null],
  ["X ZZ 149", "prohibited", null, null],
  ["X TX -", "prohibited", null, null],
  ["X ZP 040", null, null, "pick_up"],
  ["X HR -", "damaged", "carrier", null],
  ["X ZZ 013", null, null, null],
  ["D KT 011", null, null, null],
  ["D 50 013", "address_problem", "merchant", "correct_address"],
  ["X DD 048", null, null, "contact_carrier"],
  ["X 3J -", "closed", "carrier", null],
  ["X KY -", "late_handover", "merchant", null],
  ["X 7H -", "customs_documents", "merchant", "provide_documents"],
])("%s: because of %s, by %s, to do %s", (codes, reason, responsible, actionRequired) => {
  expect(report({ activity: [activity(codes)] }).scans[0]).toMatchObject({ reason, responsible, actionRequired });
});

test("no code stands in two rows of a table", () => {
  for (const rows of [EXCEPTION_ROWS, DELIVERY_ROWS]) {
    const codes = rows.flatMap((row) => codesIn(row.codes));
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  }
});

test("the code to show and to count is the finest that UPS gave, with its zeros", () => {
  const codes = ["I DP 5", "I ZZ -", "I - -"].map((all) => report({ activity: [activity(all)] }).scans[0]?.code);
  expect(codes).toEqual(["005", "ZZ", "I"]);
});
