import { expect, test } from "vitest";
import { betterSource } from "./better-source.ts";

const pairs = (count: number, carrier: number, learned: number) =>
  Array.from({ length: count }, (_, k) => ({
    carrier: k % 2 === 0 ? carrier : -carrier,
    learned: learned + (k % 3) / 10,
  }));

test("the carrier's date is shown until the learned one has proved nearer on the same parcels", () => {
  expect(betterSource([])).toMatchObject({ source: "carrier", carrierError: null });
  expect(betterSource(pairs(10, 3, 1)).source).toBe("carrier");
  expect(betterSource(pairs(40, 1, 1)).source).toBe("carrier");
  expect(betterSource(pairs(40, 3, 1))).toMatchObject({ source: "learned", parcels: 40, carrierError: 3 });
});
