import { expect, test } from "vitest";
import { gathered } from "./gathered.ts";

test("what comes while work is under way is done together, in order, each with its own result", async () => {
  const goes: (readonly number[])[] = [];
  const doubled = gathered(async (_, items: readonly number[]) => {
    goes.push(items);
    await Promise.resolve();
    return items.map((item) => 2 * item);
  }, 3);
  expect(await Promise.all([1, 2, 3, 4, 5, 6].map((item) => doubled("k", item)))).toEqual([2, 4, 6, 8, 10, 12]);
  expect(goes).toEqual([[1], [2, 3, 4], [5, 6]]);
  expect(await doubled("k", 7)).toBe(14);
});

test("work that fails fails those of its go, and no others", async () => {
  const work = gathered(async (_, items: readonly string[]) => {
    await Promise.resolve();
    if (items.includes("bad")) throw new Error("failed");
    return items;
  }, 2);
  const results = await Promise.allSettled(["a", "bad", "b", "c", "d"].map((item) => work("k", item)));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled", "fulfilled"]);
  const others = await Promise.allSettled([work("k", "bad"), work("l", "a")]);
  expect(others.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
});
