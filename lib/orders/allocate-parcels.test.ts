import fc from "fast-check";
import { expect, test } from "vitest";
import { allocateParcels, splitSkus } from "./allocate-parcels.ts";

const lines = ["A", "BANK CHARGES", "A", "BANK", "B"].map((sku, at) => ({ position: at + 1, sku }));

test("a SKU with a space is found by the longest match among the order's own SKUs", () => {
  expect(splitSkus("A BANK CHARGES BANK B", ["A", "BANK", "BANK CHARGES", "B"])).toEqual({
    ok: true,
    value: ["A", "BANK CHARGES", "BANK", "B"],
  });
});

test("what no SKU of the order matches is handed back by name", () => {
  expect(splitSkus("A X1 B", ["A", "B"])).toEqual({ ok: false, error: "X1" });
  expect(splitSkus("AB", ["A", "B"])).toEqual({ ok: false, error: "AB" });
});

test("the nth mention of a SKU, over all parcels, is the nth line with it", () => {
  expect(
    allocateParcels(lines, [
      ["A", "B"],
      ["A", "BANK"],
    ]),
  ).toEqual([
    [1, 5],
    [3, 4],
  ]);
});

test("a line split over two parcels stands in both", () => {
  expect(allocateParcels(lines, [["B"], ["B"]])).toEqual([[5], [5]]);
});

test("a parcel that comes in a later file takes the lines that are still free", () => {
  expect(allocateParcels(lines, [["A"]], new Set([1]))).toEqual([[3]]);
});

test("parcels that together mention every line hold every line exactly once", () => {
  const sku = fc.constantFrom("A", "B", "C C", "C");
  fc.assert(
    fc.property(fc.array(sku, { minLength: 1, maxLength: 30 }), fc.nat(29), (skus, cut) => {
      const order = skus.map((name, at) => ({ position: at + 1, sku: name }));
      const parcels = [skus.slice(0, cut), skus.slice(cut)];
      expect(
        allocateParcels(order, parcels)
          .flat()
          .sort((a, b) => a - b),
      ).toEqual(order.map((line) => line.position));
      const text = splitSkus(skus.join(" "), skus);
      expect(text.ok).toBe(true);
    }),
  );
});
