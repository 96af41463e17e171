import { expect, test } from "vitest";
import { meaningOf } from "./codes.ts";

test.each([
  ["pre_transit", "info_received"],
  ["in_transit", "in_transit"],
  ["out_for_delivery", "out_for_delivery"],
  ["delivered", "delivered"],
  ["available_for_pickup", "available_for_pickup"],
  ["return_to_sender", "returning"],
  ["failure", "exception"],
  ["error", "exception"],
  ["cancelled", "cancelled"],
  ["IN_TRANSIT", "in_transit"],
])("the status %s is %s, whatever its detail adds in other words", (status, expected) => {
  for (const detail of ["status_update", "unknown", "arrived_at_facility", "never_heard_of", null]) {
    expect(meaningOf(status, detail)).toMatchObject({ effect: "moves", status: expected, reason: null, code: status });
  }
});

test.each(["unknown", "teleported", "", null])("the status %j is unknown", (status) => {
  expect(meaningOf(status, "status_update")).toMatchObject({ effect: "unknown", status: null, code: status });
});

test.each([
  ["failure", "address_correction", "exception", "address_problem", "merchant"],
  ["failure", "damaged", "exception", "damaged", "carrier"],
  ["in_transit", "delayed", "in_transit", "other", null],
  ["in_transit", "held", "in_transit", "held", null],
  ["in_transit", "missorted", "in_transit", "missorted", "carrier"],
  ["in_transit", "weather_delay", "in_transit", "weather", "nature"],
  ["return_to_sender", "refused", "returning", "refused", "shopper"],
  ["failure", "lost", "lost", "lost", "carrier"],
  ["failure", "return", "returning", null, null],
  ["failure", "cancelled", "cancelled", null, null],
  ["error", "expired", "expired", null, null],
  ["unknown", "expired", "expired", null, null],
])("%s with %s is %s because of %s, by %s", (status, detail, expected, reason, responsible) => {
  expect(meaningOf(status, detail)).toMatchObject({
    effect: "moves",
    status: expected,
    reason,
    responsible,
    code: detail,
  });
});

test("a detail moves no parcel whose status says where it is, and explains none that has arrived", () => {
  expect(meaningOf("in_transit", "return")).toMatchObject({ status: "in_transit", reason: null });
  expect(meaningOf("out_for_delivery", "lost")).toMatchObject({ status: "out_for_delivery" });
  expect(meaningOf("delivered", "damaged")).toMatchObject({ status: "delivered", reason: null, responsible: null });
});

test("a parcel that waits has to be picked up, held or not", () => {
  for (const detail of ["arrived_at_pickup_location", "held"]) {
    expect(meaningOf("available_for_pickup", detail)).toMatchObject({ actionRequired: "pick_up" });
  }
});
