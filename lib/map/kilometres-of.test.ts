import { expect, test } from "vitest";
import { kilometresOf } from "./kilometres-of.ts";

const town = (city: string, country: string) => ({ city, region: null, country });

test("two towns are so many kilometres apart, and none where either is not found", () => {
  expect(kilometresOf(town("LEIPZIG", "DE"), town("Bonn", "DE"))).toBeGreaterThan(350);
  expect(kilometresOf(town("Leipzig", "DE"), town("Bonn", "DE"))).toBeLessThan(400);
  expect(kilometresOf(town("Leipzig", "DE"), town("Nowhere at all", "DE"))).toBeNull();
});
