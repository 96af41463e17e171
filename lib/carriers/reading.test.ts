import { describe, expect, test } from "vitest";
import { z } from "zod";
import { alpha2, id, list, listOf, objectOf, part, scansOf, text } from "./reading.ts";

const ODD = [undefined, null, true, {}, [], [["x"]], Number.NaN];

describe("a field", () => {
  test("of text is words on one line or digits, and nothing else", () => {
    expect(["  On its <b>way</b> ", 12, 1.5, "x".repeat(9_999)].map((value) => text.parse(value))).toEqual([
      "On its way",
      "12",
      "1.5",
      "x".repeat(1_000),
    ]);
    expect([...ODD, "", Number.POSITIVE_INFINITY].map((value) => text.parse(value))).toEqual(Array(9).fill(null));
  });

  test("of a tracking number has no spaces and no small letters, and is exact", () => {
    expect(["1z 5r\t8\0", 7_777_777_770].map((value) => id.parse(value))).toEqual(["1Z5R8", "7777777770"]);
    expect([...ODD, " ", 1.5, 2 ** 60].map((value) => id.parse(value))).toEqual(Array(10).fill(null));
  });

  test("never refuses the object around it, missing or of a wrong type", () => {
    const schema = z.object({ text, id, list, of: listOf(z.object({ text })), one: objectOf(z.object({ text })) });
    const nothing = { text: null, id: null, list: null, of: null, one: null };
    expect(schema.parse({})).toEqual(nothing);
    expect(schema.parse({ text: {}, id: [], list: "x", of: { length: 1 }, one: [] })).toEqual(nothing);
  });
});

describe("an object", () => {
  test("counts as one without fields where something else stands", () => {
    const place = part({ address: part({ city: text }) });
    for (const odd of [...ODD, "Boise", { address: "Boise" }])
      expect(place.parse(odd)).toEqual({ address: { city: null } });
    expect(place.parse({ address: { city: "Boise" } })).toEqual({ address: { city: "Boise" } });
  });

  test("is told from none by `objectOf`", () => {
    const item = objectOf(z.object({ text }));
    expect([{}, { text: "a" }, [], "a", null].map((value) => item.parse(value))).toEqual([
      { text: null },
      { text: "a" },
      null,
      null,
      null,
    ]);
  });
});

describe("a list", () => {
  const items = [null, { text: "a" }, "x", [], { text: 7 }, {}];

  test("of objects leaves out what is none", () => {
    expect(listOf(z.object({ text })).parse(items)).toEqual([{ text: "a" }, { text: "7" }, { text: null }]);
    expect(list.parse(items)).toEqual(items);
  });

  test("is read as far as its thousandth item", () => {
    const many = Array(1_500).fill({ text: "a" });
    for (const schema of [list, listOf(z.object({ text })), scansOf(z.object({ text }), [])]) {
      expect(schema.parse(many)).toHaveLength(1_000);
    }
  });

  test("of scans keeps the named fields as received beside what was read", () => {
    const scans = scansOf(z.object({ text }), ["text", "other"]);
    expect(scans.parse([{ text: " a ", other: { text: 1, b: 1 }, name: "Jo" }])).toEqual([
      { text: "a", raw: { text: " a ", other: { text: 1 } } },
    ]);
  });
});

test("a country is two letters", () => {
  expect(["us", "DE", "uk", "USA", "Japan", "", null].map(alpha2)).toEqual(["US", "DE", "GB", null, null, null, null]);
});
