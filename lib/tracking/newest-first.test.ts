import fc from "fast-check";
import { expect, test } from "vitest";
import { newestFirst } from "./newest-first.ts";
import { NOWHERE, type Reported } from "./observation.ts";
import { reported } from "./reported.ts";

/** A scan with this code; `when` is an instant, a local time or nothing, by its form. */
function scan(code: string, when: string | null = null, country: string | null = "US", raw: unknown = null): Reported {
  const instant = when?.endsWith("Z") ? when : null;
  const localTime = when?.replace("Z", "") ?? null;
  const place = { ...NOWHERE, country };
  return reported({
    kind: "scan",
    reportPosition: 0,
    effect: "informs",
    status: null,
    code,
    localTime,
    instant,
    place,
    raw,
  });
}

const codes = (...scans: readonly Reported[]) => newestFirst(scans).map(({ code }) => code);
const [LABEL, SCAN, OUT] = [
  scan("label", "2026-03-08T10:11:12"),
  scan("scan", "2026-03-09T22:00:00"),
  scan("out", "2026-03-10T08:15:00"),
] as const;

test("0 is the oldest", () => {
  expect(newestFirst([OUT, SCAN, LABEL]).map(({ code, reportPosition }) => [code, reportPosition])).toEqual([
    ["out", 2],
    ["scan", 1],
    ["label", 0],
  ]);
  expect(newestFirst([])).toEqual([]);
});

test("a list that is oldest first throughout is turned; one that is so in part keeps the carrier's order", () => {
  expect(codes(LABEL, SCAN, OUT)).toEqual(["out", "scan", "label"]);
  expect(codes(OUT, LABEL, SCAN)).toEqual(["out", "label", "scan"]);
});

test("scans without a time, or known by a day that others share, do not hinder the turn and stay where they stand", () => {
  const day = scan("day", "2026-03-09");
  expect(codes(LABEL, scan("none"), day, SCAN, OUT)).toEqual(["out", "scan", "day", "none", "label"]);
  expect(codes(SCAN, day, LABEL)).toEqual(["scan", "day", "label"]);
});

test("a list in disorder is put right where every scan has an instant, and only there", () => {
  const [a, b, c] = [
    scan("a", "2026-03-10T01:00:00Z"),
    scan("b", "2026-03-10T02:00:00Z"),
    scan("c", "2026-03-10T03:00:00Z"),
  ];
  expect(codes(b, c, a)).toEqual(["c", "b", "a"]);
  expect(codes(b, c, a, scan("day", "2026-03-09"))).toEqual(["b", "c", "a", "day"]);
});

test("scans of one instant stay in the carrier's order, whichever way the rest is put right", () => {
  const same = ["first", "second", "third"].map((code) => scan(code, "2026-03-10T02:00:00Z"));
  const older = scan("older", "2026-03-10T01:00:00Z");
  expect(codes(older, ...same)).toEqual(["first", "second", "third", "older"]);
  expect(codes(...same)).toEqual(["first", "second", "third"]);
});

test("clocks of two countries do not say which scan is older", () => {
  expect(codes(scan("home", "2026-03-02T04:00:00"), scan("abroad", "2026-03-02T10:00:00", "JP"))).toEqual([
    "home",
    "abroad",
  ]);
  expect(codes(scan("home", "2026-03-02T04:00:00"), scan("nowhere", "2026-03-02T10:00:00", null))).toEqual([
    "home",
    "nowhere",
  ]);
});

test("a scan that is repeated to the letter counts once, one that differs in anything twice", () => {
  expect(codes(OUT, OUT, SCAN)).toEqual(["out", "scan"]);
  expect(codes(SCAN, LABEL, SCAN)).toEqual(["scan", "label"]);
  expect(codes(OUT, { ...OUT, localTime: "2026-03-10T08:15:01" })).toHaveLength(2);
  expect(codes(OUT, { ...OUT, raw: { depot: "7" } })).toHaveLength(2);
  expect(codes({ ...OUT, reportPosition: 9 }, OUT)).toHaveLength(1);
});

const when = fc.integer({ min: 1, max: 9 }).map((hour) => `2026-03-10T0${hour}:00:00Z`);

test("nothing gets lost, positions count down to 0, and what is in order stays as it is", () => {
  const some = fc.tuple(fc.string(), fc.option(when), fc.constantFrom("US", "JP", null)).map((told) => scan(...told));
  fc.assert(
    fc.property(fc.array(some), (scans) => {
      const once = newestFirst(scans);
      expect(once.map(({ reportPosition }) => reportPosition)).toEqual(once.map((_, at) => once.length - 1 - at));
      expect(new Set(once.map(({ code }) => code))).toEqual(new Set(scans.map(({ code }) => code)));
      expect(newestFirst(once)).toEqual(once);
    }),
  );
});

test("with instants throughout, none is older than the one after it", () => {
  const instants = fc.array(when.map((instant) => scan(instant, instant)));
  fc.assert(
    fc.property(instants, (scans) => {
      const order = newestFirst(scans).map(({ instant }) => instant);
      expect(order).toEqual(order.toSorted().reverse());
    }),
  );
});
