import { describe, expect, it } from "vitest";
import { trackingNumber } from "#lib/demo/tracking-numbers.ts";
import { invalidNumber, validNumber } from "./sandbox-testing.ts";
import { SANDBOX_CARRIERS } from "./script.ts";
import { isTrackingNumber, plainNumber } from "./tracking-numbers.ts";

/** Published examples of carriers and of tracking_number_data, right and wrong. */
const KNOWN = {
  ups: {
    right: ["1Z5R89390357567127", "1Z879E930346834440", "1Z8V92A70367203024", "1ZXX3150YW44070023", "K1506235620"],
    wrong: ["2Z5R89390357567127", "1Z1111111111111111", "1Z5R89390357567128", "K1506235622", "1Z5R8939035756712"],
  },
  fedex: {
    right: [
      "986578788855",
      "477179081230",
      "041441760228964",
      "9611020987654312345672",
      "1001921334250001000300779017972697",
    ],
    wrong: ["996578788855", "568283610012732", "9600000000000000000001", "1001901781990001000300617767839438", "12345"],
  },
  usps: {
    right: [
      "9400111206206406260787",
      "420787459400111206206406260787",
      "4201002334249200190132607600833457",
      "92748931507708513018050063",
      "03071790000523483741",
      "71969010756003077385",
      "9101123456789000000013",
    ],
    wrong: ["9434611206206407667131", "03071790000523483742", "420000009200000000000000000000", "61299998820821171811"],
  },
  dhl: {
    right: ["3318810025", "73891051146", "8487135506", "JJD0099999999", "00340434161094015902"],
    wrong: ["3318810010", "3318810034", "XJD0099999998", "00340434161094015903", "GS295117494011169041"],
  },
} as const;

describe.each(SANDBOX_CARRIERS)("numbers of %s", (carrier) => {
  it.each(KNOWN[carrier].right)("takes %s", (number) => {
    expect(isTrackingNumber(carrier, number)).toBe(true);
  });

  it.each(KNOWN[carrier].wrong)("does not take %s", (number) => {
    expect(isTrackingNumber(carrier, number)).toBe(false);
  });

  it("takes every number that the demo makes up, and that tests make up", () => {
    for (let seed = 0; seed < 300; seed += 1) {
      expect(isTrackingNumber(carrier, trackingNumber(carrier, `seed ${seed}`))).toBe(true);
      expect(isTrackingNumber(carrier, validNumber(carrier, seed))).toBe(true);
      expect(isTrackingNumber(carrier, invalidNumber(carrier, seed))).toBe(false);
    }
  });

  it("takes no empty number and no other alphabet", () => {
    for (const number of ["", " ", "TRACKING", "１２３４５６７８９０", "0".repeat(500)]) {
      expect(isTrackingNumber(carrier, number)).toBe(false);
    }
  });
});

describe("a shop's own numbers", () => {
  it("are read as people write them", () => {
    expect(plainNumber(" 1z 5r8 939 03 5756 7127 ")).toBe("1Z5R89390357567127");
  });
});
