import { expect, test } from "vitest";
import { mostReturned } from "./most-returned.ts";

test("one return of one sale does not make a product the worst of the shop", () => {
  const sold = Float64Array.from({ length: 20 }, (_, product) => (product === 0 ? 1 : 100));
  const returned = Float64Array.from({ length: 20 }, (_, product) => [1, 40, 30][product] ?? 1);
  expect([...mostReturned({ sold, returned }).entries()].filter(([, mark]) => mark === 1)).toEqual([
    [1, 1],
    [2, 1],
  ]);
});

test("a shop without returns has no most-returned products", () => {
  const sold = new Float64Array(50).fill(9);
  expect(mostReturned({ sold, returned: new Float64Array(50) }).some((mark) => mark === 1)).toBe(false);
});
