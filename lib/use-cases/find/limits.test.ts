import { expect, test } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import { lookUpLimits } from "./limits.ts";

const tried = { from: { near: "192.0.2.0/24", wide: "192.0.0.0/16" }, numberKey: "1001" };
const [one, other] = [lookUpLimits(newId(), tried), lookUpLimits(newId(), tried)];

test("each shop counts for itself, but for one limit that all shops share", () => {
  const shared = one.filter((limit) => other.some((its) => JSON.stringify(its) === JSON.stringify(limit)));
  expect(shared.map(({ scope }) => scope)).toEqual(["find.all"]);
});

test("what all shops share allows more than any of them, and a shop more than any neighbourhood", () => {
  const [near, wide, , shop, all] = one.map(({ burst, periodMs }) => ({ burst, perMinute: 60_000 / periodMs }));
  for (const [small, large] of [
    [near, wide],
    [wide, shop],
    [shop, all],
  ] as const) {
    expect(large?.burst).toBeGreaterThan(small?.burst ?? 0);
    expect(large?.perMinute).toBeGreaterThan(small?.perMinute ?? 0);
  }
});
