import { expect, test } from "vitest";
import { numberKeys, proofsOf } from "./proofs.ts";

const order = { email: "Ana.Lima@Example.com", postcode: "SW1A 1AA", country: "GB" };
const byPostcode = (typed: string, known: string, country: string | null = null) =>
  proofsOf({ email: "", postcode: typed }, { email: null, postcode: known, country }).byPostcode;

test.each(["ana.lima@example.com", " ANA.LIMA@EXAMPLE.COM ", "ａna.lima@example.com"])(
  "the email %j is the order's",
  (email) => {
    expect(proofsOf({ email, postcode: "" }, order)).toEqual({ byEmail: true, byPostcode: false });
  },
);

test.each(["analima@example.com", "ana.lima@example.co", "ana.lima+x@example.com", ""])(
  "the email %j is not",
  (email) => {
    expect(proofsOf({ email, postcode: "" }, order)).toEqual({ byEmail: false, byPostcode: false });
  },
);

test.each([
  ["sw1a1aa", "SW1A 1AA", "GB"],
  ["SW1A-1AA", "SW1A 1AA", "GB"],
  ["００１２３", "00123", "TW"],
  ["01067", "01067", "DE"],
  ["1012 ab", "1012AB", "NL"],
  ["02134", "02134-5678", "US"],
  ["02134-5678", "02134", "US"],
  ["02134–5678", "021345678", "us"],
])("the postcode %s is %s in %s", (typed, known, country) => {
  expect(byPostcode(typed, known, country)).toBe(true);
});

test.each([
  ["2134", "02134", "US"],
  ["0213", "02134-5678", "US"],
  ["12345", "12345-678", "BR"],
  ["12345678", "12345", "BR"],
  ["", "", "GB"],
  ["-", "", "GB"],
])("the postcode %j is not %j in %s", (typed, known, country) => {
  expect(byPostcode(typed, known, country)).toBe(false);
});

test("nothing proves an order that is not there, or one without email and postcode", () => {
  const bare = { email: null, postcode: null, country: null };
  for (const typed of [
    { email: "", postcode: "" },
    { email: "ana@example.com", postcode: "SW1A 1AA" },
  ])
    for (const order of [null, bare]) expect(proofsOf(typed, order)).toEqual({ byEmail: false, byPostcode: false });
});

test("a number is found however its signs are typed, and its tries are counted as one", () => {
  expect(numberKeys(" #A-1001 ")).toEqual(["a-1001", "a-1001"]);
  expect(numberKeys("＃Ａ－１００１")[0]).toBe("a-1001");
});
