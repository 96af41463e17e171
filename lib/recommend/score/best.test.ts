import fc from "fast-check";
import { expect, test } from "vitest";
import { bestOf } from "./best.ts";

test("the best are those that sorting everything gives, ties by popularity and then by number, however they come", () => {
  const offer = fc.record({ score: fc.integer({ min: 0, max: 5 }), tie: fc.integer({ min: 0, max: 2 }) });
  fc.assert(
    fc.property(fc.array(offer, { maxLength: 60 }), fc.integer({ min: 0, max: 12 }), (offers, size) => {
      const numbered = offers.map((one, product) => ({ product, ...one }));
      const best = bestOf(size);
      for (const { product, score, tie } of numbered.toReversed()) best.offer(product, score, tie);
      const sorted = numbered.toSorted((a, b) => b.score - a.score || b.tie - a.tie || a.product - b.product);
      expect(best.take()).toEqual(sorted.slice(0, size));
      expect(best.take()).toEqual([]);
    }),
  );
});
