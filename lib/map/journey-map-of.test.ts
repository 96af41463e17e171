import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { journeyMapOf } from "./journey-map-of.ts";
import { anySpot, pointsOf, spotOf } from "./map-testing.ts";

const mapOf = (...towns: readonly string[]) => {
  const map = journeyMapOf({ stops: towns.map(spotOf), goal: null });
  if (map === null) throw new Error("no map");
  return map;
};
/** What is beyond the picture's edge is cut off a little outside of it. */
const EDGE = 12;
const KILOBYTE = 1024;

test("any journey: whole numbers only, every place within the picture, nothing far outside of it", {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(fc.array(anySpot, { minLength: 1, maxLength: 6 }), fc.option(anySpot), (stops, goal) => {
      const map = journeyMapOf({ stops, goal });
      if (map === null) return;
      for (const path of [map.land, map.borders, map.done, map.ahead]) {
        expect(path).toMatch(/^(?:M-?\d+[ -]\d+l[\d -]+z?)*$/);
        for (const [x, y] of pointsOf(path)) {
          expect(x).toBeGreaterThanOrEqual(-EDGE);
          expect(x).toBeLessThanOrEqual(map.width + EDGE);
          expect(y).toBeGreaterThanOrEqual(-EDGE);
          expect(y).toBeLessThanOrEqual(map.height + EDGE);
        }
      }
      for (const { x, y } of [...map.stops, ...(map.goal === null ? [] : [map.goal])]) {
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(map.width);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(map.height);
      }
      expect(map.stops).toHaveLength(stops.length);
      expect(gzipSync(map.land + map.borders + map.done + map.ahead).length).toBeLessThan(8 * KILOBYTE);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ["KRISTIANSAND|NO", "BERGEN|NO", "TRONDHEIM|NO", "TROMSO|NO"],
  ["BANDA ACEH|ID", "JAKARTA|ID", "MAKASSAR|ID"],
  ["VANCOUVER|CA|BC", "IQALUIT|CA|NU"],
  ["VICTORIA|CA|BC", "PRINCE RUPERT|CA|BC"],
  ["HELSINKI|FI", "STOCKHOLM|SE"],
  ["PUNTA ARENAS|CL", "PUERTO MONTT|CL"],
  ["LONDON|GB", "DUBAI|AE", "SINGAPORE|SG", "AUCKLAND|NZ", "NEW YORK|US|NY"],
])("the most ragged coasts take less than 6 KB: %s", (...towns) => {
  const { land, borders, done } = mapOf(...towns);
  expect(gzipSync(land + borders + done).length).toBeLessThan(6 * KILOBYTE);
});

describe("a journey across the date line", () => {
  test.each([
    ["SHENZHEN|CN", "ANCHORAGE|US|AK", "LOUISVILLE|US|KY"],
    ["AUCKLAND|NZ", "HONOLULU|US|HI"],
    ["TOKYO|JP", "LOS ANGELES|US|CA"],
  ])("is one line that never turns back across the map: %s", (...towns) => {
    const { done, width } = mapOf(...towns);
    expect(done.match(/M/g)).toHaveLength(1);
    const xs = pointsOf(done).map(([x]) => x);
    const rising = xs.filter((x, at) => at === 0 || x >= (xs[at - 1] ?? x));
    expect(rising.length).toBe(xs.length);
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(width / 6);
  });

  test("that goes round the whole world leaves at one edge and comes in at the other", () => {
    const { done } = mapOf("LONDON|GB", "DUBAI|AE", "SINGAPORE|SG", "AUCKLAND|NZ", "LOS ANGELES|US|CA", "LONDON|GB");
    const lines = done.split(/(?=M)/).map(pointsOf);
    const steps = lines.flatMap((line) => line.slice(1).map(([x], at) => Math.abs(x - (line[at]?.[0] ?? x))));
    expect(Math.max(...steps)).toBeLessThan(200);
  });
});

test("places within one town are no journey", () => {
  const [leeds, near] = [spotOf("LEEDS|GB"), { lon: -1.6, lat: 53.8 }];
  expect(journeyMapOf({ stops: [leeds], goal: null })).toBeNull();
  expect(journeyMapOf({ stops: [leeds, near], goal: leeds })).toBeNull();
  expect(journeyMapOf({ stops: [], goal: leeds })).toBeNull();
});

test("from one town to the next, the region is shown", () => {
  const { stops, towns, width } = mapOf("WAKEFIELD|GB", "LEEDS|GB");
  const [one, other] = stops;
  const apart = Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0));
  expect(apart).toBeGreaterThan(width / 40);
  expect(apart).toBeLessThan(width / 10);
  expect(towns.map(({ name }) => name)).toContain("Manchester");
});

test("towns around are shown only where neither coast nor border tells where it is", () => {
  expect(mapOf("MEMPHIS|US|TN", "LOUISVILLE|US|KY").towns.map(({ name }) => name)).toContain("Nashville");
  expect(mapOf("ATHENS|GR", "ISTANBUL|TR").towns).toEqual([]);
});

test("a journey that was drawn is not drawn again, as long as it is looked at", () => {
  const [memphis, paris] = [spotOf("MEMPHIS|US|TN"), spotOf("PARIS|FR")];
  const first = journeyMapOf({ stops: [memphis], goal: paris });
  expect(journeyMapOf({ stops: [{ ...memphis }], goal: { ...paris } })).toBe(first);
  expect(journeyMapOf({ stops: [memphis, paris], goal: null })).not.toBe(first);
});
