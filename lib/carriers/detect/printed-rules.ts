import { z } from "zod";
import type { Check } from "./number-rule.ts";

const checksum = z.union([
  z
    .object({
      name: z.literal("mod10"),
      evens_multiplier: z.int().default(1),
      odds_multiplier: z.int().default(1),
      reverse: z.boolean().default(false),
    })
    .transform(
      ({ evens_multiplier, odds_multiplier, reverse }): Check => ({
        kind: "mod10",
        weights: [evens_multiplier, odds_multiplier],
        from: reverse ? "right" : "left",
      }),
    ),
  z
    .object({
      name: z.literal("sum_product_with_weightings_and_modulo"),
      weightings: z.array(z.int()).min(1),
      modulo1: z.literal(11),
      modulo2: z.literal(10),
    })
    .transform(({ weightings }): Check => ({ kind: "mod11", weights: weightings })),
  z.object({ name: z.literal("luhn") }).transform((): Check => ({ kind: "luhn" })),
  z.object({ name: z.literal("mod7") }).transform((): Check => ({ kind: "mod7" })),
  z.object({ name: z.literal("mod_37_36") }).transform((): Check => ({ kind: "mod37" })),
  z.object({ name: z.literal("s10") }).transform((): Check => ({ kind: "s10" })),
]);

const prependIf = z.object({ matches_regex: z.string(), content: z.string().regex(/^\d+$/) });

const definition = z.object({
  name: z.string(),
  regex: z.union([z.string(), z.array(z.string()).transform((parts) => parts.join(""))]),
  validation: z.strictObject({
    checksum: checksum.optional(),
    serial_number_format: z.strictObject({ prepend_if: prependIf }).optional(),
    additional: z.strictObject({ exists: z.tuple([z.literal("Courier")]) }).optional(),
  }),
  additional: z
    .array(z.object({ name: z.string(), lookup: z.array(z.object({ matches: z.string().optional() })) }))
    .default([]),
});

const courier = z.object({ courier_code: z.string(), tracking_numbers: z.array(definition) });

type Definition = z.output<typeof definition>;

/**
 * One file of tracking_number_data (v2, `couriers/*.json`) as lines of `data-rules.ts`, to be formatted by Biome. Throws
 * a ZodError on a checksum or a condition that this reader does not know, so that nothing is left out in silence.
 */
export function printedRules(file: unknown): string {
  const { courier_code, tracking_numbers } = courier.parse(file);
  const carrier = courier_code.replaceAll("_", "-");
  return tracking_numbers.map((one) => `  ${printedRule(carrier, one)},\n`).join("");
}

function printedRule(carrier: string, one: Definition): string {
  const { checksum: check, serial_number_format: format, additional } = one.validation;
  const parts = [
    `carrier: ${JSON.stringify(carrier)}`,
    `form: ${JSON.stringify(one.name)}`,
    `pattern: /^${compactPattern(one.regex)}$/`,
    `check: ${JSON.stringify(check ?? null)}`,
  ];
  if (format !== undefined) parts.push(`lead: ${printedLead(format.prepend_if)}`);
  if (additional !== undefined) parts.push(`countries: ${JSON.stringify(countriesOf(one))}`);
  return `{ ${parts.join(", ")} }`;
}

/** Theirs says when digits are put before the serial by what it must not begin with; ours says that alone. */
function printedLead({ matches_regex, content }: z.output<typeof prependIf>): string {
  const unless = /^\^\(\?!(.+)\)\.\+\$?$/.exec(matches_regex)?.[1];
  if (unless === undefined) throw new Error(`There is no reader for the condition ${matches_regex}.`);
  return `{ unless: /^${compactPattern(unless)}/, digits: ${JSON.stringify(content)} }`;
}

function countriesOf({ additional }: Definition): string {
  const lookup = additional.find(({ name }) => name === "Courier")?.lookup ?? [];
  return lookup.flatMap(({ matches }) => matches ?? []).join(" ");
}

const GROUPS: Readonly<Record<string, string>> = {
  SerialNumber: "serial",
  CheckDigit: "digit",
  CountryCode: "country",
};

/** A pattern for numbers without spaces and hyphens, with the groups that count and no others. */
function compactPattern(regex: string): string {
  return regex
    .replaceAll(/\\s\*|\\s|\\b/g, "")
    .replaceAll(/\[[^\]]*\]|-/g, (part) => (part === "-" ? "" : part))
    .replaceAll(/\(\?<(\w+)>|\((?!\?)/g, (_, name: string | undefined) => {
      const group = name === undefined ? undefined : GROUPS[name];
      return group === undefined ? "(?:" : `(?<${group}>`;
    })
    .replaceAll(/\(\?:(\[[^\]]+\])\)/g, "$1")
    .replaceAll(/\{(\d+),\1\}/g, "{$1}")
    .replaceAll("{1}", "")
    .replaceAll("[0-9]", "\\d")
    .replaceAll(/\(\?:([^()|]*)\)(?![?*+{])/g, "$1");
}
