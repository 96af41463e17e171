import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DemoCarrier, isTrackingNumber, trackingNumber } from "./tracking-numbers.ts";

const carriers = ["ups", "fedex", "usps", "dhl"] as const;
const anyCarrier = fc.constantFrom<DemoCarrier>(...carriers);

describe("tracking numbers of the demo", () => {
  it.each([
    ["ups", "1Z023WTE0365703911"],
    ["fedex", "498010493190"],
    ["usps", "9400 7507 8495 1539 8120 23"],
    ["dhl", "4770092364"],
  ] as const)("accepts a right %s number that it did not make", (carrier, number) => {
    expect(isTrackingNumber(carrier, number)).toBe(true);
  });

  it("always have their carrier's form and check digit", () => {
    fc.assert(
      fc.property(anyCarrier, fc.string({ unit: "binary" }), (carrier, seed) =>
        isTrackingNumber(carrier, trackingNumber(carrier, seed)),
      ),
    );
  });

  it("are of twelve digits, the last one checking the others, for a local carrier", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const number = trackingNumber("t-cat", seed);
        return /^9\d{11}$/.test(number) && Number(number.slice(0, -1)) % 7 === Number(number.at(-1));
      }),
    );
  });

  it("are the same for the same seed", () => {
    fc.assert(
      fc.property(anyCarrier, fc.string(), (carrier, seed) => {
        expect(trackingNumber(carrier, seed)).toBe(trackingNumber(carrier, seed));
      }),
    );
  });

  it("are wrong with any other check digit", () => {
    fc.assert(
      fc.property(anyCarrier, fc.string(), fc.integer({ min: 1, max: 9 }), (carrier, seed, step) => {
        const number = trackingNumber(carrier, seed);
        const other = (Number(number.at(-1)) + step) % 10;
        return !isTrackingNumber(carrier, `${number.slice(0, -1)}${other}`);
      }),
    );
  });

  it("do not pass for another carrier's", () => {
    fc.assert(
      fc.property(anyCarrier, anyCarrier, fc.string(), (carrier, other, seed) => {
        fc.pre(carrier !== other);
        return !isTrackingNumber(other, trackingNumber(carrier, seed));
      }),
    );
  });
});
