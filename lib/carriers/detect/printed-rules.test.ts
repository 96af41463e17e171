import { describe, expect, it } from "vitest";
import { printedRules } from "./printed-rules.ts";

const fileOf = (...definitions: readonly object[]) => ({ courier_code: "night_owl", tracking_numbers: definitions });

describe("a rule from the public number data", () => {
  it("has a pattern without spaces, and the groups that count", () => {
    const regex = [
      "\\s*N\\s*O\\s*(?<SerialNumber>(?<ShipperId>([0-9]\\s*){4,4})-([A-Z]\\s*){2})",
      "(?<CheckDigit>[0-9])",
    ];
    const checksum = { name: "mod10", evens_multiplier: 3, odds_multiplier: 1, reverse: true };
    expect(printedRules(fileOf({ name: "Owl 9", regex, validation: { checksum } }))).toBe(
      '  { carrier: "night-owl", form: "Owl 9", pattern: /^NO(?<serial>\\d{4}[A-Z]{2})(?<digit>\\d)$/, ' +
        'check: {"kind":"mod10","weights":[3,1],"from":"right"} },\n',
    );
  });

  it("keeps what stands before the serial, and the countries", () => {
    const validation = {
      checksum: { name: "s10" },
      serial_number_format: { prepend_if: { matches_regex: "^(?!9\\s*1).+", content: "91" } },
      additional: { exists: ["Courier"] },
    };
    const additional = [{ name: "Courier", lookup: [{ matches: "AA" }, { matches: "BB" }] }];
    const regex = "(?<SerialNumber>\\d+)(?<CheckDigit>\\d)(?<CountryCode>[A-Z]{2})";
    expect(printedRules(fileOf({ name: "Owl", regex, validation, additional }))).toContain(
      '(?<country>[A-Z]{2})$/, check: {"kind":"s10"}, lead: { unless: /^91/, digits: "91" }, countries: "AA BB" }',
    );
  });

  it("has no check where the data knows none", () => {
    const definition = { name: "Owl", regex: "(?<SerialNumber>([0-9]\\s*){9})", validation: {} };
    expect(printedRules(fileOf(definition))).toContain("check: null }");
  });

  it.each([
    ["checksum", { checksum: { name: "mod97" } }],
    ["condition", { checksum: { name: "mod7" }, only_if: "full moon" }],
    ["lookup", { additional: { exists: ["Service Type"] } }],
    ["lead", { serial_number_format: { prepend_if: { matches_regex: "^5", content: "5" } } }],
  ])("is refused when the data has a %s that is not known here", (_, validation) => {
    expect(() => printedRules(fileOf({ name: "Owl", regex: "\\d", validation }))).toThrow();
  });
});
