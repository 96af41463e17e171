import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { isHeldOut } from "./is-held-out.ts";

/** Ids of shoppers a millisecond apart, always the same ones: by chance, drawn ones miss the share once in fifty times. */
const shoppers = Array.from({ length: 20_000 }, (_, nth) => {
  const time = (1_760_000_000_000 + nth).toString(16).padStart(12, "0");
  const rest = createHash("sha256").update(`${nth}`).digest("hex");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6, 18)}`;
});

test("of many shoppers the asked share is held out, also of those who came one after the other", () => {
  const share = (those: readonly string[]) => those.filter((id) => isHeldOut(id, 0.1)).length / those.length;
  expect(share(shoppers)).toBeCloseTo(0.1, 2);
  expect(share(shoppers.slice(0, 4_000))).toBeGreaterThan(0.08);
  expect(share(shoppers.slice(0, 4_000))).toBeLessThan(0.12);
});

test("who is held out stays so, at every look and when the share grows", () => {
  for (const id of shoppers.slice(0, 500)) {
    expect(isHeldOut(id, 0.1)).toBe(isHeldOut(id, 0.1));
    if (isHeldOut(id, 0.1)) expect(isHeldOut(id, 0.2)).toBe(true);
  }
});

test("nobody is held out at no share, everybody at a whole one", () => {
  expect(shoppers.some((id) => isHeldOut(id, 0))).toBe(false);
  expect(shoppers.every((id) => isHeldOut(id, 1))).toBe(true);
});
