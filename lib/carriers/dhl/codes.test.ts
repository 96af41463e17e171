import { expect, test } from "vitest";
import { meaningOf } from "./codes.ts";

function toldBy(service: string | null, statusCode: string | null, status: string | null) {
  return meaningOf(service, { statusCode, status, description: null });
}

/** In a word: the status, or the effect where there is none. */
function wordOf(service: string | null, statusCode: string | null, status: string | null): string {
  const meaning = toldBy(service, statusCode, status);
  return meaning.status ?? meaning.effect;
}

test.each([
  ["pre-transit", "info_received"],
  ["Pre-Transit", "info_received"],
  ["pre_transit", "info_received"],
  ["TRANSIT", "in_transit"],
  ["delivered", "delivered"],
  ["failure", "exception"],
  ["unknown", "unknown"],
  ["teleported", "unknown"],
  [null, "unknown"],
])("the status code %s alone is %s", (statusCode, word) => {
  expect(wordOf(null, statusCode, null)).toBe(word);
  expect(wordOf("no-such-division", statusCode, "WC")).toBe(word);
});

test.each([
  ["express", "transit", "PU", "picked_up"],
  ["Express", "transit", "wc", "out_for_delivery"],
  ["express", "transit", "IC", "customs"],
  ["express", "failure", "NH", "attempt_failed"],
  ["express", "transit", "CC", "available_for_pickup"],
  ["express", "transit", "RT", "returning"],
  ["express", "failure", "RT", "returning"],
  ["express", "delivered", "RT", "returned"],
  ["express", "transit", "RR", "informs"],
  ["parcel-de", "transit", "PO", "out_for_delivery"],
  ["parcel_de", "transit", "ZF", "available_for_pickup"],
  ["parcel-de", "delivered", "ZF", "available_for_pickup"],
  ["parcel-de", "transit", "LA", "in_transit"],
  ["parcel-de", "transit", "ZO", "customs"],
  ["parcel-de", "failure", "ZN", "attempt_failed"],
  ["parcel-de", "delivered", "GT", "informs"],
  ["ecommerce", "transit", "597", "out_for_delivery"],
  ["ecommerce", "transit", "599", "available_for_pickup"],
  ["ecommerce", "failure", "690", "lost"],
  ["ecommerce", "pre-transit", "101", "cancelled"],
  ["ecommerce-europe", "delivered", "45", "available_for_pickup"],
  ["ecommerce-europe", "failure", "100", "returning"],
  ["ecommerce-europe", "delivered", "366", "returned"],
  ["ecommerce-ppl", "pre-transit", "999", "cancelled"],
  ["parcel-nl", "transit", "NOT_HOME_TO_PARCELSHOP", "attempt_failed"],
  ["parcel-nl", "transit", "DELIVERED_AT_PARCELSTATION", "available_for_pickup"],
  ["parcel-nl", "transit", "ON_ROUTE_TO_SHIPPER", "returning"],
  ["parcel-pl", "transit", "LK", "out_for_delivery"],
  ["parcel-pl", "transit", "OWL_PS_ONO", "available_for_pickup"],
  ["svb", "delivered", "RETURNED_TO_SENDER", "returned"],
  ["freight", "transit", "24-501", "out_for_delivery"],
  ["freight", "transit", "12-0", "customs"],
  ["dgf", "transit", "HELD_AT_CUSTOMS", "customs"],
  ["dgf", "transit", "CLEARED_BY_CUSTOMS", "customs"],
  ["express", "transit", "CR", "customs"],
  ["parcel-nl", "transit", "PARCEL_WILL_BE_DELIVERED_SOON", "out_for_delivery"],
  ["parcel-nl", "transit", "INTERVENTION_RECEIVER_REQUESTS_DELIVERY_AT_PARCELSHOP", "informs"],
  ["parcel-nl", "transit", "PARCELSHOP_FULL_REDELIVER", "attempt_failed"],
  ["ecommerce", "transit", "502", "customs"],
  ["ecommerce", "transit", "856", "returning"],
  ["ecommerce-europe", "transit", "133", "customs"],
  ["ecommerce-europe", "transit", "96", "attempt_failed"],
  ["parcel-pl", "transit", "EDC", "customs"],
  ["svb", "transit", "NOTIFIED", "available_for_pickup"],
])("%s: %s with %s is %s", (service, statusCode, status, word) => {
  expect(wordOf(service, statusCode, status)).toBe(word);
});

test("the same code of another division is another code", () => {
  expect([wordOf("express", "transit", "DD"), wordOf("parcel-de", "transit", "DD")]).toEqual(["in_transit", "informs"]);
  expect([wordOf("express", "transit", "101"), wordOf("ecommerce", "transit", "101")]).toEqual([
    "in_transit",
    "cancelled",
  ]);
});

test("the word in the place of the finer code stands in where the status code is missing", () => {
  expect(toldBy("express", null, "transit")).toMatchObject({ status: "in_transit", code: "transit" });
  expect(wordOf("parcel-nl", null, "On its way to you")).toBe("unknown");
});

test("a text where the code belongs leaves the word to the status code", () => {
  expect(toldBy("express", "pre-transit", "DELIVERED")).toMatchObject({
    status: "info_received",
    code: "pre-transit",
  });
});

test.each([
  ["ecommerce", "transit", "OUT FOR DELIVERY", "out_for_delivery"],
  ["parcel-de", "transit", "It was loaded onto the delivery vehicle", "out_for_delivery"],
  ["parcel-de", "transit", "Heute in das Zustellfahrzeug geladen.", "out_for_delivery"],
  ["ecommerce", "failure", "NOTICE LEFT (NO AUTHORIZED RECIPIENT AVAILABLE)", "attempt_failed"],
  ["ecommerce", "transit", "AVAILABLE FOR PICKUP", "available_for_pickup"],
  ["ecommerce", "transit", "CLEARED CUSTOMS", "customs"],
  ["ecommerce", "failure", "RETURN TO SENDER", "returning"],
  ["ecommerce", "delivered", "NOTICE LEFT", "delivered"],
  ["ecommerce", "transit", "DELIVERED TO AGENT FOR FINAL DELIVERY", "in_transit"],
  ["ecommerce", "transit", "CLOSE BAG", "in_transit"],
  ["ecommerce", "unknown", "OUT FOR DELIVERY", "unknown"],
])("words in the code's place: %s, %s with %j is %s", (service, statusCode, status, word) => {
  expect(wordOf(service, statusCode, status)).toBe(word);
  expect(toldBy(service, statusCode, status).code).toBe(statusCode);
});

test.each([
  ["Delivered", "delivered"],
  ["Shipment is out with courier for delivery", "out_for_delivery"],
  ["Processed at BOISE - USA", "in_transit"],
  ["Shipment picked up", "picked_up"],
  ["Shipment is on hold", "exception"],
  ["Customs clearance status updated. It may start early.", "informs"],
  ["Returned to shipper", "returning"],
  ["Ein anderes Wort", "unknown"],
])("an event without any code is read by its words, marked: %j is %s", (description, word) => {
  const told = meaningOf("express", { statusCode: null, status: null, description });
  expect([told.status ?? told.effect, told.code, told.byText]).toEqual([word, null, word !== "unknown"]);
  expect(meaningOf("express", { statusCode: "transit", status: null, description }).status).toBe("in_transit");
});

test("no finer code makes a parcel delivered whose status code says where else it is", () => {
  expect(wordOf("express", "transit", "OK")).toBe("in_transit");
  expect(wordOf("parcel-nl", "pre-transit", "DELIVERED")).toBe("info_received");
  expect(toldBy("parcel-nl", "transit", "DELIVERED_AT_NEIGHBOURS").leftAt).toBeNull();
  expect(wordOf("express", "unknown", "OK")).toBe("delivered");
});

test("what is delivered is not undone by a finer code, but a return's delivery is the sender's", () => {
  expect(wordOf("express", "delivered", "WC")).toBe("delivered");
  expect(wordOf("express", "delivered", "RD")).toBe("delivered");
  expect(wordOf("parcel-pl", "delivered", "ZWN")).toBe("returned");
});

test.each([
  ["express", "failure", "RD", { reason: "refused", responsible: "shopper" }],
  [
    "express",
    "failure",
    "BA",
    { reason: "address_problem", responsible: "merchant", actionRequired: "correct_address" },
  ],
  ["express", "transit", "HP", { reason: "payment_due", actionRequired: "pay_charges" }],
  [
    "parcel-nl",
    "transit",
    "INSUFFICIENT_DOCUMENTATION",
    { reason: "customs_documents", actionRequired: "provide_documents" },
  ],
  ["parcel-nl", "transit", "STORAGE_PERIOD_ENDED_AT_PARCELSHOP", { reason: "not_collected" }],
  [
    "ecommerce-europe",
    "failure",
    "264",
    { effect: "moves", status: "exception", reason: "weather", responsible: "nature" },
  ],
  ["parcel-nl", "failure", "DENIED_PARTIES", { status: "exception", reason: "prohibited", responsible: null }],
  ["parcel-nl", "failure", "SHIPMENT_STOPPED", { status: "exception", reason: "prohibited", responsible: null }],
  ["freight", "transit", "20-266", { effect: "moves", status: "in_transit", reason: "weather" }],
  ["ecommerce-europe", "transit", "142", { reason: "rescheduled", responsible: "shopper" }],
  ["ecommerce", "transit", "581", { reason: "rescheduled", responsible: null }],
  ["ecommerce-europe", "transit", "96", { reason: "closed", responsible: "carrier" }],
  ["parcel-nl", "transit", "TRANSPORT_DELAY", { status: "in_transit", reason: "operations" }],
  ["ecommerce", "failure", "620", { reason: "damaged", responsible: "carrier" }],
  ["parcel-de", "transit", "ZF", { reason: null, actionRequired: "pick_up" }],
  ["parcel-pl", "delivered", "DOR_SAS", { leftAt: "Neighbour" }],
  ["ecommerce", "delivered", "657", { leftAt: "Parcel box" }],
])(
  "%s: %s with %s says why, whose doing it is, what to do and where it lies",
  (service, statusCode, status, expected) => {
    expect(toldBy(service, statusCode, status)).toMatchObject({ ...expected, code: status });
  },
);
