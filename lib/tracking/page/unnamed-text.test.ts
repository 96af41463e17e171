import { expect, test } from "vitest";
import { movementOf } from "./movement-of.ts";
import { unnamedText } from "./unnamed-text.ts";

test.each([
  ["Signed for by: JOHN SMITH", null],
  ["Shipment handed over, signed by J SMITH (neighbour)", "Shipment handed over"],
  ["Parcel received by carrier", "Parcel received by carrier"],
  ["Received by UPS", "Received by UPS"],
  ["包裹已送達，簽收人：王小明", "包裹已送達"],
  ["  Arrived   at hub ", "Arrived at hub"],
  ["", null],
])("of '%s' the page shows '%s'", (text, shown) => {
  expect(unnamedText(text, "in_transit", [])).toBe(shown);
});

test("a text with the name of whoever signed is not shown at all, and none from the door", () => {
  expect(unnamedText("With Smith at 12", "in_transit", ["SMITH"])).toBeNull();
  expect(unnamedText("Left in the porch for Ana", "delivered", [])).toBeNull();
});

test.each([
  ["Arrived at Facility", "arrived"],
  ["Arrival Scan", "arrived"],
  ["抵達台中轉運中心", "arrived"],
  ["Departed from Facility", "left"],
  ["Departure Scan", "left"],
  ["Left FedEx origin facility", "left"],
  ["Arriving late: will be arrived tomorrow", null],
  ["Package left at the depot, arrived damaged", "arrived"],
  ["Processed at Facility", null],
  ["Arrived and departed", null],
  [null, null],
])("'%s' tells that it %s", (text, movement) => {
  expect(movementOf(text)).toBe(movement);
});
