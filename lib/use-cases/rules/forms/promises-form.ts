import type { PromiseRule } from "#lib/promise/promise-rule.ts";
import { promiseRulesSchema } from "#lib/use-cases/promises/promise-rules-schema.ts";
import type { RuleForm } from "./rule-form.ts";
import { listOf, rowsOf, type Typed, wholeNumber, withRows } from "./typed.ts";

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** What is promised for each shipping method: one row a rule. */
export const promisesForm: RuleForm<readonly PromiseRule[]> = {
  kind: "promise",
  schema: promiseRulesSchema,
  prefix: "rules.",
  part: (rules) => rules,
  typedOf: (rules) => withRows({}, "rules", rules.map(rowOf)),
  given: (typed) => {
    const rows = rowsOf(typed, "rules");
    const taken = new Set(rows.map(({ id }) => id));
    return rows.map((row) => ruleOf(row, taken));
  },
  rows: {
    rules: {
      ...{ id: "", method: "", country: "", leastDays: "2", mostDays: "4", counts: "working", cutOff: "14:00" },
      ...{ handlingDays: "0", "calendar.holidaysOf": "", "calendar.closed": "" },
      ...Object.fromEntries(WEEK.slice(0, 5).map((day) => [`calendar.workdays.${day}`, "on"])),
    },
  },
};

function rowOf({
  id,
  method,
  country,
  leastDays,
  mostDays,
  counts,
  cutOff,
  handlingDays,
  calendar,
}: PromiseRule): Typed {
  return {
    id,
    method: method === "*" ? "" : method,
    country: country ?? "",
    leastDays: String(leastDays),
    mostDays: String(mostDays),
    counts,
    cutOff: cutOff ?? "",
    handlingDays: String(handlingDays),
    "calendar.holidaysOf": calendar.holidaysOf ?? "",
    "calendar.closed": calendar.closed.join("\n"),
    ...Object.fromEntries(calendar.workdays.map((day) => [`calendar.workdays.${day}`, "on"])),
  };
}

function ruleOf(row: Typed, taken: Set<string | undefined>) {
  const method = row.method?.trim() ?? "";
  const country = row.country?.trim().toUpperCase() ?? "";
  const place = row["calendar.holidaysOf"]?.trim().toUpperCase() ?? "";
  const cutOff = row.cutOff?.trim() ?? "";
  return {
    id: row.id === undefined || row.id === "" ? idOf(method, country, taken) : row.id,
    method: method === "" ? "*" : method,
    country: country === "" ? null : country,
    leastDays: wholeNumber(row.leastDays),
    mostDays: wholeNumber(row.mostDays),
    counts: row.counts,
    cutOff: cutOff === "" ? null : cutOff.slice(0, 5),
    handlingDays: wholeNumber(row.handlingDays) ?? 0,
    calendar: {
      workdays: WEEK.filter((day) => row[`calendar.workdays.${day}`] !== undefined),
      holidaysOf: place === "" ? null : place,
      closed: listOf(row["calendar.closed"]?.replaceAll(" ", "\n")),
    },
  };
}

/** A name that the ledger keeps with each promise: readable, and not the one of another rule. */
function idOf(method: string, country: string, taken: Set<string | undefined>): string {
  const name = [method === "" ? "any" : method, country].filter((part) => part !== "").join(" ");
  const base = name.toLowerCase().slice(0, 80).trim();
  let id = base;
  for (let nth = 2; taken.has(id); nth++) id = `${base} ${nth}`;
  taken.add(id);
  return id;
}
