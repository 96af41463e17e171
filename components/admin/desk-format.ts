import { Temporal } from "temporal-polyfill";
import { minorDigits } from "#lib/kernel/money.ts";

/** How the desk writes times, figures and money: in its language, by the shop's clock. */
export type DeskFormat = {
  /** An ISO instant: "22 Nov 2026, 14:05". */
  readonly moment: (instant: string) => string;
  /** An ISO instant by its clock alone: "14:05". */
  readonly clock: (instant: string) => string;
  /** A day, `YYYY-MM-DD`: "22 Nov 2026". */
  readonly day: (day: string) => string;
  /** From one day to another: "18 – 19 Nov 2026". */
  readonly days: (from: string, to: string) => string;
  readonly number: (value: number) => string;
  readonly money: (minor: number, currency: string) => string;
  /** Bytes: "1.2 MB". */
  readonly size: (bytes: number) => string;
};

const KILO = 1_000;

/** For a language of the desk's and a shop's zone. English is written as in Britain. */
export function deskFormat({ tag, zone }: { readonly tag: string; readonly zone: string }): DeskFormat {
  const locale = tag === "en" ? "en-GB" : tag;
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const date = { day: "numeric", month: "short", year: "numeric" } as const;
  const moment = new Intl.DateTimeFormat(locale, { ...date, ...time, timeZone: zone });
  const clock = new Intl.DateTimeFormat(locale, { ...time, timeZone: zone });
  const day = new Intl.DateTimeFormat(locale, { ...date, timeZone: "UTC" });
  const ms = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
  const unit = (name: string, value: number) =>
    new Intl.NumberFormat(locale, { style: "unit", unit: name, maximumFractionDigits: value < 10 ? 1 : 0 }).format(
      value,
    );
  return {
    moment: (instant) => moment.format(ms(instant)),
    clock: (instant) => clock.format(ms(instant)),
    day: (text) => day.format(ms(`${text}T00:00:00Z`)),
    days: (from, to) => day.formatRange(ms(`${from}T00:00:00Z`), ms(`${to}T00:00:00Z`)),
    number: (value) => new Intl.NumberFormat(locale).format(value),
    money: (minor, currency) =>
      new Intl.NumberFormat(locale, { style: "currency", currency }).format(minor / 10 ** minorDigits(currency)),
    size: (bytes) => {
      if (bytes < KILO) return unit("byte", bytes);
      return bytes < KILO * KILO ? unit("kilobyte", bytes / KILO) : unit("megabyte", bytes / (KILO * KILO));
    },
  };
}
