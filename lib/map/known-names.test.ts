import { expect, test } from "vitest";
import { foldedName } from "./folded-name.ts";
import { townsNamed } from "./gazetteer.ts";
import { KNOWN, knownName } from "./known-names.ts";

const entries = Object.entries(KNOWN).flatMap(([country, list]) =>
  list.split(";").flatMap((entry) => {
    const [written = "", meant = ""] = entry.split("=").map((part) => part.trim());
    return written.split(",").map((one) => ({ country, written: one.trim(), meant }));
  }),
);

test("every name that the table leads to is a town of GeoNames, or a place in degrees", () => {
  for (const { country, written, meant } of entries) {
    const name = knownName(foldedName(written), null, country);
    if (typeof name === "string") expect(townsNamed(name, country), `${written} = ${meant}`).not.toEqual([]);
    else expect(name, written).toEqual({ lon: expect.any(Number), lat: expect.any(Number) });
  }
});
