import { expect, test } from "vitest";
import type { Because } from "#lib/recommend/gate/facts.ts";
import { productFacts } from "#lib/recommend/gate/gate-testing.ts";
import { offerRow } from "./offer-row.ts";

const face = (title: string) => ({ title, picturePath: null, price: null, hasPage: true });
const faces = new Map(["cup", "pot"].map((id) => [id, face(id)]));
const bought = new Map([["tea", "Oolong"]]);
const rowOf = (...candidates: readonly (readonly [string, Because])[]) =>
  offerRow(
    candidates.map(([id, because]) => ({ product: productFacts(id), because })),
    { faces, bought },
  );

test("an empty row leaves no trace, nor does a product that is not there any more", () => {
  expect(rowOf()).toBeNull();
  expect(rowOf(["gone", { kind: "popular" }])).toBeNull();
});

test("a reason names what was bought by its title; what has no name to tell is no reason", () => {
  const row = rowOf(["cup", { kind: "bought", product: "tea" }], ["pot", { kind: "pinned", product: "unknown" }]);
  expect(row?.cards.map(({ reason }) => reason)).toEqual([{ kind: "bought", title: "Oolong" }, { kind: "popular" }]);
  expect(row?.sharedReason).toBeNull();
});

test("the reason of all is shared where there are several, and the same", () => {
  const tea: Because = { kind: "bought", product: "tea" };
  expect(rowOf(["cup", tea], ["pot", tea])?.sharedReason).toEqual({ kind: "bought", title: "Oolong" });
  expect(rowOf(["cup", tea])?.sharedReason).toBeNull();
  expect(rowOf(["cup", tea], ["pot", { kind: "pinned", product: "tea" }])?.sharedReason).toBeNull();
});
