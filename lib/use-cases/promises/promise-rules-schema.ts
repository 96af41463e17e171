import * as z from "zod";
import { err, ok, type Result } from "#lib/kernel/result.ts";
import type { PromiseRule } from "#lib/promise/promise-rule.ts";
import { alpha2Of } from "#lib/tracking/country-codes.ts";
import { ruleShape } from "#lib/use-cases/rules/rule-shape.ts";
import type { HolidaysOf } from "./load-holidays.ts";

const MOST_RULES = 200;
const MOST_CLOSED = 400;
/** As in the reading of a method's text: what is longer was mistyped. */
const MOST_DAYS = 90;
const MOST_HANDLING_DAYS = 30;

const text = (most: number) =>
  z.string("must be a text").trim().min(1, "must not be empty").max(most, `must have at most ${most} characters`);

const numberFrom = (least: number, most: number, words = `must be a whole number from ${least} to ${most}`) =>
  z.int(words).min(least, words).max(most, words);

const country = z
  .string("must be a country such as DE")
  .refine((code) => alpha2Of(code.trim()) !== null, "must be a country such as DE")
  .transform((code) => alpha2Of(code.trim()));

const calendar = z.strictObject(
  {
    workdays: z
      .array(numberFrom(1, 7, "must be numbers from 1 (Monday) to 7 (Sunday)"), "must be a list of weekdays")
      .min(1, "must name at least one weekday")
      .default([1, 2, 3, 4, 5]),
    holidaysOf: z
      .string("must be a place such as DE or DE-BY")
      .regex(/^[A-Z]{2}(-[A-Z0-9]{1,8}){0,2}$/, "must be a place such as DE or DE-BY")
      .nullable()
      .default(null),
    closed: z
      .array(z.iso.date("must be days such as 2026-12-24"), "must be a list of days")
      .max(MOST_CLOSED, `must have at most ${MOST_CLOSED} days`)
      .default([]),
  },
  ruleShape,
);

const ruleSchema = z
  .strictObject(
    {
      id: text(100),
      method: text(200),
      country: country.nullable().default(null),
      leastDays: numberFrom(0, MOST_DAYS),
      mostDays: numberFrom(0, MOST_DAYS),
      counts: z.enum(["working", "calendar"], 'must be "working" or "calendar"').default("working"),
      cutOff: z
        .string("must be a time of day such as 14:00")
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time of day such as 14:00")
        .nullable()
        .default(null),
      handlingDays: numberFrom(0, MOST_HANDLING_DAYS).default(0),
      calendar: calendar.default({ workdays: [1, 2, 3, 4, 5], holidaysOf: null, closed: [] }),
    },
    ruleShape,
  )
  .refine(({ leastDays, mostDays }) => leastDays <= mostDays, {
    path: ["mostDays"],
    error: "must not be less than leastDays",
  });

/** A merchant’s promise rules as they are stored. */
export const promiseRulesSchema: z.ZodType<readonly PromiseRule[]> = z
  .array(ruleSchema, "must be a list")
  .max(MOST_RULES, `must be at most ${MOST_RULES}`);

/**
 * Reads a merchant's promise rules from JSON: what a rule leaves out is as in a plain "working days, Monday to Friday" rule.
 * The error has every problem as a sentence for the merchant, with the number and the id of its rule.
 */
export function readPromiseRules(given: unknown): Result<readonly PromiseRule[], readonly string[]> {
  const read = promiseRulesSchema.safeParse(given);
  if (!read.success) return err(read.error.issues.map(({ path, message }) => `${placeOf(path, given)} ${message}.`));
  const again = read.data.flatMap(({ id }, at) =>
    read.data.findIndex((rule) => rule.id === id) < at ? [`${nameOf(at, id)}, id: is taken by a rule before it.`] : [],
  );
  return again.length === 0 ? ok(read.data) : err(again);
}

/** A sentence for each rule that takes the holidays of a place of which none are known: for when rules are saved. */
export function holidayProblems(rules: readonly PromiseRule[], holidaysOf: HolidaysOf): readonly string[] {
  return rules.flatMap(({ id, calendar: { holidaysOf: place } }, at) =>
    place !== null && holidaysOf(place, []) === null
      ? [`${nameOf(at, id)}, calendar.holidaysOf: the holidays of ${place} are not known.`]
      : [],
  );
}

function placeOf(path: readonly PropertyKey[], given: unknown): string {
  const [at, ...field] = path;
  if (typeof at !== "number") return "The rules";
  const rule: unknown = Array.isArray(given) ? given[at] : null;
  const id = typeof rule === "object" && rule !== null && "id" in rule ? rule.id : null;
  // The number of a day in its list says less than the list's name.
  const name = field.filter((part) => typeof part === "string").join(".");
  return name === "" ? nameOf(at, id) : `${nameOf(at, id)}, ${name}:`;
}

function nameOf(at: number, id: unknown): string {
  return typeof id === "string" && id.trim() !== "" ? `Rule ${at + 1} (${id.trim()})` : `Rule ${at + 1}`;
}
