import { expect, test } from "vitest";
import { meaningOf } from "./codes.ts";

test.each([
  ["InfoReceived", "info_received"],
  ["InTransit", "in_transit"],
  ["OutForDelivery", "out_for_delivery"],
  ["AttemptFail", "attempt_failed"],
  ["Delivered", "delivered"],
  ["AvailableForPickup", "available_for_pickup"],
  ["Exception", "exception"],
  ["Expired", "expired"],
])("the tag %s is %s, with its first sub-tag, with one that nobody knows and with none", (tag, status) => {
  for (const subtag of [`${tag}_001`, `${tag}_999`, null]) {
    expect(meaningOf(tag, subtag)).toMatchObject({ effect: "moves", status, reason: null, code: subtag ?? tag });
  }
  expect(meaningOf(null, `${tag}_001`)).toMatchObject({ status });
});

test.each([
  ["Pending", "Pending_001"],
  ["Teleported", "Teleported_001"],
  [null, null],
])("the tag %j is unknown", (tag, subtag) => {
  expect(meaningOf(tag, subtag)).toMatchObject({ effect: "unknown", status: null });
});

test.each([
  ["InTransit_002", "picked_up", null, null, null],
  ["InTransit_005", "customs", null, null, null],
  ["InTransit_006", "customs", null, null, null],
  ["AttemptFail_002", "attempt_failed", "not_home", "shopper", null],
  ["AttemptFail_003", "attempt_failed", "closed", "shopper", null],
  ["Exception_002", "exception", "address_problem", "shopper", null],
  ["Exception_003", "exception", "refused", "shopper", null],
  ["Exception_004", "customs", "customs_inspection", "customs", null],
  ["Exception_005", "exception", "other", null, null],
  ["Exception_006", "exception", "payment_due", "shopper", "pay_charges"],
  ["Exception_007", "exception", "address_problem", "merchant", "correct_address"],
  ["Exception_008", "exception", "not_collected", "shopper", null],
  ["Exception_009", "exception", "prohibited", "merchant", null],
  ["Exception_010", "returning", null, null, null],
  ["Exception_011", "returned", null, null, null],
  ["Exception_012", "exception", "damaged", "carrier", null],
  ["Exception_013", "lost", "lost", "carrier", null],
  ["Exception_016", "exception", "operations", "carrier", null],
  ["Exception_017", "exception", "weather", "nature", null],
  ["Exception_018", "customs", "customs_documents", "customs", "provide_documents"],
  ["Exception_019", "exception", "operations", "carrier", null],
  ["Exception_020", "cancelled", null, null, null],
  ["Exception_021", "exception", "other", null, null],
  ["AvailableForPickup_001", "available_for_pickup", null, null, "pick_up"],
])("%s is %s because of %s, by %s, and asks to %s", (subtag, status, reason, responsible, actionRequired) => {
  const expected = { effect: "moves", status, reason, responsible, actionRequired, code: subtag };
  expect(meaningOf(subtag.split("_")[0] ?? "", subtag)).toMatchObject(expected);
});

test("a parcel at the neighbour's lies there", () => {
  expect(meaningOf("Delivered", "Delivered_005")).toMatchObject({ status: "delivered", leftAt: "Neighbour" });
  expect(meaningOf("Delivered", "Delivered_001").leftAt).toBeNull();
});
