import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { invalidNumber, validNumber } from "#lib/carriers/sandbox/sandbox-testing.ts";
import { SANDBOX_CARRIERS } from "#lib/carriers/sandbox/script.ts";
import { isTrackingNumber } from "#lib/carriers/sandbox/tracking-numbers.ts";
import { trackingNumber } from "#lib/demo/tracking-numbers.ts";
import { carriersOf, type LikelyCarrier } from "./carriers-of.ts";
import { DATA_RULES } from "./data-rules.ts";
import { OWN_RULES } from "./own-rules.ts";

const namesOf = (number: string) => carriersOf(number).map(({ carrier }) => carrier);
const anySeed = fc.string({ maxLength: 20 });

describe.each(SANDBOX_CARRIERS)("a number of %s", (carrier) => {
  it("leads to it first, with its check digit, whoever made the number", () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        for (const number of [validNumber(carrier, seed), trackingNumber(carrier, seed)]) {
          expect(carriersOf(number)[0]).toMatchObject({ carrier, isChecked: true, hasCheckDigit: true });
        }
      }),
    );
  });

  it("is not checked with any other last digit, but still leads to it", () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 1, max: 9 }), (seed, step) => {
        const number = validNumber(carrier, seed);
        const wrong = `${number.slice(0, -1)}${(Number(number.at(-1)) + step) % 10}`;
        expect(carriersOf(wrong).filter((found) => found.carrier === carrier && found.isChecked)).toEqual([]);
        if (!carriersOf(wrong).some(({ isChecked }) => isChecked)) expect(namesOf(wrong)).toContain(carrier);
      }),
    );
  });

  it("is one that Porchlight speaks with, by the same name", () => {
    expect(CARRIERS.has(carrier)).toBe(true);
    expect(invalidNumber(carrier, 1)).not.toBe(validNumber(carrier, 1));
  });
});

describe("published numbers", () => {
  it.each([
    ["1Z5R89390357567127", "ups"],
    ["K1506235620", "ups"],
    ["9400 1112 0108 0805 4830 16", "usps"],
    ["420787459400111206206406260787", "usps"],
    ["4201002334249200190132607600833457", "usps"],
    ["7196 9010 7560 0307 7385", "usps"],
    ["92748931507708513018050063", "usps"],
    ["RB123456785US", "usps"],
    ["986578788855", "fedex"],
    ["0414 4176 0228 964", "fedex"],
    ["9611020987654312345672", "fedex"],
    ["61299998820821171811", "fedex"],
    ["1001921334250001000300779017972697", "fedex"],
    ["3318810025", "dhl"],
    ["73891051146", "dhl"],
    ["00340434161094015902", "dhl"],
    ["RB123456785DE", "dhl"],
    ["RB123456785GB", "royal-mail"],
    ["RB123456785TW", "chunghwa-post"],
    ["RB123456785CV", "post-cv"],
    ["4002847016405018", "canada-post"],
    ["0998 0000 0200 34D", "dpd"],
    ["07209562763", "old-dominion"],
    ["C11031500001879", "ontrac"],
    ["320595463938", "purolator"],
  ])("%s is of %s, its check digit right", (number, carrier) => {
    expect(carriersOf(number)[0]).toMatchObject({ carrier, isChecked: true });
  });

  it.each([
    ["TBA010000000000", "amazon"],
    ["GFUS01011884214464", "gofo"],
    ["1LS717793482164", "lasership"],
    ["1LS7119013618127-1", "lasership"],
    ["GM2951173225174494", "dhl"],
    ["JJD0099999999", "dhl"],
    ["SP029692510000920746", "speedee"],
    ["YT2229521272164446", "yunexpress"],
  ])("%s is of %s by its form alone", (number, carrier) => {
    expect(carriersOf(number)[0]).toMatchObject({ carrier, isChecked: false, hasCheckDigit: false });
  });

  it.each(["2Z5R89390357567127", "RB123456785XX", "GS295117494011169041", "XJD0099999998", "YT123456789012345"])(
    "%s is nobody's",
    (number) => expect(carriersOf(number)).toEqual([]),
  );

  it("with a wrong digit name the carrier as one with doubt", () => {
    expect(carriersOf("1Z5R89390357567128")).toEqual([
      { carrier: "ups", form: "UPS", isChecked: false, hasCheckDigit: true },
    ]);
  });
});

describe("the order of suggestions", () => {
  it("has a right digit before none, and leaves out wrong ones beside a right one", () => {
    const found = carriersOf(trackingNumber("fedex", "any"));
    expect(found.map(({ carrier, isChecked }) => [carrier, isChecked])).toEqual([
      ["fedex", true],
      ["dhl", false],
    ]);
  });

  it("has who is named by the beginning before who takes any digits", () => {
    expect(namesOf("00340434161094015902")).toEqual(["dhl", "usps"]);
  });

  it("has USPS before FedEx where both may know the parcel", () => {
    expect(namesOf("9261292700768711948021")).toEqual(["usps", "fedex"]);
  });

  it("never has a doubt before a certainty, nor anybody twice", () => {
    const doubts = ({ isChecked, hasCheckDigit }: LikelyCarrier) => {
      if (isChecked) return 0;
      return hasCheckDigit ? 2 : 1;
    };
    const anyNumber = fc.oneof(fc.stringMatching(/^\d{8,34}$/), fc.stringMatching(/^[A-Z]{1,4}\d{8,20}([A-Z]{2})?$/));
    fc.assert(
      fc.property(anyNumber, (number) => {
        const found = carriersOf(number);
        expect(found.map(doubts)).toEqual(found.map(doubts).toSorted());
        expect(new Set(namesOf(number)).size).toBe(found.length);
      }),
    );
  });
});

describe("any text", () => {
  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => Array.isArray(carriersOf(text))));
  });

  it("is read the same however it is spaced, and in small letters", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."0123456789ABCDGJLTUZ"), maxLength: 40 });
    fc.assert(
      fc.property(letters, (text) => {
        expect(carriersOf([...text.toLowerCase()].join(" "))).toEqual(carriersOf(text));
      }),
    );
    expect(namesOf("1z 5r8-939-03 5756 7127")).toEqual(["ups"]);
  });

  it("is nobody's when it is empty, longer than any number, or digits of another script", () => {
    for (const text of ["", " ", "9".repeat(51), "9".repeat(1_000_000), "１２３４５６７８９０"]) {
      expect(carriersOf(text)).toEqual([]);
    }
  });
});

describe("what the sandbox takes as a parcel of its carriers", () => {
  it("is suggested too", () => {
    const form = /^(\d{10,12}|\d{15}|\d{18}|\d{20}|9[1-6](\d{20}|\d{24}|\d{28})|[AFHJKMQTVW]\d{10}|00340\d{15})$/;
    // The public data puts no second 91 before a number that begins with it; the sandbox does.
    const anyDigits = fc.stringMatching(form).filter((number) => !/^91\d{18}$/.test(number));
    fc.assert(
      fc.property(anyDigits, (number) => {
        for (const carrier of SANDBOX_CARRIERS) {
          if (isTrackingNumber(carrier, number)) expect(namesOf(number)).toContain(carrier);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** The generator of numbers knows no look-ahead; the few forms that have one are among the published numbers. */
const FORMS = [...DATA_RULES, ...OWN_RULES]
  .filter(({ pattern }) => !/\(\?[=!]/.test(pattern.source))
  .map(({ countries, carrier, pattern, ...rule }) => ({
    ...rule,
    carrier: countries === undefined ? carrier : "usps",
    pattern: new RegExp(pattern.source.replace("(?<country>[A-Z]{2})", "US"), "d"),
  }));

describe.each(FORMS.filter(({ check }) => check === null))("$form of $carrier, without check digit", (form) => {
  it("leads to the carrier, whatever the number", () => {
    fc.assert(fc.property(fc.stringMatching(form.pattern), (number) => namesOf(number).includes(form.carrier)));
  });
});

describe.each(FORMS.filter(({ check }) => check !== null))("$form of $carrier", ({ carrier, form, pattern }) => {
  it("takes one check digit of all for right, whatever the number", () => {
    fc.assert(
      fc.property(fc.stringMatching(pattern), (number) => {
        const at = pattern.exec(number)?.indices?.groups?.digit?.[0] ?? 0;
        const right = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
          .flatMap((digit) => carriersOf(`${number.slice(0, at)}${digit}${number.slice(at + 1)}`))
          .filter((found) => found.carrier === carrier && found.isChecked);
        // Another form of the same carrier may take the same digit, and is then the one that is named.
        expect(right.length).toBeGreaterThan(0);
        expect(right.filter((found) => found.form === form).length).toBeLessThan(2);
      }),
    );
  });
});
