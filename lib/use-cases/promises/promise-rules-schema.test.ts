import { expect, test } from "vitest";
import { holidayProblems, readPromiseRules } from "./promise-rules-schema.ts";

const least = { id: "standard", method: "Standard", leastDays: 2, mostDays: 4 };
const whole = {
  id: "express-uk",
  method: "Express",
  country: "GB",
  leastDays: 1,
  mostDays: 1,
  counts: "calendar",
  cutOff: "14:00",
  handlingDays: 1,
  calendar: { workdays: [1, 2, 3, 4, 5, 6], holidaysOf: "GB-ENG", closed: ["2026-12-24"] },
};

test("a whole rule is read as it stands; what a rule leaves out is that of plain working days", () => {
  expect(readPromiseRules([whole, least])).toEqual({
    ok: true,
    value: [
      whole,
      {
        ...least,
        country: null,
        counts: "working",
        cutOff: null,
        handlingDays: 0,
        calendar: { workdays: [1, 2, 3, 4, 5], holidaysOf: null, closed: [] },
      },
    ],
  });
  expect(readPromiseRules([])).toEqual({ ok: true, value: [] });
});

test("what was read and stored is read again as the same", () => {
  const read = readPromiseRules([whole, least]);
  expect(read.ok && readPromiseRules(JSON.parse(JSON.stringify(read.value)))).toEqual(read);
});

test("countries are known by any code", () => {
  const read = readPromiseRules(["UK", "gbr", "gb"].map((country, at) => ({ ...least, id: `${at}`, country })));
  expect(read.ok && read.value.map(({ country }) => country)).toEqual(["GB", "GB", "GB"]);
});

test.each([
  [null, "The rules must be a list."],
  [{ rules: [] }, "The rules must be a list."],
  [[whole, "Express"], "Rule 2 must be an object."],
  [[{ ...least, id: " " }], "Rule 1, id: must not be empty."],
  [[{ ...least, method: "" }], "Rule 1 (standard), method: must not be empty."],
  [[{ ...least, cutoff: "14:00" }], 'Rule 1 (standard) has no "cutoff".'],
  [[{ ...least, cutOff: "2 pm" }], "Rule 1 (standard), cutOff: must be a time of day such as 14:00."],
  [[{ ...least, cutOff: "24:00" }], "Rule 1 (standard), cutOff: must be a time of day such as 14:00."],
  [[{ ...least, leastDays: "2" }], "Rule 1 (standard), leastDays: must be a whole number from 0 to 90."],
  [[{ ...least, mostDays: 91 }], "Rule 1 (standard), mostDays: must be a whole number from 0 to 90."],
  [[{ ...least, mostDays: 1 }], "Rule 1 (standard), mostDays: must not be less than leastDays."],
  [[{ ...least, handlingDays: 0.5 }], "Rule 1 (standard), handlingDays: must be a whole number from 0 to 30."],
  [[{ ...least, counts: "days" }], 'Rule 1 (standard), counts: must be "working" or "calendar".'],
  [[{ ...least, country: "Germany" }], "Rule 1 (standard), country: must be a country such as DE."],
  [[{ ...least, calendar: { workdays: [] } }], "Rule 1 (standard), calendar.workdays: must name at least one weekday."],
  [
    [{ ...least, calendar: { workdays: [1, 0] } }],
    "Rule 1 (standard), calendar.workdays: must be numbers from 1 (Monday) to 7 (Sunday).",
  ],
  [
    [{ ...least, calendar: { holidaysOf: "Bavaria" } }],
    "Rule 1 (standard), calendar.holidaysOf: must be a place such as DE or DE-BY.",
  ],
  [
    [{ ...least, calendar: { closed: ["2026-02-29"] } }],
    "Rule 1 (standard), calendar.closed: must be days such as 2026-12-24.",
  ],
  [[least, least], "Rule 2 (standard), id: is taken by a rule before it."],
])("rules that cannot be kept say why: %j", (given, problem) => {
  expect(readPromiseRules(given)).toEqual({ ok: false, error: [problem] });
});

test("all problems are told at once", () => {
  const read = readPromiseRules([
    { ...least, leastDays: -1 },
    { ...whole, cutOff: "late", country: "" },
  ]);
  expect(!read.ok && read.error.toSorted()).toEqual([
    "Rule 1 (standard), leastDays: must be a whole number from 0 to 90.",
    "Rule 2 (express-uk), country: must be a country such as DE.",
    "Rule 2 (express-uk), cutOff: must be a time of day such as 14:00.",
  ]);
});

test("a place without known holidays is told when rules are saved", () => {
  const read = readPromiseRules([least, whole]);
  if (!read.ok) throw new Error("not read");
  expect(holidayProblems(read.value, () => new Set())).toEqual([]);
  expect(holidayProblems(read.value, () => null)).toEqual([
    "Rule 2 (express-uk), calendar.holidaysOf: the holidays of GB-ENG are not known.",
  ]);
});
