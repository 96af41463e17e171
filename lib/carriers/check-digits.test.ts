import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { luhnDigit, mod7Digit, mod10Digit, mod11Digit, mod37Character, s10Digit } from "./check-digits.ts";

const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));

describe("check digits", () => {
  it.each([
    ["UPS", mod10Digit("5R8939035756712", [1, 2]), "7"],
    ["USPS", mod10Digit("940011120620640626078", [3, 1]), "7"],
    ["FedEx Ground", mod10Digit("04144176022896", [1, 3]), "4"],
    ["FedEx Express", mod11Digit("98657878885", [3, 1, 7]), "5"],
    ["DHL Express", mod7Digit("331881002"), "5"],
    ["the international post", s10Digit("12345678"), "5"],
    ["Purolator", luhnDigit("32059546393"), "8"],
    ["a credit card, as ISO/IEC 7812 has it", luhnDigit("7992739871"), "3"],
    ["DPD", mod37Character("008182709980000020033350276"), "C"],
    ["DPD, a short number", mod37Character("09980000020033"), "F"],
  ])("are those of a published number of %s", (_, made, published) => {
    expect(made).toBe(published);
  });

  it("show any one wrong digit, and with Luhn nearly any two that changed places", () => {
    fc.assert(
      fc.property(digits(11), fc.nat(10), fc.integer({ min: 1, max: 9 }), (serial, at, step) => {
        const wrong = `${serial.slice(0, at)}${(Number(serial[at]) + step) % 10}${serial.slice(at + 1)}`;
        const swapped = `${serial.slice(0, at)}${serial[at + 1] ?? ""}${serial[at]}${serial.slice(at + 2)}`;
        const pair = new Set([serial[at], serial[at + 1] ?? serial[at]]);
        expect(luhnDigit(wrong)).not.toBe(luhnDigit(serial));
        expect(mod37Character(wrong)).not.toBe(mod37Character(serial));
        if (pair.size === 2 && !(pair.has("0") && pair.has("9")))
          expect(luhnDigit(swapped)).not.toBe(luhnDigit(serial));
      }),
    );
  });
});
