import fc from "fast-check";
import { expect, test } from "vitest";
import { newCode } from "./new-code.ts";

const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 });

test("a code is three groups of four letters that cannot be mistaken for each other", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      expect(newCode(random)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
    }),
  );
});

test("each of its 60 bits comes from the random bytes: another bit is another code", () => {
  for (let bit = 0; bit < 60; bit += 1) {
    const random = new Uint8Array(8);
    random[7 - (bit >> 3)] = 1 << (bit & 7);
    expect(newCode(random)).not.toBe(newCode(new Uint8Array(8)));
  }
});

test("a code that could be guessed is refused", () => {
  expect(() => newCode(new Uint8Array(7))).toThrow(RangeError);
});
