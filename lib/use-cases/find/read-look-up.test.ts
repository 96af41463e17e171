import { expect, test } from "vitest";
import { readLookUp } from "./read-look-up.ts";

const problems = (form: unknown) => readLookUp(form).problems;

test("a number with one proof, or with both, is in order", () => {
  for (const proof of [{ email: "a@b.c" }, { postcode: "1" }, { email: "a@b.c", postcode: "SW1A 1AA" }])
    expect(problems({ number: "#1001", ...proof })).toEqual([]);
});

test("each problem is named, in the order of the fields", () => {
  expect(problems({})).toEqual(["number", "proof"]);
  expect(problems({ number: " ", email: " ", postcode: "" })).toEqual(["number", "proof"]);
  expect(problems({ number: "1", email: "ana" })).toEqual(["email"]);
  expect(problems({ number: "9".repeat(201), postcode: "9".repeat(21) })).toEqual(["number", "postcode"]);
  expect(problems({ number: "1", email: `${"a".repeat(254)}@b.c` })).toEqual(["email"]);
});

test.each([null, 7, "x", { number: ["a"] }, { number: { a: 1 }, email: 4 }])("%j is an empty form", (form) => {
  expect(readLookUp(form)).toEqual({ typed: { number: "", email: "", postcode: "" }, problems: ["number", "proof"] });
});

test("nothing that PostgreSQL would refuse, and nothing endless, goes on", () => {
  const { typed } = readLookUp({ number: "10\u000001", email: "a@b.c", postcode: "x".repeat(9_999) });
  expect(typed.number).toBe("10 01");
  expect(typed.postcode).toHaveLength(20);
});
