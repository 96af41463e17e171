import fc from "fast-check";
import { expect, test } from "vitest";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import { draftForm, draftLook } from "./draft-brand.ts";
import { changesBetween, isSameValue, pathText, valueAt, withChanges } from "./draft-changes.ts";
import { afterTold, decided, type FormState, untold } from "./draft-merge.ts";
import { draftChangesFrom, isDraftValue } from "./draft-shape.ts";

type Tokens = Readonly<Record<string, unknown>>;

const shop = { name: "Shop", locale: "de", storefrontUrl: null, supportEmail: null };
const tokens: fc.Arbitrary<Tokens> = fc.record(
  {
    name: fc.string(),
    radius: fc.nat(32),
    light: fc.dictionary(fc.constantFrom("paper", "ink", "link"), fc.constantFrom("#111111", "#222222")),
    words: fc.dictionary(
      fc.constantFrom("de", "en"),
      fc.dictionary(fc.constantFrom("help.heading", "answer.sent"), fc.constantFrom("a", "b"), { minKeys: 1 }),
    ),
  },
  { requiredKeys: ["light", "words"] },
);

test("what changed from one brand to another, done to the first, makes the second", () => {
  fc.assert(
    fc.property(tokens, tokens, (before, after) => {
      const made = withChanges(before, changesBetween(before, after));
      expect(changesBetween(made, after)).toEqual([]);
    }),
  );
});

test("two who work on different parts both keep what they did, whatever they did and whoever is told first", () => {
  fc.assert(
    fc.property(tokens, tokens, tokens, (base, mine, theirs) => {
      const told = changesBetween(base, theirs);
      const changed = new Set(told.map(({ path }) => pathText(path)));
      const own = changesBetween(base, mine).filter(({ path }) => !changed.has(pathText(path)));
      const form = withChanges(base, own);
      const after = afterTold({ kept: base, form, held: [] }, { tokens: theirs, clashes: [] });
      for (const { path, is } of own) expect(isSameValue(valueAt(after.form, path), is)).toBe(true);
      for (const { path, is } of told) expect(isSameValue(valueAt(after.form, path), is)).toBe(true);
    }),
  );
});

test("a part that both changed keeps what was typed, is not sent, and waits for a decision", () => {
  const state: FormState<Tokens> = { kept: { name: "A" }, form: { name: "Mine" }, held: [] };
  const after = afterTold(state, { tokens: { name: "Theirs" }, clashes: [["name"]] });
  expect([after.form, untold(after)]).toEqual([{ name: "Mine" }, []]);
  expect(untold(decided(after, ["name"], "mine"))).toEqual([{ path: ["name"], was: "Theirs", is: "Mine" }]);
  expect(decided(after, ["name"], "theirs")).toEqual({ kept: { name: "Theirs" }, form: { name: "Theirs" }, held: [] });
});

test("what both changed to the same is decided already", () => {
  const state: FormState<Tokens> = { kept: { name: "A" }, form: { name: "B" }, held: [] };
  expect(afterTold(state, { tokens: { name: "B" }, clashes: [["name"]] }).held).toEqual([]);
});

test("a draft takes parts that a brand has, of their kind, sound or not; nothing else gets in", () => {
  for (const [path, is] of [
    [["accent"], "#12"],
    [["storefrontUrl"], "htt"],
    [["light", "paper"], undefined],
    [["words", "de", "help.heading"], ""],
    [["mood", "contrast"], "crisp"],
  ] as const)
    expect([path, isDraftValue(path, is)]).toEqual([path, true]);
  for (const [path, is] of [
    [["name"], 3],
    [["light"], {}],
    [["light", "__proto__"], "#000"],
    [["__proto__"], "x"],
    [["mood", "contrast"], "warm"],
    [["words", "xx", "help.heading"], "Hi"],
    [["words", "de", "__proto__"], "Hi"],
    [["words", "de", "no.such"], "Hi"],
    [["headerLinks"], [{ label: 1 }]],
    [["logo"], { kind: "script" }],
  ] as const)
    expect([path, isDraftValue(path, is)]).toEqual([path, false]);
  expect(
    draftChangesFrom([
      { path: ["name"], is: "A" },
      { path: ["colour"], is: "#fff" },
    ]),
  ).toBeNull();
  expect(draftChangesFrom("x")).toBeNull();
  const stray = { path: ["logo"], was: null, is: { kind: "monogram", text: "A", script: "x" } };
  expect(draftChangesFrom([stray])).toEqual([{ ...stray, is: { kind: "monogram", text: "A" } }]);
});

test("the form shows what was typed, the page what can be shown of it", () => {
  const published = { ...fallbackBrand, name: "Shop", accent: "#1f4d3a", storefrontUrl: "https://shop.example" };
  const typed = {
    name: "Two",
    accent: "#12",
    storefrontUrl: "https:/",
    mood: { contrast: "crisp" },
    footerLinks: [
      { label: "Returns", url: "https://shop.example/returns" },
      { label: "Jobs", url: "htt" },
    ],
  };
  expect(draftForm(typed, shop)).toMatchObject({
    ...typed,
    mood: { neutrals: "neutral", contrast: "crisp" },
    radius: 8,
  });
  expect(draftLook(typed, published, shop)).toMatchObject({
    name: "Two",
    accent: "#1f4d3a",
    storefrontUrl: "https://shop.example",
    footerLinks: [{ label: "Returns" }],
  });
});
