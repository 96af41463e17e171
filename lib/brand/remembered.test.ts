import { expect, test } from "vitest";
import { remembered } from "./remembered.ts";

test("of many keys, the one that was asked for longest ago is made anew", () => {
  const made: string[] = [];
  const make = remembered<string>(2);
  const ask = (key: string) =>
    make(key, () => {
      made.push(key);
      return key;
    });
  for (const key of ["a", "b", "a", "c", "a", "b"]) expect(ask(key)).toBe(key);
  expect(made).toEqual(["a", "b", "c", "b"]);
});
