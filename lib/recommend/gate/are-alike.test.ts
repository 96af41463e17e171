import { expect, test } from "vitest";
import { areAlike } from "./are-alike.ts";
import { productFacts } from "./gate-testing.ts";

const named = (title: string, category: string | null = null) => productFacts(title, { title, category });

test("where the shop names categories they decide, in whatever case", () => {
  expect(areAlike(named("Warm hat", "Hats"), named("Sun cap", "hats "))).toBe(true);
  expect(areAlike(named("Hat box", "storage"), named("The hat box", "hats"))).toBe(false);
});

test("without categories the telling words of titles decide: colours and sizes do not", () => {
  expect(areAlike(named("JUMBO BAG RED RETROSPOT"), named("JUMBO BAG PINK RETROSPOT"))).toBe(true);
  expect(areAlike(named("60 CAKE CASES VINTAGE"), named("72 CAKE CASES SWEETHEART"))).toBe(true);
  expect(areAlike(named("RED GLASS LANTERN"), named("RED PAPER CHAIN KIT"))).toBe(false);
});
