import { expect, test } from "vitest";
import { isInvalid, meaningOfEvent, meaningOfStatus } from "./codes.ts";

test.each([
  ["InfoReceived", "info_received"],
  ["InTransit", "in_transit"],
  ["Expired", "expired"],
  ["AvailableForPickup", "available_for_pickup"],
  ["OutForDelivery", "out_for_delivery"],
  ["DeliveryFailure", "attempt_failed"],
  ["Delivered", "delivered"],
  ["Exception", "exception"],
])("the status %s is %s, with its plain sub-status, with one that nobody knows and with none", (main, status) => {
  for (const sub of [`${main}_Other`, `${main}_Teleported`, null]) {
    expect(meaningOfStatus(main, sub)).toMatchObject({ effect: "moves", status, reason: null, code: sub ?? main });
  }
  expect(meaningOfEvent(`${main}_Other`, null)).toMatchObject({ status });
});

test.each([
  ["NotFound", "NotFound_Other"],
  ["Teleported", null],
  [null, null],
])("the status %j is unknown", (status, sub) => {
  expect(meaningOfStatus(status, sub)).toMatchObject({ effect: "unknown", status: null });
});

test.each([
  ["InfoReceived", "info_received", null, null, null],
  ["InTransit_PickedUp", "picked_up", null, null, null],
  ["InTransit_Departure", "in_transit", null, null, null],
  ["InTransit_Arrival", "in_transit", null, null, null],
  ["InTransit_CustomsProcessing", "customs", null, null, null],
  ["InTransit_CustomsReleased", "customs", null, null, null],
  ["InTransit_CustomsRequiringInformation", "customs", "customs_documents", "customs", "provide_documents"],
  ["AvailableForPickup_Other", "available_for_pickup", null, null, "pick_up"],
  ["DeliveryFailure_NoBody", "attempt_failed", "not_home", "shopper", null],
  ["DeliveryFailure_Security", "attempt_failed", "security", "carrier", null],
  ["DeliveryFailure_Rejected", "attempt_failed", "refused", "shopper", null],
  ["DeliveryFailure_InvalidAddress", "attempt_failed", "address_problem", "merchant", "correct_address"],
  ["Exception_Returning", "returning", null, null, null],
  ["Exception_Returned", "returned", null, null, null],
  ["Exception_NoBody", "exception", "address_problem", "merchant", null],
  ["Exception_Security", "exception", "security", "carrier", null],
  ["Exception_Damage", "exception", "damaged", "carrier", null],
  ["Exception_Rejected", "exception", "refused", "shopper", null],
  ["Exception_Delayed", "exception", "other", null, null],
  ["Exception_Lost", "lost", "lost", "carrier", null],
  ["Exception_Destroyed", "exception", "other", null, null],
  ["Exception_Cancel", "cancelled", null, null, null],
])("%s is %s because of %s, by %s, and asks to %s", (sub, status, reason, responsible, actionRequired) => {
  const expected = { effect: "moves", status, reason, responsible, actionRequired, code: sub };
  expect(meaningOfStatus(sub.split("_")[0] ?? "", sub)).toMatchObject(expected);
  expect(meaningOfEvent(sub, "Teleported")).toMatchObject(expected);
});

test.each([
  ["PickedUp", "picked_up"],
  ["Departure", "in_transit"],
  ["Returned", "returned"],
  ["Delivered", "delivered"],
])("a scan without a sub-status is read by its stage: %s is %s", (stage, status) => {
  expect(meaningOfEvent(null, stage)).toMatchObject({ effect: "moves", status, code: stage });
});

test("a scan without any code stands on the timeline, whatever its words", () => {
  expect(meaningOfEvent(null, null)).toMatchObject({ effect: "informs", code: null });
});

test("only a number that 17TRACK calls invalid is invalid", () => {
  expect(isInvalid({ status: "NotFound", sub_status: "NotFound_InvalidCode" })).toBe(true);
  expect(isInvalid({ status: "NotFound", sub_status: "NotFound_Other" })).toBe(false);
  expect(isInvalid({ status: "InTransit", sub_status: "NotFound_InvalidCode" })).toBe(false);
});
