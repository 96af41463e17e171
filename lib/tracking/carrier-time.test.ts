import fc from "fast-check";
import { expect, test } from "vitest";
import { carrierTime, compactTime, dayOnly, timeText, wallTime } from "./carrier-time.ts";
import { reported } from "./reported.ts";

test.each([
  ["2024-04-26T07:50:00-07:00", "2024-04-26T07:50:00", "2024-04-26T14:50:00Z"],
  ["2024-04-26T07:50:00+0530", "2024-04-26T07:50:00", "2024-04-26T02:20:00Z"],
  ["2024-04-26 07:50:00+00", "2024-04-26T07:50:00", "2024-04-26T07:50:00Z"],
  ["2024-04-26T07:50:00.123456Z", "2024-04-26T07:50:00", "2024-04-26T07:50:00Z"],
  ["2024-04-26T07:50:00", "2024-04-26T07:50:00", null],
  ["2024-04-26 07:50", "2024-04-26T07:50:00", null],
  ["2024-04-26T23:59:59 Z", "2024-04-26T23:59:59", "2024-04-26T23:59:59Z"],
  [" 2024-02-29 ", "2024-02-29", null],
  ["2024-04-26Z", "2024-04-26", null],
  ["2024-04-26T07:50:00+99:00", "2024-04-26T07:50:00", null],
])("%s is %s, %s", (text, localTime, instant) => {
  expect(carrierTime(text)).toEqual({ localTime, instant });
});

test.each([
  "",
  "soon",
  "2023-02-29",
  "2024-13-01",
  "2024-04-26T25:00:00",
  "2024-04-26T07:60:00",
  "26.04.2024",
  "20240426",
  "0001-01-01T00:00:00",
  "1970-01-01T00:00:00Z",
  "2567-04-26T07:50:00",
  "9999-12-31",
  20240426,
  null,
  undefined,
  {},
])("%o is no time of a parcel", (text) => {
  expect(carrierTime(text)).toBeNull();
});

test("any text at all is read or refused, never thrown at; what is read keeps the two forms", () => {
  const digits = fc.stringMatching(/^20\d{2}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.anything(), digits), fc.anything(), (text, time) => {
      for (const read of [carrierTime(text), wallTime(text), compactTime(text, time), compactTime(time, text)]) {
        if (read === null) continue;
        expect(read.localTime).toMatch(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2})?$/);
        expect(read.instant ?? "2024-04-26T07:50:00Z").toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
      }
    }),
  );
});

test("an untrue offset is left out", () => {
  expect(wallTime("2024-04-26T07:50:00Z")).toEqual({ localTime: "2024-04-26T07:50:00", instant: null });
  expect(wallTime("soon")).toBeNull();
});

test.each([
  ["20240426", "075000", "2024-04-26T07:50:00"],
  ["20240426", "07:50:00", "2024-04-26T07:50:00"],
  ["20240426", "74700", "2024-04-26"],
  ["20240426", "256060", "2024-04-26"],
  ["20240426", "", "2024-04-26"],
  ["20240426", undefined, "2024-04-26"],
  [" 20240426 ", null, "2024-04-26"],
])("%s and %s are %s", (date, time, localTime) => {
  expect(compactTime(date, time)).toEqual({ localTime, instant: null });
});

test.each([["20241301"], ["2024-04-26"], [""], [20240426], [undefined]])("%o is no day, whatever the time", (date) => {
  expect(compactTime(date, "075000")).toBeNull();
});

test("a time can be cut to its day, and be kept as one text", () => {
  const time = { localTime: "2024-08-15T00:00:00", instant: "2024-08-15T06:00:00Z" };
  expect(dayOnly(time)).toEqual({ localTime: "2024-08-15", instant: null });
  expect(timeText(time)).toBe("2024-08-15T06:00:00Z");
  expect(timeText(dayOnly(time))).toBe("2024-08-15");
  expect(timeText(null)).toBeNull();
});

test("what a carrier left out is empty, and the place tells the zone where it leaves no doubt", () => {
  const said = { kind: "scan", effect: "informs", status: null, reportPosition: 2, raw: { a: 1 } } as const;
  const place = { city: "Leipzig", region: null, postalCode: null, country: "DE" };
  const localTime = "2024-08-15T10:00:00";
  expect(reported({ ...said, localTime, place })).toMatchObject({ ...said, localTime, place, zone: "Europe/Berlin" });
  expect(reported({ ...said, localTime, place, zone: "UTC" }).zone).toBe("UTC");
  expect(reported(said)).toEqual({
    ...said,
    place: { city: null, region: null, postalCode: null, country: null },
    ...{ code: null, description: null, localTime: null, instant: null, zone: null, reason: null, responsible: null },
    ...{ actionRequired: null, estimate: null, deliveredAt: null, signedBy: null, leftAt: null, pickup: null },
  });
});
