import { expect, test } from "vitest";
import { levelParts, routeCentre, routeReader } from "./route-centre.ts";
import { fittedRoutes, type Route, type RouteTerms } from "./route-model.ts";

const terms: RouteTerms = {
  intercept: { prior: 1, penalty: 1e-6 },
  numerics: [{ name: "far", penalty: 1e-6, prior: 0.5, usual: 2 }],
  levels: [{ name: "lane", penalty: 10, least: 3 }],
};
const route = (lane: string | null, far: number | null = 2): Route => ({ numerics: [far], levels: [lane] });

function learnt(parcels: readonly (readonly [Route, number])[], towards: "mean" | "median" = "mean") {
  const values = Float64Array.from(parcels, ([, value]) => value);
  const weights = new Float64Array(parcels.length).fill(1);
  const model = fittedRoutes(
    terms,
    parcels.map(([way]) => way),
    { values, weights, towards },
  );
  return routeReader(JSON.parse(JSON.stringify(model)));
}

const many = (way: Route, value: number, count: number): [Route, number][] =>
  Array.from({ length: count }, () => [way, value]);

test("without parcels the prior speaks, with the usual value where one is unknown", () => {
  const reader = learnt([]);
  expect(routeCentre(reader, route("a", 4))).toBeCloseTo(3);
  expect(routeCentre(reader, route(null, null))).toBeCloseTo(2);
  expect(levelParts(reader, route("a"))).toEqual([]);
});

test("a lane seen n times moves n / (n + penalty) of the way", () => {
  const reader = learnt([...many(route("a"), 3, 30), ...many(route(null), 2, 100_000)]);
  expect(routeCentre(reader, route("a"))).toBeCloseTo(2 + 30 / 40, 2);
});

test("a lane with fewer parcels than asked for has no say of its own", () => {
  const reader = learnt([...many(route("rare"), 9, 2), ...many(route(null), 2, 50)]);
  expect(levelParts(reader, route("rare"))).toEqual([]);
});

test("a numeric term is learned per unit, whatever its scale", () => {
  const parcels = Array.from({ length: 50 }, (_, k): [Route, number] => [route(null, k * 1000), 1 + 0.002 * k]);
  expect(routeCentre(learnt(parcels), route(null, 25_500))).toBeCloseTo(1 + 0.051, 3);
});

test("a few very slow parcels do not move everybody's date", () => {
  const parcels = [...many(route(null), 2, 90), ...many(route(null), 8, 10)];
  expect(routeCentre(learnt(parcels, "mean"), route(null))).toBeCloseTo(2.6, 1);
  expect(routeCentre(learnt(parcels, "median"), route(null))).toBeLessThan(2.1);
});

test("a lane may be called like a property of every object, and comes back from storage", () => {
  for (const lane of ["__proto__", "constructor", "toString"]) {
    const reader = learnt([...many(route(lane), 4, 20), ...many(route(null), 2, 200)]);
    expect(routeCentre(reader, route(lane))).toBeGreaterThan(2.8);
    expect(routeCentre(learnt(many(route(null), 2, 20)), route(lane))).toBeCloseTo(2, 1);
    expect(levelParts(reader, route(lane))).toEqual([
      { name: "lane", level: lane, parcels: 20, longer: expect.any(Number) },
    ]);
  }
});
