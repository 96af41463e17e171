import { expect, test } from "vitest";
import { event, found, parcel } from "./parcel-testing.ts";

test.each([
  ["43", "picked_up", null, null, null],
  ["AD", "picked_up", null, null, null],
  ["06", "in_transit", null, null, null],
  ["82", "in_transit", null, null, null],
  ["16", "available_for_pickup", null, null, "pick_up"],
  ["30", "attempt_failed", "no_access", "shopper", null],
  ["51", "attempt_failed", "closed", "shopper", null],
  ["56", "attempt_failed", "not_home", "shopper", null],
  ["04", "exception", "refused", "shopper", null],
  ["05", "exception", "address_problem", "merchant", "correct_address"],
  ["08", "exception", "missorted", "carrier", null],
  ["71", "exception", "rescheduled", null, null],
  ["09", "returning", null, null, null],
  ["22", "returning", "address_problem", "merchant", null],
  ["27", "returning", "not_collected", "shopper", null],
  ["44", "returning", "other", "merchant", null],
  ["11", "lost", "lost", "carrier", null],
])("the event %s is %s because of %s, by %s, to do %s", (code, status, reason, responsible, actionRequired) => {
  const { scans, summary } = found(parcel({ statusCategory: "Alert", trackingEvents: [event(code, null)] }));
  const said = { status, reason, responsible, actionRequired };
  expect(scans[0]).toMatchObject(said);
  const isTrouble = ["exception", "attempt_failed", "returning", "lost"].includes(status);
  expect(summary).toMatchObject(isTrouble ? said : { status: "exception", reason: null });
});

test.each([
  ["Delivery Attempt: Action Needed", "attempt_failed"],
  ["Moving Through Network", "in_transit"],
  ["Delivered, To Agent", "delivered"],
  ["Return to Sender", "returning"],
])("the category %s is %s", (statusCategory, status) => {
  expect(found(parcel({ statusCategory })).summary).toMatchObject({ status, code: statusCategory });
});

test("what the sender has back is no delivery, although its code and its category say so", () => {
  const back = event("01", "2026-03-04T11:20:00", {
    eventType: "Delivered, To Original Sender",
    recipientName: "B LEE",
  });
  const { scans, summary } = found(parcel({ statusCategory: "Delivered", trackingEvents: [back, event("09", null)] }));
  const nobody = { deliveredAt: null, signedBy: null, leftAt: null };
  expect([scans[0], summary]).toMatchObject([
    { status: "returned", ...nobody },
    { status: "returned", estimate: null, ...nobody },
  ]);
});

test.each([
  ["Notice Left (No Authorized Recipient Available)", "attempt_failed"],
  ["Delivery Attempted - No Access to Delivery Location", "attempt_failed"],
  ["Held at Post Office, At Customer Request", "available_for_pickup"],
  ["Delivered, Individual Picked Up at Post Office", "delivered"],
  ["Shipping Label Created, USPS Awaiting Item", "info_received"],
  ["USPS in possession of item", "picked_up"],
  ["Departed USPS Regional Facility", "in_transit"],
  ["Unclaimed/Being Returned to Sender", "returning"],
  ["Delivered, To Original Sender", "returned"],
  ["Something else", null],
])("an event without a code goes by its name, %j, and is marked", (eventType, status) => {
  const [scan] = found(parcel({ trackingEvents: [event("", null, { eventCode: null, eventType })] })).scans;
  expect(scan).toMatchObject({ status, code: null, raw: { eventType, byText: true } });
});
