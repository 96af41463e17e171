import { Temporal } from "temporal-polyfill";

/** What the desk's numbers are about: days of the shop's clock, both included, and as many before them. */
export type NumberSpan = {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly before: { readonly from: string; readonly to: string };
  /** One of the ready spans that ends today; null for a span of one's own. */
  readonly ready: number | null;
};

export const READY_DAYS = [7, 30, 90] as const;
/** More than two years are a matter for the file. */
const MOST_DAYS = 731;
const USUAL_DAYS = 30;

/** Why a span was not taken. */
export type SpanProblem = "day" | "order" | "long";
/** What was typed stays in the fields; where it was no span, the usual one is shown. */
export type AskedSpan = { readonly span: NumberSpan; readonly problem: SpanProblem | null };

type Asked = { readonly days: string | null; readonly from: string | null; readonly to: string | null };

/** The span that is asked for by an address; the last 30 days where it asks for none. Days of the future are left away. */
export function askedSpan({ days, from, to }: Asked, today: string): AskedSpan {
  if (from === null && to === null) {
    const ready = READY_DAYS.find((one) => String(one) === days) ?? USUAL_DAYS;
    return { span: readySpan(ready, today), problem: null };
  }
  const [first, last] = [dayOf(from), dayOf(to)];
  const usual = readySpan(USUAL_DAYS, today);
  if (first === null || last === null) return { span: usual, problem: "day" };
  const end = Temporal.PlainDate.compare(last, today) > 0 ? Temporal.PlainDate.from(today) : last;
  if (Temporal.PlainDate.compare(first, end) > 0) return { span: usual, problem: "order" };
  if (first.until(end, { largestUnit: "days" }).days >= MOST_DAYS) return { span: usual, problem: "long" };
  return { span: spanOf(first, end, null), problem: null };
}

function readySpan(days: number, today: string): NumberSpan {
  const end = Temporal.PlainDate.from(today);
  return spanOf(end.subtract({ days: days - 1 }), end, days);
}

function spanOf(from: Temporal.PlainDate, to: Temporal.PlainDate, ready: number | null): NumberSpan {
  const days = from.until(to, { largestUnit: "days" }).days + 1;
  return {
    from: from.toString(),
    to: to.toString(),
    days,
    before: { from: from.subtract({ days }).toString(), to: from.subtract({ days: 1 }).toString() },
    ready,
  };
}

function dayOf(text: string | null): Temporal.PlainDate | null {
  if (text === null || !/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
}

const MOST_SINGLE_DAYS = 31;
const MOST_WEEKS_DAYS = 190;

/** A stretch of a span that is one bar of a chart: a day, a week from Monday, a month. */
export type Step = { readonly from: string; readonly to: string; readonly unit: "day" | "week" | "month" };

/** A span cut so that a chart can be read: days up to a month, weeks up to half a year, then months. */
export function stepsOf({ from, to, days }: Pick<NumberSpan, "from" | "to" | "days">): readonly Step[] {
  const unit = unitFor(days);
  const steps: Step[] = [];
  const last = Temporal.PlainDate.from(to);
  let at = Temporal.PlainDate.from(from);
  while (Temporal.PlainDate.compare(at, last) <= 0) {
    const end = endOf(at, unit);
    const until = Temporal.PlainDate.compare(end, last) > 0 ? last : end;
    steps.push({ from: at.toString(), to: until.toString(), unit });
    at = until.add({ days: 1 });
  }
  return steps;
}

function unitFor(days: number): Step["unit"] {
  if (days <= MOST_SINGLE_DAYS) return "day";
  return days <= MOST_WEEKS_DAYS ? "week" : "month";
}

function endOf(day: Temporal.PlainDate, unit: Step["unit"]): Temporal.PlainDate {
  if (unit === "day") return day;
  if (unit === "week") return day.add({ days: 7 - day.dayOfWeek });
  return day.with({ day: day.daysInMonth });
}
