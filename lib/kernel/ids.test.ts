import { expect, test } from "vitest";
import { newId } from "./ids.ts";

test("ids are UUID version 7 and sort in the order they were made, thousands within one millisecond", () => {
  const ids = Array.from({ length: 20_000 }, () => newId(1_700_000_000_000));
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  for (const id of ids.slice(0, 50))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
