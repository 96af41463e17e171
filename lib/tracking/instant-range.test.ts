import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { epochOf, instantMsOf } from "./epoch.ts";
import { instantRangeOf } from "./instant-range.ts";
import { NOWHERE, type Place, type When } from "./observation.ts";
import { SITES } from "./observation-testing.ts";

const NOTHING: When = { localTime: null, zone: null, instant: null };
const KENTUCKY: Place = { ...NOWHERE, country: "US", region: "KY" };
const range = (when: Partial<When>, place = NOWHERE) => {
  const found = instantRangeOf({ ...NOTHING, ...when }, place);
  const text = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString();
  return found === null ? null : [text(found.earliest), text(found.latest)];
};

const instants = fc
  .integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2037, 11, 31) })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));

test("the local clock of any place, told as well as the carrier tells it, allows the true instant", () => {
  const precision = fc.constantFrom("second", "day");
  fc.assert(
    fc.property(instants, fc.constantFrom(...SITES), precision, (instant, { zone, place }, smallest) => {
      const second = instant.round({ smallestUnit: "second", roundingMode: "floor" });
      const local = second.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "second" });
      const localTime = smallest === "day" ? local.slice(0, 10) : local;
      const found = instantRangeOf({ ...NOTHING, localTime }, place);
      expect(found?.earliest).toBeLessThanOrEqual(second.epochMilliseconds);
      expect(found?.latest).toBeGreaterThanOrEqual(second.epochMilliseconds);
    }),
  );
});

test("texts are read as Temporal reads them", () => {
  const offsets = fc.integer({ min: -12 * 60, max: 14 * 60 });
  fc.assert(
    fc.property(instants, offsets, (instant, minutes) => {
      const sign = minutes < 0 ? "-" : "+";
      const pad = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, "0");
      const zone = `${sign}${pad(minutes / 60)}:${pad(minutes % 60)}`;
      const text = instant.toString({ timeZone: zone });
      expect(instantMsOf(text)).toBe(instant.epochMilliseconds);
      expect(instantMsOf(instant.toString())).toBe(instant.epochMilliseconds);
      expect(epochOf(text.slice(0, 10))).toEqual({
        wallMs: Temporal.Instant.from(`${text.slice(0, 10)}T00:00:00Z`).epochMilliseconds,
        instantMs: null,
        hasClock: false,
      });
    }),
  );
});

test.each([
  [
    "an instant is a point",
    { instant: "2026-03-08T10:00:00Z" },
    NOWHERE,
    "2026-03-08T10:00:00Z",
    "2026-03-08T10:00:00Z",
  ],
  [
    "a known zone is a point",
    { localTime: "2026-03-08T10:00:00", zone: "Europe/Berlin" },
    NOWHERE,
    "2026-03-08T09:00:00Z",
    "2026-03-08T09:00:00Z",
  ],
  [
    "a divided state is an hour",
    { localTime: "2026-07-08T10:00:00" },
    KENTUCKY,
    "2026-07-08T14:00:00Z",
    "2026-07-08T15:00:00Z",
  ],
  [
    "an unknown place is 26 hours",
    { localTime: "2026-07-08T14:00:00" },
    NOWHERE,
    "2026-07-08T00:00:00Z",
    "2026-07-09T02:00:00Z",
  ],
  [
    "a day goes to its end",
    { localTime: "2026-07-08", zone: "UTC" },
    NOWHERE,
    "2026-07-08T00:00:00Z",
    "2026-07-08T23:59:59.999Z",
  ],
  [
    "a day on which clocks go back has 25 hours",
    { localTime: "2026-11-01", zone: "America/New_York" },
    NOWHERE,
    "2026-11-01T04:00:00Z",
    "2026-11-02T04:59:59.999Z",
  ],
  [
    "an hour that comes twice is both",
    { localTime: "2026-11-01T01:30:00", zone: "America/New_York" },
    NOWHERE,
    "2026-11-01T05:30:00Z",
    "2026-11-01T06:30:00Z",
  ],
  [
    "an hour that is skipped is read by the old clock",
    { localTime: "2026-03-08T02:30:00", zone: "America/New_York" },
    NOWHERE,
    "2026-03-08T07:30:00Z",
    "2026-03-08T07:30:00Z",
  ],
  [
    "half an hour is skipped on Lord Howe",
    { localTime: "2026-10-04T02:15:00", zone: "Australia/Lord_Howe" },
    NOWHERE,
    "2026-10-03T15:45:00Z",
    "2026-10-03T15:45:00Z",
  ],
  [
    "a zone that is none is looked up from the place",
    { localTime: "2026-07-08T10:00:00", zone: "Mars/Base" },
    KENTUCKY,
    "2026-07-08T14:00:00Z",
    "2026-07-08T15:00:00Z",
  ],
  [
    "an instant that is none leaves the local time",
    { localTime: "2026-07-08T10:00:00", zone: "UTC", instant: "soon" },
    NOWHERE,
    "2026-07-08T10:00:00Z",
    "2026-07-08T10:00:00Z",
  ],
] as const)("%s", (_, when, place, earliest, latest) => {
  expect(range(when, place)).toEqual([earliest, latest]);
});

test("without a time there is no range", () => {
  expect(range({})).toBeNull();
  expect(range({ localTime: "tomorrow", zone: "UTC" })).toBeNull();
});
