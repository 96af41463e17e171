import type { CountedDay } from "./counted.ts";
import type { Step } from "./number-span.ts";

/** How some numbers went within one step of a span. */
export type Course = Step & {
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
  readonly told: number;
  readonly notTold: number;
  readonly views: number;
  readonly clicked: number;
};

/** Days added up to steps; a step of which nothing was counted has zeros. */
export function courseOf(steps: readonly Step[], days: readonly CountedDay[]): readonly Course[] {
  const byDay = days.toSorted((one, other) => (one.day < other.day ? -1 : 1));
  let at = 0;
  return steps.map((step) => {
    const begin = at;
    while (at < byDay.length && (byDay[at]?.day ?? "") <= step.to) at += 1;
    return { ...step, ...sumsOf(byDay.slice(begin, at)) };
  });
}

function sumsOf(days: readonly CountedDay[]): Omit<Course, keyof Step> {
  const sum = (isOf: (day: CountedDay) => boolean, of: "count" | "sum" = "count") =>
    days.filter(isOf).reduce((total, day) => total + day[of], 0);
  const told = sum(({ measure }) => measure === "told");
  return {
    onTime: sum(({ measure, part, bucket }) => measure === "due" && part === "came" && bucket <= 0),
    late: sum(({ measure, part, bucket }) => measure === "due" && part === "came" && bucket > 0),
    missing: sum(({ measure, part }) => measure === "due" && part === "missing"),
    told,
    notTold: sum(({ measure }) => measure === "slipped") - told,
    views: sum(({ measure }) => measure === "seen", "sum"),
    clicked: sum(({ measure, part }) => measure === "offered" && part === "clicked"),
  };
}
