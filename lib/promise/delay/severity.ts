import type { Delay, Severity } from "./delay.ts";

const DAYS_OF_ONE = 1;
const DAYS_OF_TWO = 3;

/**
 * How bad it is: 0 nothing, 1 up to a day, 2 two or three days or stuck, 3 more than three days or never; one more, at most 3,
 * where the shopper's own day is missed. The steps follow reviews of one and two stars: 9 % on time, 19 % up to three
 * days late, 61 % beyond (Olist orders).
 */
export function severityOf(
  delay: Pick<Delay, "state" | "level" | "cause" | "daysLate" | "missesNeeded" | "arrived">,
): Severity {
  const base = baseOf(delay);
  return base === 0 || !delay.missesNeeded ? base : raised(base);
}

function baseOf({ state, level, cause, daysLate, arrived }: Parameters<typeof severityOf>[0]): Severity {
  if (state === "on_time" || state === "none") return 0;
  if (level === "none" && !arrived) return 0;
  if (level === "calm") return 1;
  if (state === "lost" || cause === "damaged" || cause === "returning") return 3;
  const byDays = severityOfDays(daysLate ?? 0);
  return state === "stuck" && byDays < 2 ? 2 : byDays;
}

function severityOfDays(days: number): Severity {
  if (days <= DAYS_OF_ONE) return 1;
  return days <= DAYS_OF_TWO ? 2 : 3;
}

function raised(severity: Severity): Severity {
  return severity === 1 ? 2 : 3;
}
