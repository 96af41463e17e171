import { expect, test } from "vitest";
import { recommendRulesSchema } from "./recommend-rules-schema.ts";
import { storedRecommendRules } from "./stored-rules.ts";

test("what a merchant leaves out has its default", () => {
  expect(recommendRulesSchema.parse({})).toEqual({
    ...{ timing: { kind: "after_delivery", days: 0 }, consent: "given", pinned: [], never: [], excluded: [] },
    ...{ categories: [], holdOut: 0.1, windowDays: 30 },
  });
});

test.each([
  ["timing.days", { timing: { kind: "after_delivery", days: -1 } }],
  ["timing", { timing: { kind: "whenever" } }],
  ["pinned.0", { pinned: [{ from: "A", to: "A" }] }],
  [
    "pinned.1.to",
    {
      pinned: [
        { from: "A", to: "B" },
        { from: "A", to: " " },
      ],
    },
  ],
  ["holdOut", { holdOut: 0.9 }],
  ["windowDays", { windowDays: 0 }],
  ["categories.0.name", { categories: [{ skus: ["A"] }] }],
])("a mistake is refused with its place: %s", (place, rules) => {
  const issues = recommendRulesSchema.safeParse(rules).error?.issues ?? [];
  expect(issues.map(({ path }) => path.join("."))).toContainEqual(expect.stringMatching(new RegExp(`^${place}`)));
});

test("stored rules that cannot be read show nothing, since what they forbade is not known", () => {
  expect(storedRecommendRules({ exclude: ["A"] }).timing).toEqual({ kind: "off" });
  expect(storedRecommendRules(null).timing.kind).toBe("after_delivery");
});
