import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { Observation } from "./observation.ts";
import {
  askings,
  type Happening,
  journeys,
  keptScansOf,
  observation,
  SITES,
  scanOf,
  scansOf,
  shuffled,
  summariesOf,
  summary,
} from "./observation-testing.ts";
import { orderObservations } from "./order-observations.ts";

const codes = (observations: readonly Observation[]) => orderObservations(observations).map(({ code }) => code);
const truthOf = (journey: readonly Happening[]) => journey.map(({ instant }) => String(instant.epochMilliseconds));
const reports = fc.tuple(journeys(), fc.integer({ min: 1, max: 4 })).map(([journey, every]) => askings(journey, every));
const everything = reports.map((asked) => [...keptScansOf(asked), ...summariesOf(asked)]);

/** Anything at all, also what no carrier would say. */
const anything: fc.Arbitrary<Observation[]> = fc.array(
  fc
    .record({
      kind: fc.constantFrom("scan", "summary"),
      status: fc.constantFrom("in_transit", "delivered", "exception", null),
      code: fc.constantFrom("A", "B"),
      localTime: fc.constantFrom(
        null,
        "2026-03-08",
        "2026-03-08T02:30:00",
        "2026-03-08T01:30:00",
        "2026-03-09T00:00:00",
      ),
      instant: fc.constantFrom(null, null, "2026-03-08T07:30:00Z", "2026-03-08T06:30:00Z"),
      reportPosition: fc.integer({ min: 0, max: 3 }),
      observedAt: fc.constantFrom("2026-03-08T03:00:00Z", "2026-03-08T07:30:00Z", "2026-03-20T00:00:00Z"),
      place: fc.constantFrom(...SITES).map(({ place }) => place),
    })
    .map((told) => observation(told)),
  { maxLength: 8 },
);

test("however vaguely a carrier tells the times, its scans stand in the order in which they happened", () => {
  fc.assert(
    fc.property(reports, (asked) => {
      expect(codes(keptScansOf(asked))).toEqual(truthOf(asked.at(-1)?.known ?? []));
    }),
  );
});

test("the order is the same however the observations are given", () => {
  const given = anything.chain((all) => fc.tuple(fc.constant(all), shuffled(all)));
  fc.assert(
    fc.property(given, ([all, other]) => {
      expect(orderObservations(other)).toEqual(orderObservations(all));
    }),
  );
});

test("of any three observations, all six ways of giving them have one order, and nothing is lost", () => {
  const three = fc.tuple(everything, everything).map(([a, b]) => [...a, ...b].slice(-3));
  fc.assert(
    fc.property(three, ([a, b, c]) => {
      if (a === undefined || b === undefined || c === undefined) return;
      const orders = [
        [a, b, c],
        [a, c, b],
        [b, a, c],
        [b, c, a],
        [c, a, b],
        [c, b, a],
      ].map((each) => JSON.stringify(orderObservations(each)));
      expect(new Set(orders).size).toBe(1);
    }),
  );
});

test("a scan that is told in every report is one scan", () => {
  fc.assert(
    fc.property(reports, (asked) => {
      expect(codes(scansOf(asked))).toEqual(truthOf(asked.at(-1)?.known ?? []));
    }),
  );
});

test("a scan that comes late stands where it happened", () => {
  const late = fc.tuple(journeys(), fc.nat(), fc.integer({ min: 1, max: 3 }));
  fc.assert(
    fc.property(late, ([journey, pick, every]) => {
      const missed = journey[pick % journey.length];
      const asked = askings(journey, every);
      const asLate = asked.map(({ at, known }, index) => ({
        at,
        known: index === asked.length - 1 ? known : known.filter((happening) => happening !== missed),
      }));
      expect(codes(keptScansOf(asLate))).toEqual(truthOf(journey));
    }),
  );
});

test("however many scans come late, those that are told again stand where the newest report has them", () => {
  const late = fc.tuple(journeys(["instant", "clock"]), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }));
  fc.assert(
    fc.property(late, ([journey, isLate]) => {
      const asked = askings(journey, 1).map(({ at, known }, index) => ({
        at,
        known: index === journey.length - 1 ? known : known.filter((_, which) => !isLate[which]),
      }));
      expect(codes(scansOf(asked))).toEqual(truthOf(journey));
    }),
  );
});

test("what happened stands in one order whether it is told with offsets or by the clocks of known places", () => {
  const known = SITES.filter(({ place }) => ["CN", "GB"].includes(place.country ?? "") || place.region === "NY");
  const given = journeys(["instant", "clock"], known).chain((journey) => shuffled(journey));
  fc.assert(
    fc.property(given, (happenings) => {
      const asked = Temporal.Instant.from("2026-12-01T00:00:00Z");
      const told = (precision: "instant" | "clock") =>
        codes(happenings.map((happening) => scanOf({ ...happening, precision }, 0, asked)));
      const twice = (happening: Happening) => {
        const zoned = happening.instant.toZonedDateTimeISO(happening.site.zone);
        const local = zoned.toPlainDateTime().toZonedDateTime(happening.site.zone, { disambiguation: "later" });
        const other = zoned.toPlainDateTime().toZonedDateTime(happening.site.zone, { disambiguation: "earlier" });
        return !local.equals(other);
      };
      if (!happenings.some(twice)) expect(told("clock")).toEqual(told("instant"));
    }),
  );
});

test("FedEx's day of a pick-up stands after the label of that day, since the carrier has it there", () => {
  const label = observation({ code: "OC", localTime: "2024-08-15T14:00:00", instant: "2024-08-15T19:00:00Z" });
  const pickup = observation({ code: "PU", localTime: "2024-08-15", reportPosition: 1 });
  const left = observation({ code: "DP", instant: "2024-08-16T01:00:00Z", reportPosition: 2 });
  expect(codes([pickup, left, label])).toEqual(["OC", "PU", "DP"]);
});

test("in the hour that a night has twice, the carrier's order decides", () => {
  const place = { city: null, region: "NY", postalCode: null, country: "US" };
  const times = ["2026-11-01T01:50:00", "2026-11-01T01:10:00"];
  const scans = times.map((localTime, reportPosition) =>
    observation({ code: localTime, localTime, place, reportPosition }),
  );
  expect(codes(scans)).toEqual(times);
});

test("a time that a night skips is read as if the clocks had not been changed yet", () => {
  const place = { city: null, region: "NY", postalCode: null, country: "US" };
  const skipped = observation({ code: "skipped", localTime: "2026-03-08T02:30:00", place });
  const at = (instant: string) => observation({ code: instant, instant });
  expect(codes([at("2026-03-08T07:31:00Z"), skipped, at("2026-03-08T07:29:00Z")])[1]).toBe("skipped");
});

test("of scans at one instant the later in the report is the newer, then the higher status; the summary follows", () => {
  const instant = "2026-03-08T07:30:00Z";
  const all = [
    summary({ code: "summary", status: "in_transit", instant, reportPosition: 0 }),
    observation({ code: "second", instant, reportPosition: 1 }),
    observation({ code: "delivered", status: "delivered", instant, reportPosition: 0 }),
    observation({ code: "moves", status: "in_transit", instant, reportPosition: 0 }),
  ];
  expect(codes(all)).toEqual(["moves", "delivered", "second", "summary"]);
});

test("what was seen in the morning did not happen at noon, even if the carrier has shortened its history since", () => {
  const seen = observation({
    code: "seen",
    localTime: "2026-03-08",
    zone: "UTC",
    reportPosition: 5,
    observedAt: "2026-03-08T09:00:00Z",
  });
  const noon = observation({
    code: "noon",
    instant: "2026-03-08T12:00:00Z",
    reportPosition: 2,
    observedAt: "2026-03-08T13:00:00Z",
  });
  expect(codes([noon, seen])).toEqual(["seen", "noon"]);
});

test("scans without any time stand in the order of their report", () => {
  const scans = [3, 0, 2, 1].map((reportPosition) => observation({ code: String(reportPosition), reportPosition }));
  expect(codes(scans)).toEqual(["0", "1", "2", "3"]);
});

test("a summary without a time gives way to a scan that its report did not know, whenever that happened", () => {
  const known = observation({ code: "known", instant: "2026-03-08T08:00:00Z", observedAt: "2026-03-08T12:00:00Z" });
  const word = summary({ code: "word", reportPosition: 1, observedAt: "2026-03-08T12:00:00Z" });
  const later = { code: "later", reportPosition: 1, observedAt: "2026-03-08T14:00:00Z" };
  expect(codes([observation({ ...later, instant: "2026-03-08T11:00:00Z" }), word, known])).toEqual([
    "known",
    "word",
    "later",
  ]);
});

test("an old answer out of a carrier's cache does not follow what is newer", () => {
  const first = observation({ code: "first", instant: "2026-03-08T08:00:00Z" });
  const second = observation({ code: "second", instant: "2026-03-08T10:00:00Z", reportPosition: 1 });
  const old = summary({ code: "old", reportPosition: 1, observedAt: "2026-03-21T00:00:00Z" });
  const label = summary({
    code: "label",
    status: "info_received",
    reportPosition: 0,
    observedAt: "2026-03-21T00:00:00Z",
  });
  expect(codes([first, second, old, label])).toEqual(["label", "first", "old", "second"]);
});

test("one parcel's thousand observations and impossible texts are put in order without a hitch", () => {
  const strange = ["", "soon", "2026-13-45T99:99:99", "2026-02-30", "-271821-04-20T00:00:00Z", "9999-12-31T23:59:59"];
  const text = fc.option(fc.oneof(fc.constantFrom(...strange), fc.string()));
  const told = fc.record({
    localTime: text,
    instant: text,
    zone: text,
    observedAt: fc.oneof(fc.constantFrom(...strange), fc.string()),
    reportPosition: fc.oneof(fc.integer(), fc.double()),
    place: fc.record({ city: text, region: text, postalCode: text, country: text }),
  });
  const all = fc
    .array(told.map(observation), { maxLength: 6 })
    .chain((some) => fc.tuple(fc.constant(some), shuffled(some)));
  fc.assert(
    fc.property(all, ([some, other]) => {
      expect(orderObservations(some)).toEqual(orderObservations(other));
    }),
  );
  const many = Array.from({ length: 1000 }, (_, index) =>
    observation({ code: String(index), localTime: index % 2 === 0 ? "2026-03-08" : null, reportPosition: index }),
  );
  expect(codes(many)).toEqual(many.map(({ code }) => code));
});
