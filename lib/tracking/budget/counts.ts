import type { Count, Spent } from "./call-limits.ts";

const SLOT = 20_000;
const DAY = 86_400_000;

/** An hour and 40 s: a call that reaches the carrier so much later still makes no hour of its clock too full. */
const SLOTS_OF_AN_HOUR = 180 + 3;
export const COUNTED_HOUR_MS = SLOTS_OF_AN_HOUR * SLOT;
/** Clocks differ: so close to midnight a call counts in both days. */
const MIDNIGHT_MS = 60_000;

function slotOf(ms: number): number {
  return Math.floor(ms / SLOT);
}

/** The days in which a call at this time may be counted by a carrier: one, close to midnight two. Counted from 1970. */
function daysOf(ms: number): readonly number[] {
  return [...new Set([ms - MIDNIGHT_MS, ms + MIDNIGHT_MS].map((time) => Math.floor(time / DAY)))];
}

/** When the day of a time ends, in milliseconds. */
export function endOfDay(ms: number): number {
  return (Math.floor(ms / DAY) + 1) * DAY;
}

/** When calls that are counted now in a full day count no more, in milliseconds. */
export function dayFreesAt(ms: number): number {
  return Math.floor((ms - MIDNIGHT_MS) / DAY + 1) * DAY + MIDNIGHT_MS;
}

/** How much of the day of a time has passed, 0 to 1. */
export function shareOfDay(ms: number): number {
  return (ms % DAY) / DAY;
}

export type Used = { readonly calls: number; readonly looks: number };

/** What counts as used in the hour that ends now. */
export function usedInHour(spent: Spent, nowMs: number): Used {
  return sum(slotsOfHour(spent, nowMs));
}

/** What counts as used in the day of now; close to midnight, in the fuller one of the two. */
export function usedInDay(spent: Spent, nowMs: number): Used {
  const days = daysOf(nowMs).map((day) => sum(spent.days.filter(([at]) => at === day)));
  return days.reduce((most, one) => (one.calls > most.calls ? one : most));
}

/** When the oldest slot that counts leaves the hour, in milliseconds; now where nothing counts. */
export function hourFreesAt(spent: Spent, nowMs: number): number {
  const [oldest] = slotsOfHour(spent, nowMs);
  return oldest === undefined ? nowMs : (oldest[0] + SLOTS_OF_AN_HOUR) * SLOT;
}

/** The counts with so many calls more, all of them made until `lastMs`. */
export function counted(
  spent: Spent,
  nowMs: number,
  calls: { readonly lastMs: number } & Used,
): Pick<Spent, "slots" | "days"> {
  const days = daysOf(calls.lastMs);
  const recent = spent.days.filter(([day]) => day >= Math.min(...days) - 1);
  return {
    slots: added(slotsOfHour(spent, nowMs), slotOf(calls.lastMs), calls),
    days: days.reduce<readonly Count[]>((counts, day) => added(counts, day, calls), recent),
  };
}

function slotsOfHour({ slots }: Spent, nowMs: number): readonly Count[] {
  return slots.filter(([slot]) => slot > slotOf(nowMs) - SLOTS_OF_AN_HOUR);
}

function added(counts: readonly Count[], at: number, { calls, looks }: Used): readonly Count[] {
  const old = counts.find((count) => count[0] === at) ?? [at, 0, 0];
  const rest = counts.filter((count) => count[0] !== at);
  return [...rest, [at, old[1] + calls, old[2] + looks] as const].sort((a, b) => a[0] - b[0]);
}

function sum(counts: readonly Count[]): Used {
  return {
    calls: counts.reduce((all, [, calls]) => all + calls, 0),
    looks: counts.reduce((all, [, , looks]) => all + looks, 0),
  };
}
