import { Temporal } from "temporal-polyfill";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { minorDigits } from "#lib/kernel/money.ts";

/** In whose words and money rules are told. */
export type Ground = {
  readonly say: DeskSay;
  /** The language's tag. */
  readonly tag: string;
  /** The shop's. */
  readonly currency: string;
  /** The shop's, IANA. */
  readonly zone: string;
};

/** Who made a change: a person by name, a program by what it is; null for somebody who is gone. */
export function whoOf({ say }: Ground, { actor, name }: { readonly actor: string; readonly name: string | null }) {
  if (name !== null) return name;
  return actor === "cli" || actor === "demo" ? say(`rules.history.program.${actor}`) : null;
}

/** The voice and money of a shop. English is written as in Britain: the day before the month. */
export function groundOf(
  { say, tag }: Pick<Ground, "say" | "tag">,
  { currency, zone }: Pick<Ground, "currency" | "zone">,
): Ground {
  return { say, currency, zone, tag: tag === "en" ? "en-GB" : tag };
}

/** An amount of the shop's currency, in minor units. */
export function money({ tag, currency }: Pick<Ground, "tag" | "currency">, minor: number): string {
  const digits = minorDigits(currency);
  return new Intl.NumberFormat(tag, { style: "currency", currency }).format(minor / 10 ** digits);
}

export function percent({ tag }: Pick<Ground, "tag">, share: number): string {
  return new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 1 }).format(share);
}

export function wholeNumber({ tag }: Pick<Ground, "tag">, count: number): string {
  return new Intl.NumberFormat(tag).format(count);
}

/** A country or a part of one, as people call it; its code where nobody does. */
export function placeName({ tag }: Pick<Ground, "tag">, code: string): string {
  const [country = "", ...parts] = code.split("-");
  const name = new Intl.DisplayNames(tag, { type: "region", fallback: "code" }).of(country) ?? country;
  return parts.length === 0 ? name : `${name} (${code})`;
}

/** Weekdays (1 Monday to 7 Sunday), by their short names; three or more in a row as from one to the other. */
export function weekdays({ tag }: Pick<Ground, "tag">, days: readonly number[], style: "short" | "long"): string {
  const names = days.map((day) => weekdayName(tag, day, style));
  const first = days[0] ?? 1;
  const isRow = days.length > 2 && days.every((day, at) => day === first + at);
  const joined = new Intl.ListFormat(tag, { type: "conjunction" });
  return isRow ? `${names[0]}–${names.at(-1)}` : joined.format(names);
}

export function weekdayName(tag: string, day: number, style: "short" | "long"): string {
  // 1 January 2024 was a Monday.
  return Temporal.PlainDate.from("2024-01-01")
    .add({ days: day - 1 })
    .toLocaleString(tag, { weekday: style });
}

/** When something was, by the shop's clock. */
export function moment({ tag, zone }: Pick<Ground, "tag" | "zone">, at: string): string {
  return Temporal.Instant.from(at.replace(" ", "T"))
    .toZonedDateTimeISO(zone)
    .toLocaleString(tag, { dateStyle: "medium", timeStyle: "short" });
}

export function listed({ tag }: Pick<Ground, "tag">, parts: readonly string[], type: "conjunction" | "disjunction") {
  return new Intl.ListFormat(tag, { type }).format(parts);
}
