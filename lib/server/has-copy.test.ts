import { expect, test } from "vitest";
import { hasCopy } from "./has-copy.ts";

const asked = (tags?: string) =>
  hasCopy({ headers: new Headers(tags === undefined ? {} : { "If-None-Match": tags }) }, '"ab"');

test.each(['"ab"', 'W/"ab"', '"x", "ab"', ' W/"x",W/"ab" '])("a browser that sends %s has it", (tags) => {
  expect(asked(tags)).toBe(true);
});

test.each([undefined, "", "ab", '"abc"', '"a", "b"', 'W/"x"'])("a browser that sends %s has not", (tags) => {
  expect(asked(tags)).toBe(false);
});
