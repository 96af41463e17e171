import fc from "fast-check";
import { expect, test } from "vitest";
import { keptRaw } from "./kept-raw.ts";

const KEYS = new Set(["code", "late", "none", "location", "city", "ids"]);

test("of what a carrier wrote, the named fields are kept as they came", () => {
  const scan = { code: 7, late: false, none: null, location: { city: " Boise ", ids: ["8379", { code: "b" }] } };
  expect(keptRaw(scan, KEYS)).toEqual(scan);
});

test.each(["addressLine1", "name", "receivedBy", "remark", "nextSteps", "photo", "anythingNew", "City", "__proto__"])(
  "%s is not, at any depth, if nobody named it",
  (key) => {
    const more = Object.fromEntries([[key, "x"]]);
    expect(keptRaw({ city: "Boise", ...more, ids: [more], location: { [key]: ["x"], city: more } }, KEYS)).toEqual({
      city: "Boise",
      ids: [{}],
      location: { city: {} },
    });
  },
);

test("no text holds what jsonb refuses", () => {
  expect(keptRaw({ city: "Bo\0ise", code: "a\ud800" }, KEYS)).toEqual({ city: "Boise", code: "a\ufffd" });
});

test("neither depth nor length is without end", () => {
  const deep = JSON.parse(`${'{"code":'.repeat(100_000)}1${"}".repeat(100_000)}`) as unknown;
  expect(JSON.stringify(keptRaw(deep, KEYS))).toBe(`${'{"code":'.repeat(6)}null${"}".repeat(6)}`);
  const long = keptRaw({ city: "x".repeat(9_999), ids: Array(9_999).fill(1) }, KEYS) as { city: string; ids: number[] };
  expect([long.city.length, long.ids.length]).toEqual([1_000, 1_000]);
});

test("whatever a carrier writes, it can be written as JSON without NUL and half characters", () => {
  const key = fc.constantFrom(...KEYS);
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(fc.string({ unit: "binary" }), fc.array(tie("tree")), fc.dictionary(key, tie("tree"))),
  }));
  fc.assert(fc.property(tree, (raw) => !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(keptRaw(raw, KEYS)))));
});
