import { luhnDigit, mod7Digit, mod10Digit, mod11Digit, mod37Character, s10Digit } from "#lib/carriers/check-digits.ts";
import { plainNumber } from "#lib/carriers/tracking-number.ts";
import { assertNever } from "#lib/kernel/assert-never.ts";
import { DATA_RULES } from "./data-rules.ts";
import type { Check, NumberRule } from "./number-rule.ts";
import { OWN_RULES } from "./own-rules.ts";
import { postOf } from "./posts.ts";

/** A carrier whose numbers look like the one that was given. */
export type LikelyCarrier = {
  /** As in `shipments.carrier`. Not only those that Porchlight speaks with. */
  readonly carrier: string;
  /** Which of the carrier's forms, for people. */
  readonly form: string;
  /** The form has a check digit and it is right. A number by chance has a right one in about one of ten. */
  readonly isChecked: boolean;
  /** With `isChecked` false: the digit is wrong, so a typing error or another carrier. Else the form proves nothing. */
  readonly hasCheckDigit: boolean;
};

type Fit = LikelyCarrier & { readonly rank: number };

const LONGEST = 50;
const RULES: readonly NumberRule[] = [...DATA_RULES, ...OWN_RULES];

/** Of two that are equally likely by the form, these first: the carriers with most parcels. */
const WIDESPREAD = ["ups", "usps", "fedex", "dhl"];

/**
 * The carriers that may have given out a number, likeliest first, each once; none when it looks like nobody's. A suggestion:
 * forms overlap, and what a shop says of its own parcel counts more. Spaces, hyphens and small letters do not matter. Right
 * check digits go before forms without one; wrong ones come last, and only when none is right.
 */
export function carriersOf(number: string): readonly LikelyCarrier[] {
  const plain = plainNumber(number);
  if (plain.length > LONGEST) return [];
  const fits = RULES.flatMap((rule) => fitsOf(rule, plain));
  const isOneRight = fits.some((fit) => fit.isChecked);
  const likely = fits.filter((fit) => fit.isChecked || !fit.hasCheckDigit || !isOneRight);
  const best = new Map<string, LikelyCarrier>();
  for (const { rank: _, ...fit } of likely.toSorted((a, b) => a.rank - b.rank)) {
    if (!best.has(fit.carrier)) best.set(fit.carrier, fit);
  }
  return [...best.values()];
}

function fitsOf(rule: NumberRule, plain: string): readonly Fit[] {
  const match = rule.pattern.exec(plain);
  if (match === null) return [];
  const { serial = "", digit = "", country = "" } = match.groups ?? {};
  if (rule.countries !== undefined && !rule.countries.split(" ").includes(country)) return [];
  const hasCheckDigit = rule.check !== null;
  const isChecked = rule.check !== null && digit === digitOf(rule.check, withLead(rule, serial));
  const carrier = rule.countries === undefined ? rule.carrier : postOf(country);
  const found = { carrier, form: rule.form, isChecked, hasCheckDigit };
  return [{ ...found, rank: rankOf(found, rule.pattern) }];
}

function withLead({ lead }: NumberRule, serial: string): string {
  return lead === undefined || lead.unless.test(serial) ? serial : `${lead.digits}${serial}`;
}

function digitOf(check: Check, serial: string): string {
  switch (check.kind) {
    case "mod10":
      return mod10Digit(check.from === "left" ? serial : [...serial].reverse().join(""), check.weights);
    case "mod11":
      return mod11Digit(serial, check.weights);
    case "luhn":
      return luhnDigit(serial);
    case "mod7":
      return mod7Digit(serial);
    case "mod37":
      return mod37Character(serial);
    case "s10":
      return s10Digit(serial);
    default:
      return assertNever(check);
  }
}

/** Smaller is likelier: first what the digit says, then how long a beginning the form insists on, then how widespread. */
function rankOf({ carrier, isChecked, hasCheckDigit }: LikelyCarrier, pattern: RegExp): number {
  const doubtWithoutDigit = hasCheckDigit ? 2 : 1;
  const beginning = /^\^(?:\(\?<serial>)?([A-Z0-9]{2,})/.exec(pattern.source)?.[1] ?? "";
  const place = WIDESPREAD.indexOf(carrier);
  return (
    (isChecked ? 0 : doubtWithoutDigit) * 1000 - beginning.length * 10 + (place === -1 ? WIDESPREAD.length : place)
  );
}
