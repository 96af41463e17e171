import { expect, test } from "vitest";
import { gapCollector } from "./gap-collector.ts";

test("a product's usual gap is the median of its shoppers' gaps, where at least five are known", () => {
  const gaps = gapCollector();
  for (const days of [10, 20, 30, 40, 500]) {
    gaps.add([
      { day: 100, products: [1, 2] },
      { day: 100, products: [1] },
      { day: 100 + days, products: [1] },
    ]);
  }
  expect(gaps.usual(4)).toEqual([null, 30, null, null]);
});
