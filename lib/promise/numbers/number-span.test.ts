import fc from "fast-check";
import { expect, test } from "vitest";
import { askedSpan, stepsOf } from "./number-span.ts";

const TODAY = "2026-11-22";
const asked = (query: { days?: string; from?: string; to?: string }) =>
  askedSpan({ days: query.days ?? null, from: query.from ?? null, to: query.to ?? null }, TODAY);

test("the last days end today, and as many are before them", () => {
  expect(asked({ days: "7" }).span).toEqual({
    ...{ from: "2026-11-16", to: TODAY, days: 7, ready: 7 },
    before: { from: "2026-11-09", to: "2026-11-15" },
  });
  expect(asked({}).span.days).toBe(30);
  expect(asked({ days: "8" }).span.days).toBe(30);
});

test("a span of one's own ends today at the latest; what is none is said, and the usual one shown", () => {
  expect(asked({ from: "2026-11-01", to: "2027-01-01" }).span).toMatchObject({ to: TODAY, days: 22, ready: null });
  expect(asked({ from: "2026-02-30", to: "2026-03-01" }).problem).toBe("day");
  expect(asked({ from: "2026-11-01" }).problem).toBe("day");
  expect(asked({ from: "2026-11-30", to: "2026-11-01" })).toMatchObject({ problem: "order", span: { ready: 30 } });
  expect(asked({ from: "2020-01-01", to: "2026-01-01" }).problem).toBe("long");
});

test("the steps of a span are all its days, each once, and few enough for a chart", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 730 }), (back) => {
      const from = new Date(Date.parse(TODAY) - back * 86_400_000).toISOString().slice(0, 10);
      const steps = stepsOf(asked({ from, to: TODAY }).span);
      expect([steps[0]?.from, steps.at(-1)?.to]).toEqual([from, TODAY]);
      for (const [at, { from: next }] of steps.slice(1).entries())
        expect(Date.parse(next) - Date.parse(steps[at]?.to ?? "")).toBe(86_400_000);
      expect(steps.length).toBeLessThanOrEqual(31);
    }),
  );
});
