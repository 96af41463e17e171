import fc from "fast-check";
import { expect, test } from "vitest";
import { onTimeOf, type Promised, promiseBefore, standingPromise } from "./ledger.ts";

const ZONE = "America/New_York";
const said = (saidBy: Promised["saidBy"], saidAt: string, fromDay: string, toDay = fromDay): Promised => ({
  saidBy,
  saidAt: saidAt.includes("T") ? saidAt : `${saidAt}T12:00:00Z`,
  fromDay,
  toDay,
  reason: null,
});

const checkout = said("checkout", "2026-11-01", "2026-11-03", "2026-11-05");
const rule = said("rule", "2026-11-01", "2026-11-04", "2026-11-05");
const merchant = said("merchant", "2026-11-04", "2026-11-07");
const carrier = said("carrier", "2026-11-02", "2026-11-04");
const carrierLater = said("carrier", "2026-11-05", "2026-11-09");
const learned = said("learned", "2026-11-06", "2026-11-12");

test.each([
  ["nothing", [], null],
  ["an estimate of ours only", [learned], null],
  ["the carrier's dates only", [carrierLater, learned, carrier], carrier],
  ["the checkout's text and the carrier", [carrier, checkout, carrierLater], checkout],
  ["a rule and the checkout's text of the same moment", [rule, checkout], rule],
  ["the same two the other way round", [checkout, rule], rule],
  ["a later word of the shop", [merchant, rule, checkout, carrier], merchant],
  ["the carrier's date and then the shop's word", [carrier, merchant], merchant],
])("of %s, what stands is what the shopper was told", (_, ledger, standing) => {
  expect(standingPromise(ledger)).toEqual(standing);
});

test.each([
  ["a single promise", [checkout, carrier, learned], null],
  ["a text that a rule overruled at once", [checkout, rule], null],
  ["the rule before the shop's later word", [checkout, rule, merchant], rule],
  ["the carrier's first date before the shop's word", [carrier, merchant], carrier],
  [
    "a promise that was said again as it was",
    [checkout, { ...checkout, saidBy: "merchant", saidAt: merchant.saidAt }],
    null,
  ],
] satisfies [string, Promised[], Promised | null][])("what stood before: %s", (_, ledger, before) => {
  expect(promiseBefore(ledger)).toEqual(before);
});

test("moments are compared, not their spelling", () => {
  const newer = { ...merchant, saidAt: "2026-11-04T09:30:00+02:00" };
  const older = { ...rule, saidAt: "2026-11-04 08:00:00+01" };
  expect(standingPromise([newer, older])).toEqual(newer);
});

test.each([
  ["2026-11-02", "early"],
  ["2026-11-03", "on_time"],
  ["2026-11-05", "on_time"],
  ["2026-11-06", "late"],
])("a delivery on %s against the 3rd to the 5th is %s", (deliveredOn, verdict) => {
  expect(onTimeOf([checkout, carrierLater, learned], deliveredOn, ZONE)).toBe(verdict);
});

test("a delivery is held against what was told until then", () => {
  expect(onTimeOf([checkout, merchant], "2026-11-07", ZONE)).toBe("on_time");
  expect(onTimeOf([checkout, merchant], "2026-11-06", ZONE)).toBe("early");
  expect(onTimeOf([checkout, merchant], "2026-11-03", ZONE)).toBe("on_time");
  expect(onTimeOf([carrier, carrierLater], "2026-11-09", ZONE)).toBe("late");
  expect(onTimeOf([merchant], "2026-11-02", ZONE)).toBeNull();
  expect(onTimeOf([learned], "2026-11-12", ZONE)).toBeNull();
});

test("a new window that is told after the promised one has ended does not make it on time", () => {
  const tooLate = { ...merchant, saidAt: "2026-11-06T12:00:00Z" };
  expect(onTimeOf([checkout, tooLate], "2026-11-07", ZONE)).toBe("late");
  // Still the evening of the last promised day there.
  expect(onTimeOf([checkout, { ...merchant, saidAt: "2026-11-06T04:30:00Z" }], "2026-11-07", ZONE)).toBe("on_time");
});

const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-11-${String(day).padStart(2, "0")}`);
const words = fc
  .tuple(fc.constantFrom("checkout", "rule", "carrier", "merchant", "learned" as const), days, days, days)
  .map(([saidBy, saidAt, day, other]) =>
    day < other ? said(saidBy, saidAt, day, other) : said(saidBy, saidAt, other, day),
  );
const ledgers = fc.uniqueArray(words, { maxLength: 8, selector: ({ saidBy, saidAt }) => `${saidBy} ${saidAt}` });

test("the order of the entries, estimates and later dates of the carrier change neither promise nor verdict", () => {
  fc.assert(
    fc.property(ledgers, days, (ledger, deliveredOn) => {
      const answers = (list: readonly Promised[]) => [
        standingPromise(list),
        promiseBefore(list),
        onTimeOf(list, deliveredOn, ZONE),
      ];
      const firstOfCarrier = ledger
        .filter(({ saidBy }) => saidBy === "carrier")
        .map(({ saidAt }) => saidAt)
        .toSorted()[0];
      const bare = ledger.filter(
        ({ saidBy, saidAt }) => saidBy !== "learned" && (saidBy !== "carrier" || saidAt === firstOfCarrier),
      );
      expect(answers(ledger.toReversed())).toEqual(answers(ledger));
      expect(answers(bare)).toEqual(answers(ledger));
    }),
  );
});

test("once the promised window has ended, nothing that anybody says changes the verdict", () => {
  fc.assert(
    fc.property(ledgers, days, (ledger, deliveredOn) => {
      const promised = said("checkout", "2026-10-31", "2026-11-02", "2026-11-03");
      const after = ledger.filter(({ saidAt }) => saidAt > "2026-11-04");
      expect(onTimeOf([promised, ...after], deliveredOn, ZONE)).toBe(onTimeOf([promised], deliveredOn, ZONE));
    }),
  );
});
