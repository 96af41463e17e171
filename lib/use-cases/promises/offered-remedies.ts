import type { Temporal } from "temporal-polyfill";
import type { RemedyGround } from "#db/queries/remedy-ground.ts";
import { daysBetween } from "#lib/promise/days-between.ts";
import type { Delay } from "#lib/promise/delay/delay.ts";
import { dueAt } from "#lib/promise/remedy/due-at.ts";
import { remediesFor } from "#lib/promise/remedy/remedies-for.ts";
import type { Remedy } from "#lib/promise/remedy/remedy.ts";
import { type DelayRules, delayRulesSchema } from "./delay-rules-schema.ts";
import { loadHolidays } from "./load-holidays.ts";
import { readPromiseRules } from "./promise-rules-schema.ts";

/**
 * What a shopper may choose at this moment. A person always can be asked for where the merchant offers it, since the wish
 * waits at the desk: whether the page offers it too depends on what it shows beside.
 */
export function offeredRemedies(ground: RemedyGround, now: Temporal.Instant): readonly Remedy[] {
  const { status, actionRequired } = ground;
  const delay = delayNow(ground, now);
  if (delay === null) return [];
  return remediesFor({ delay, status, actionRequired, rules: rulesOf(ground).remedies, hasSupport: true });
}

/** As it was judged last, with the days that have passed since: the page counts them too. */
function delayNow({ delay, zone }: RemedyGround, now: Temporal.Instant): Delay | null {
  if (delay === null) return null;
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString();
  const passed = delay.was === null ? null : daysBetween(delay.was.toDay, today);
  const daysLate = passed === null || passed <= 0 ? delay.daysLate : Math.max(delay.daysLate ?? 0, passed);
  return { ...delay, daysLate, leastDaysLate: null, arrived: false };
}

/**
 * By when the shop answers, null where nothing is asked of it. Its working days are those of the first of its promise rules,
 * Monday to Friday where it has none.
 */
export async function answerDue(
  ground: RemedyGround,
  chosen: { readonly remedy: Remedy; readonly at: Temporal.Instant },
): Promise<Temporal.Instant | null> {
  const zone = ground.merchantZone;
  const calendar = await calendarOf(ground, chosen.at.toZonedDateTimeISO(zone).year);
  return dueAt(chosen.remedy, chosen.at, { zone, calendar, ...rulesOf(ground).desk });
}

async function calendarOf({ promiseRules }: RemedyGround, year: number) {
  const read = readPromiseRules(promiseRules ?? []);
  const [rule] = read.ok ? read.value : [];
  if (rule === undefined) return { workdays: [1, 2, 3, 4, 5], holidays: new Set<string>() };
  const { workdays, closed, holidaysOf: place } = rule.calendar;
  const holidaysOf = await loadHolidays([rule]);
  const holidays = place === null ? null : holidaysOf(place, [year, year + 1]);
  return { workdays, holidays: new Set([...(holidays ?? []), ...closed]) };
}

function rulesOf({ delayRules }: RemedyGround): DelayRules {
  return delayRulesSchema.parse(delayRules ?? {});
}
