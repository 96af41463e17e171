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

test("one word is enough where both titles begin or end with it, as with what a thing is", () => {
  expect(areAlike(named("DOORMAT UNION FLAG"), named("DOORMAT HEARTS"))).toBe(true);
  expect(areAlike(named("BLUE POLKADOT BOWL"), named("RED SPOT BOWL"))).toBe(true);
  expect(areAlike(named("JUMBO BAG OWLS"), named("JUMBO BAG BAROQUE BLACK WHITE"))).toBe(true);
  expect(areAlike(named("TEA TOWEL CUP CAKES"), named("PACK OF 72 CAKE CASES"))).toBe(false);
  expect(areAlike(named("CUP AND SAUCER WITH ROSES"), named("SMALL GLASS CUP HOLDER FOR LIGHTS"))).toBe(false);
});
