import type { DeskSay, DeskVoice } from "#lib/desk/desk-voice.ts";
import { minorDigits } from "#lib/kernel/money.ts";
import type { Lane } from "#lib/promise/numbers/lanes-of.ts";
import type { Step } from "#lib/promise/numbers/number-span.ts";
import { carrierName } from "#lib/tracking/page/carrier-name.ts";

/** How numbers, money, days and places are written in the desk's language. */
export type FigureWords = {
  readonly say: DeskSay;
  /** 0.914 is "91.4%"; "-" where there is nothing to divide by. */
  readonly share: (count: number, of: number) => string;
  readonly rate: (rate: number) => string;
  /** 0.017 is "1.7", in percentage points. */
  readonly points: (rate: number) => string;
  readonly count: (count: number) => string;
  /** How many of a hundred. */
  readonly per100: (count: number, of: number) => string;
  readonly money: (minor: number) => string;
  readonly day: (day: string) => string;
  readonly month: (day: string) => string;
  /** A day, a week by its first day, a month. */
  readonly step: (step: Step) => string;
  /** The same, as short as an axis wants it. */
  readonly tick: (step: Step) => string;
  readonly days: (count: number) => string;
  readonly lane: (lane: Pick<Lane, "carrier" | "from" | "to">) => string;
};

export const NOTHING = "–";

/** The writers of one language, for amounts in this currency. */
export function figureWords({ tag, say }: DeskVoice, currency: string): FigureWords {
  const intl = tag === "en" ? "en-GB" : tag;
  const digits = (most: number, style: "decimal" | "percent" = "decimal") =>
    new Intl.NumberFormat(intl, { style, maximumFractionDigits: most });
  const percent = digits(1, "percent");
  const whole = digits(0);
  const tenths = digits(1);
  const money = new Intl.NumberFormat(intl, { style: "currency", currency });
  const dayOf = writer(intl, { day: "numeric", month: "long", year: "numeric" });
  const shortDay = writer(intl, { day: "numeric", month: "short" });
  const monthOf = writer(intl, { month: "long", year: "numeric" });
  const shortMonth = writer(intl, { month: "short" });
  const countries = new Intl.DisplayNames(intl, { type: "region", fallback: "code", style: "short" });
  const country = (code: string | null) => countryOf(countries, code) ?? say("numbers.transit.unknown");
  const step = ({ from, unit }: Step, month: (day: string) => string) => {
    if (unit === "month") return month(from);
    return unit === "week" ? say("numbers.week", { day: shortDay(from) }) : shortDay(from);
  };
  return {
    say,
    share: (count, of) => (of === 0 ? NOTHING : percent.format(count / of)),
    rate: (rate) => percent.format(rate),
    points: (rate) => tenths.format(rate * 100),
    count: (count) => whole.format(count),
    per100: (count, of) => (of === 0 ? NOTHING : tenths.format((count / of) * 100)),
    money: (minor) => money.format(minor / 10 ** minorDigits(currency)),
    day: dayOf,
    month: monthOf,
    step: (one) => step(one, monthOf),
    tick: (one) => (one.unit === "month" ? shortMonth(one.from) : shortDay(one.from)),
    days: (count) => say("numbers.days", { count }),
    lane: ({ carrier, from, to }) => {
      const names = { carrier: carrierName(carrier), from: country(from), to: country(to) };
      return from !== null && from === to
        ? say("numbers.transit.laneWithin", { carrier: names.carrier, to: names.to })
        : say("numbers.transit.lane", names);
    },
  };
}

function countryOf(names: Intl.DisplayNames, code: string | null): string | null {
  if (code === null || !/^[A-Za-z]{2}$/.test(code)) return code;
  return names.of(code.toUpperCase()) ?? code;
}

/** Writes days as they are on the calendar, whatever clock the server has. */
function writer(intl: string, options: Intl.DateTimeFormatOptions): (day: string) => string {
  const format = new Intl.DateTimeFormat(intl, { ...options, timeZone: "UTC" });
  return (day) => format.format(Date.parse(`${day}T00:00:00Z`));
}
