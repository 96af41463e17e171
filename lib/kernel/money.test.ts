import fc from "fast-check";
import { expect, test } from "vitest";
import { minorDigits, parseMinor } from "./money.ts";

test("any amount of minor units survives being written out and read back", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }),
      fc.constantFrom(0, 2, 3),
      (minor, digits) => {
        const text = `${minor < 0 ? "-" : ""}${String(Math.abs(minor)).padStart(digits + 1, "0")}`;
        const decimal = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
        expect(parseMinor(decimal, digits)).toEqual({ ok: true, value: minor });
      },
    ),
  );
});

test("digits below the minor unit are refused unless they are zeros", () => {
  expect(parseMinor("1.250", 2)).toEqual({ ok: true, value: 125 });
  expect(parseMinor("1.255", 2).ok).toBe(false);
});

test("currencies have the minor digits of ISO 4217 as the platform knows them", () => {
  expect([minorDigits("GBP"), minorDigits("JPY"), minorDigits("KWD")]).toEqual([2, 0, 3]);
});
