import { expect, test } from "vitest";
import { oneByOne } from "./one-by-one.ts";

test("work begins in its order, and only when what came before has ended, well or badly", async () => {
  const lane = oneByOne();
  const told: string[] = [];
  const work =
    (name: string, isBad = false) =>
    async () => {
      told.push(`${name} begins`);
      await Promise.resolve();
      told.push(`${name} ends`);
      if (isBad) throw new Error(name);
      return name;
    };
  const all = await Promise.allSettled([lane(work("a")), lane(work("b", true)), lane(work("c"))]);
  expect(told).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
  expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});
