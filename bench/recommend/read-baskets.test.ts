import { expect, test } from "vitest";
import { readBaskets } from "./read-baskets.ts";

const baskets = JSON.stringify({ ann: [[1], [2], [3, 1]], ben: [[4], [5]], cid: [[6], [7]] });
const fold = JSON.stringify({ train: ["ann"], val: ["cid"], test: ["ben"] });
const linesOf = (text: string | null, strict: boolean) =>
  readBaskets(baskets, text, { task: "next-basket", strict }).log.products.length;

test("a target basket is never learned from; only whole train sequences are, and those not when strict", () => {
  expect([linesOf(fold, false), linesOf(fold, true), linesOf(null, false)]).toEqual([4 + 1 + 1, 2 + 1 + 1, 4]);
});

test("without a fold everybody's last basket is asked for; novel asks only for what is new", () => {
  const asked = (task: "next-basket" | "novel") => readBaskets(baskets, null, { task, strict: false }).cases;
  expect(asked("next-basket").map(({ target }) => target.size)).toEqual([2, 1, 1]);
  expect(asked("novel").map(({ target }) => target.size)).toEqual([1, 1, 1]);
});
