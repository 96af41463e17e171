import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#db/client.ts";
import { findJudgeGround } from "#db/queries/rules.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { dueAt } from "#lib/promise/remedy/due-at.ts";
import type { Remedy } from "#lib/promise/remedy/remedy.ts";
import type { Calendar } from "#lib/promise/working-days.ts";
import { loadHolidays } from "./load-holidays.ts";
import { delayRulesFrom, storedPromiseRules } from "./stored-rules.ts";

type Shop = { readonly merchantId: MerchantId };

/**
 * By when the shop answers a choice, null where nothing is asked of it. Its working days are those of the first of its promise
 * rules, Monday to Friday where it has none.
 */
export async function answerDue(
  tx: Tx,
  { merchantId }: Shop,
  chosen: { readonly remedy: Remedy; readonly at: Temporal.Instant },
): Promise<Temporal.Instant | null> {
  if (chosen.remedy === "wait") return null;
  const { zone, delayRules } = await findJudgeGround(tx, { merchantId });
  const calendar = await calendarOf(tx, { merchantId }, chosen.at.toZonedDateTimeISO(zone).year);
  return dueAt(chosen.remedy, chosen.at, { zone, calendar, ...delayRulesFrom(delayRules).desk });
}

async function calendarOf(tx: Tx, shop: Shop, year: number): Promise<Calendar> {
  const [rule] = await storedPromiseRules(tx, shop);
  if (rule === undefined) return { workdays: [1, 2, 3, 4, 5], holidays: new Set() };
  const { workdays, closed, holidaysOf: place } = rule.calendar;
  const holidaysOf = await loadHolidays([rule]);
  const holidays = place === null ? null : holidaysOf(place, [year, year + 1]);
  return { workdays, holidays: new Set([...(holidays ?? []), ...closed]) };
}
