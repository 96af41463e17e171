import type * as z from "zod";
import { loadHolidays } from "#lib/use-cases/promises/load-holidays.ts";
import type { FormGround, RuleForm } from "./rule-form.ts";
import { rowsOf, type Typed } from "./typed.ts";

/** What is wrong with a field; the desk has a sentence for each. */
export type FieldProblem =
  | "text"
  | "method"
  | "country"
  | "days90"
  | "days30"
  | "days365"
  | "least"
  | "time"
  | "workdays"
  | "place"
  | "dates"
  | "money"
  | "percent"
  | "points"
  | "share"
  | "order"
  | "answer"
  | "holdOut"
  | "windowDays"
  | "sku"
  | "pair"
  | "other";

export type CheckedForm =
  | { readonly ok: true; readonly rules: unknown }
  | { readonly ok: false; readonly problems: Readonly<Record<string, FieldProblem>> };

/** The rules that a form makes of what was typed, or what is wrong with which field. */
export async function checkedForm(
  form: RuleForm<unknown>,
  { typed, rules, ground }: { readonly typed: Typed; readonly rules: unknown; readonly ground: FormGround },
): Promise<CheckedForm> {
  const read = form.schema.safeParse(form.given(typed, rules, ground));
  if (!read.success) {
    const found = read.error.issues.map((issue) => problemOf(issue, form.prefix ?? "")).toReversed();
    return { ok: false, problems: Object.fromEntries(found) };
  }
  const problems = form.kind === "promise" ? await unknownPlaces(typed) : {};
  return Object.keys(problems).length === 0 ? { ok: true, rules: read.data } : { ok: false, problems };
}

const BY_FIELD: Readonly<Record<string, FieldProblem>> = {
  ...{ method: "method", country: "country", leastDays: "days90", mostDays: "days90", handlingDays: "days30" },
  ...{ cutOff: "time", closes: "time", workdays: "workdays", holidaysOf: "place", closed: "dates", days: "days90" },
  ...{ daysLateAtLeast: "days365", lostDaysAfterPromise: "days365", reshipFromDaysLate: "days365" },
  ...{ refundFromDaysLate: "days365", orderValueAtLeastMinor: "money", amountMinor: "money", perOrderMinor: "money" },
  ...{ perMonthMinor: "money", hundredPointsMinor: "money", freeExpressMinor: "money", percent: "percent" },
  ...{ points: "points", atRisk: "share", nearlySure: "share", lost: "share", name: "text", tiers: "text" },
  ...{
    holdOut: "holdOut",
    windowDays: "windowDays",
    from: "sku",
    to: "sku",
    sku: "sku",
    categories: "text",
    skus: "sku",
  },
};
/** Fields that hold a list: what is wrong with one of it is wrong with the field. */
const LISTS = ["workdays", "closed", "tiers", "skus", "categories"];

function problemOf({ code, path }: z.core.$ZodIssue, prefix: string): [string, FieldProblem] {
  const parts = path.map(String);
  const last = parts.findLast((part) => !/^\d+$/.test(part)) ?? "";
  const field = fieldOf(parts);
  if (code === "custom") {
    if (last === "nearlySure") return [field, "order"];
    if (last === "mostDays") return [`${prefix}${field}`, "least"];
    if (last === "pinned" || last === "never") return [`${field}.to`, "pair"];
  }
  if (parts[0] === "excluded") return [`${field}.sku`, "sku"];
  if (parts.includes("answerDays")) return [field, "answer"];
  return [`${prefix}${field}`, BY_FIELD[last] ?? "other"];
}

/** `rules.0.calendar.closed.3` is the field `rules.0.calendar.closed`; a list of rows is no field. */
function fieldOf(parts: readonly string[]): string {
  const list = parts.findIndex((part, at) => at > 0 && LISTS.includes(part));
  return parts.slice(0, list === -1 ? undefined : list + 1).join(".");
}

/** The package of holidays is asked only about places that somebody typed. */
async function unknownPlaces(typed: Typed): Promise<Readonly<Record<string, FieldProblem>>> {
  const places = rowsOf(typed, "rules").map((row) => row["calendar.holidaysOf"]?.trim().toUpperCase() ?? "");
  const named = places.filter((place) => place !== "");
  if (named.length === 0) return {};
  const holidaysOf = await loadHolidays(named.map((place) => ({ calendar: { holidaysOf: place } })));
  return Object.fromEntries(
    places.flatMap((place, at): [string, FieldProblem][] =>
      place !== "" && holidaysOf(place, []) === null ? [[`rules.${at}.calendar.holidaysOf`, "place"]] : [],
    ),
  );
}
