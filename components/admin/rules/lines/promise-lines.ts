import type { PromiseRule } from "#lib/promise/promise-rule.ts";
import { type Ground, placeName, weekdays } from "./ground.ts";

/** What is promised, in words: a sentence a rule, then what is worked where that is not every rule's. */
export function promiseLines(ground: Ground, rules: readonly PromiseRule[]): readonly string[] {
  const { say } = ground;
  if (rules.length === 0) return [say("rules.promises.none")];
  const calendars = new Set(rules.map((rule) => calendarLine(ground, rule)));
  const lines = rules.map((rule) => promiseLine(ground, rule, rules.length));
  if (calendars.size === 1) return [...lines, ...calendars];
  return rules.map((rule, at) => `${lines[at]} ${calendarLine(ground, rule)}`);
}

/** One rule: "Orders sent by Standard before 14:00 leave the same day and arrive in 2 to 4 working days." */
function promiseLine(ground: Ground, rule: PromiseRule, count: number): string {
  const { say } = ground;
  const { method, country, cutOff, handlingDays, leastDays, mostDays, counts } = rule;
  const anyKind = count === 1 ? "all" : "rest";
  return say("rules.promises.line", {
    method: say("rules.promises.method", {
      kind: method === "*" ? anyKind : "named",
      name: method,
      country: country === null ? "none" : placeName(ground, country),
      cutOff: cutOff ?? "none",
    }),
    leave: say("rules.promises.leave", { days: handlingDays }),
    transit: say("rules.promises.transit", {
      same: leastDays === mostDays ? "yes" : "no",
      ...{ counts, least: leastDays, most: mostDays },
    }),
  });
}

function calendarLine(ground: Ground, { calendar }: PromiseRule): string {
  return ground.say("rules.promises.calendar", {
    days: weekdays(ground, calendar.workdays, "long"),
    place: calendar.holidaysOf === null ? "none" : placeName(ground, calendar.holidaysOf),
    closed: calendar.closed.length,
  });
}
