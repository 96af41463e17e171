import { expect, test } from "vitest";
import { found, parcel } from "./parcel-testing.ts";

const day = "2026-03-06";

test.each([
  ["nothing", {}, null],
  [
    "a predicted day with its window",
    {
      deliveryDateExpectation: {
        expectedDeliveryDate: "2026-03-09",
        predictedDeliveryDate: day,
        predictedDeliveryWindowStartTime: "13:15",
        predictedDeliveryWindowEndTime: "17:15:00",
      },
    },
    { from: `${day}T13:15:00`, to: `${day}T17:15:00` },
  ],
  [
    "the same in v3 names, with an American clock",
    {
      predictedDeliveryDate: day,
      predictedDeliveryWindowStartTime: "12:15 AM",
      predictedDeliveryWindowEndTime: "4:15pm",
      guaranteedDeliveryTimeStamp: "2026-03-09T18:00:00Z",
    },
    { from: `${day}T00:15:00`, to: `${day}T16:15:00` },
  ],
  [
    "a window as whole times with a false Z",
    {
      predictedDeliveryDate: day,
      predictedDeliveryWindowStartTime: `${day}T09:00:00Z`,
      predictedDeliveryWindowEndTime: `${day}T11:00:00Z`,
    },
    { from: `${day}T09:00:00`, to: `${day}T11:00:00` },
  ],
  [
    "a window that is open at one side",
    { deliveryDateExpectation: { predictedDeliveryDate: day, predictedDeliveryWindowEndTime: "18:00:00" } },
    { from: day, to: `${day}T18:00:00` },
  ],
  [
    "a day that ends when USPS says that it does",
    { deliveryDateExpectation: { predictedDeliveryDate: day, endOfDay: "8:00 pm" } },
    { from: day, to: `${day}T20:00:00` },
  ],
  [
    "a window that ends before it starts, or with times that cannot be: the day",
    { predictedDeliveryDate: day, predictedDeliveryWindowStartTime: "18:00", predictedDeliveryWindowEndTime: "09:00" },
    { from: day, to: day },
  ],
  [
    "a clock that cannot be",
    { predictedDeliveryDate: day, predictedDeliveryWindowEndTime: "25:00" },
    { from: day, to: day },
  ],
  ["an expected day", { deliveryDateExpectation: { expectedDeliveryDate: day } }, { from: day, to: day }],
  [
    "an expected time with a false Z",
    { expectedDeliveryTimeStamp: `${day}T21:00:00Z` },
    { from: `${day}T21:00:00`, to: `${day}T21:00:00` },
  ],
  ["an expected midnight: the day", { expectedDeliveryTimeStamp: `${day}T00:00:00` }, { from: day, to: day }],
  [
    "the expected before the guaranteed",
    { expectedDeliveryTimeStamp: `${day}T00:00:00`, guaranteedDeliveryTimeStamp: "2026-03-09T00:00:00" },
    { from: day, to: day },
  ],
  ["a guaranteed day", { deliveryDateExpectation: { guaranteedDeliveryDate: day } }, { from: day, to: day }],
  ["a date that is none", { predictedDeliveryDate: "2026-02-31", expectedDeliveryTimeStamp: "soon" }, null],
])("the estimate of %s", (_, dates, estimate) => {
  expect(found(parcel(dates)).summary.estimate).toEqual(estimate);
});
