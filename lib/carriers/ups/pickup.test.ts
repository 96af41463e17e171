import { expect, test } from "vitest";
import { spoilt } from "#lib/carriers/spoilt-testing.ts";
import { activity, parsed, replyOf, report, status } from "./package-testing.ts";

const site = (addressLine1: unknown = "214 Linden Ave") => ({
  location: { address: { addressLine1, city: "Boise", stateProvince: "ID", postalCode: "83702", countryCode: "US" } },
});
const waiting = (codes = "X ZP 040", more: object = site()) => activity(codes, "20260310", "174000", { ...more });
const until = (pickupByDate: unknown) => ({ accessPointInformation: { pickupByDate } });
const place = { city: "Boise", region: "ID", postalCode: "83702", country: "US", hours: [] };

test("a parcel at an Access Point tells the street of the scan that waits there, and the last day", () => {
  const { summary, scans } = report({ activity: [waiting()], currentStatus: status("X ZP 040"), ...until("20260317") });
  expect(scans[0]?.pickup).toEqual({ ...place, name: null, street: "214 Linden Ave", until: null });
  expect(summary.pickup).toEqual({
    ...place,
    name: "UPS Access Point",
    street: "214 Linden Ave",
    until: "2026-03-17",
  });
});

test.each(["X ZP 040", "D 1N 017", "X VN 017", "D EP 144"])(
  "%s waits at UPS's own place, without a last day",
  (codes) => {
    const { summary } = report({ activity: [waiting(codes)] });
    expect(summary.pickup).toEqual({ ...place, name: null, street: "214 Linden Ave", until: null });
  },
);

test("what was delivered to the Access Point waits there as long as UPS names a last day", () => {
  const delivered = { activity: [waiting("D 2Q 161")], currentStatus: status("D 2Q 161") };
  expect(report({ ...delivered, ...until("20260317") }).summary.pickup).toMatchObject({ street: "214 Linden Ave" });
  expect(report(delivered).summary).toMatchObject({ status: "delivered", pickup: null });
});

test.each([["2026-03-17"], ["20260317"]])("the last day may be written %s", (written) => {
  expect(report({ activity: [waiting()], ...until(written) }).summary.pickup?.until).toBe("2026-03-17");
});

test.each(["soon", "20261399", "string", 7])("a last day of %j is none", (written) => {
  expect(report({ activity: [waiting()], ...until(written) }).summary.pickup).toMatchObject({
    until: null,
    street: "214 Linden Ave",
  });
});

test("a street that is one of the package's own addresses is somebody's, and no pick-up place", () => {
  const packageAddress = [{ type: "DESTINATION", address: { addressLine1: "214 LINDEN AVE" } }];
  const { summary, scans } = report({ activity: [waiting()], packageAddress });
  expect([summary.pickup?.street, scans[0]?.pickup?.street]).toEqual([null, null]);
  expect(summary.pickup).toMatchObject({ city: "Boise", postalCode: "83702" });
});

test.each(["D FS 011", "I OT 021", "X 48 022", "X UF 035"])(
  "%s is at no pick-up place, and keeps no street",
  (codes) => {
    const told = report({ activity: [waiting(codes)], currentStatus: status(codes), ...until("20260317") });
    expect([told.summary.pickup, told.scans[0]?.pickup]).toEqual([null, null]);
    expect(JSON.stringify(told)).not.toMatch(/linden/i);
  },
);

test("a parcel that went on does not wait where it waited before", () => {
  const on = activity("I OT 021", "20260311", "081500");
  const { summary } = report({ activity: [on, waiting()], currentStatus: status("X ZP 040"), ...until("20260317") });
  expect(summary.pickup).toMatchObject({ name: "UPS Access Point", street: null, city: null, until: "2026-03-17" });
});

test("whatever stands in place of a part, the parcel is read; the raw words have no street", () => {
  const reply = replyOf({ activity: [waiting()], currentStatus: status("X ZP 040"), ...until("20260317") });
  for (const { value } of spoilt(reply)) expect(parsed(value).length).toBeGreaterThan(0);
  const { summary, scans } = report({ activity: [waiting()], ...until("20260317") });
  expect(JSON.stringify([summary.raw, scans[0]?.raw])).not.toContain("Linden");
});
