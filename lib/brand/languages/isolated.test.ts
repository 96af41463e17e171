import fc from "fast-check";
import { expect, test } from "vitest";
import { isolated, withoutDirections } from "./isolated.ts";

const MARKS = ["\u061c", "\u200e", "\u200f", ..."\u202a\u202b\u202c\u202d\u202e", ..."\u2066\u2067\u2068\u2069"];
const DIRECTIONS = ["ltr", "rtl"] as const;
const LATIN = ["A", "é", "6", "中", "ก"];
const ARABIC = ["م", "ا", "ש", "٦", "ﻻ"];
const direction = fc.constantFrom(...DIRECTIONS);
const letters = (...pools: readonly string[][]) =>
  fc.string({ unit: fc.constantFrom(...pools.flat(), " ", ".", ",", "-", "(", ")", "😀") });
const typed = fc.oneof(letters(LATIN, ARABIC, MARKS), fc.string({ unit: "binary" }));

/** What a text says outside of its isolates; null where one has no end or no beginning. */
function outsideOf(text: string): string | null {
  let depth = 0;
  let outside = "";
  for (const character of text) {
    if (character === "\u2068") depth += 1;
    else if (character === "\u2069") depth -= 1;
    else if (depth === 0) outside += character;
    if (depth < 0) return null;
  }
  return depth === 0 ? outside : null;
}
const shown = (text: string) => text.replaceAll("\u2068", "[").replaceAll("\u2069", "]");

test.each([
  ["UPS", "UPS", "[UPS]"],
  ["1001-20", "1001-20", "[1001-20]"],
  ["中華郵政", "中華郵政", "[中華郵政]"],
  ["ไปรษณีย์ไทย", "ไปรษณีย์ไทย", "[ไปรษณีย์ไทย]"],
  ["البريد السعودي", "[البريد السعودي]", "البريد السعودي"],
  ["דואר ישראל", "[דואר ישראל]", "דואר ישראל"],
  ["٢٠٢٦", "[٢٠٢٦]", "٢٠٢٦"],
  ["𞤀𞤣𞤤𞤢𞤥", "[𞤀𞤣𞤤𞤢𞤥]", "𞤀𞤣𞤤𞤢𞤥"],
  ["متجر Alder", "[متجر Alder]", "[متجر Alder]"],
  ["…", "…", "…"],
  ["", "", ""],
])("%s is marked off where its letters run the other way", (text, inEnglish, inArabic) => {
  expect(DIRECTIONS.map((way) => shown(isolated(text, way)))).toEqual([inEnglish, inArabic]);
});

test("a mark that turns what follows is taken out, wherever it was typed", () => {
  for (const mark of MARKS) {
    expect(withoutDirections(`U${mark}PS`)).toBe("UPS");
    expect(isolated(`${mark}UPS${mark}`, "ltr")).toBe("UPS");
    expect(shown(isolated(`U${mark}PS`, "rtl"))).toBe("[UPS]");
  }
});

test("an isolate without an end, an end without an isolate, and one of a set direction do not stay", () => {
  for (const text of ["U\u2068PS", "UPS\u2069", "\u2069UPS\u2068", "\u2067UPS\u2069", "\u2066U\u2069PS"]) {
    expect(isolated(text, "ltr")).toBe("UPS");
  }
  expect(shown(isolated("\u2067U\u2068P\u2069S\u2069", "ltr"))).toBe("U[P]S");
});

test("a sentence that becomes a value of another keeps its own values marked off", () => {
  const inner = `الطرد لدى ${isolated("UPS", "rtl")}`;
  expect(shown(isolated(inner, "rtl"))).toBe("الطرد لدى [UPS]");
  expect(shown(isolated(`${inner} 5`, "rtl"))).toBe("[الطرد لدى [UPS] 5]");
  expect(shown(isolated(`With ${isolated("أرامكس", "ltr")}`, "ltr"))).toBe("With [أرامكس]");
});

test("a web address stays as it is, so that a mail program makes the right link of it", () => {
  for (const way of DIRECTIONS) {
    expect(isolated("https://shop.example/t/a-1?l=ar", way)).toBe("https://shop.example/t/a-1?l=ar");
  }
  expect(shown(isolated("https://shop.example/م", "ltr"))).toBe("[https://shop.example/م]");
});

test("nothing but marks is added or taken away", () => {
  fc.assert(
    fc.property(typed, direction, (text, way) => {
      expect(withoutDirections(isolated(text, way))).toBe(withoutDirections(text));
    }),
  );
});

test("whatever was typed, every isolate has an end and no other mark is left", () => {
  fc.assert(
    fc.property(typed, direction, (text, way) => {
      const safe = isolated(text, way);
      expect(outsideOf(safe)).not.toBeNull();
      expect(withoutDirections(safe)).toBe(safe.replaceAll(/[\u2068\u2069]/g, ""));
    }),
  );
});

test("no letter and no digit that runs the other way stands outside of an isolate", () => {
  fc.assert(
    fc.property(letters(LATIN, ARABIC, MARKS), (text) => {
      const [inEnglish, inArabic] = DIRECTIONS.map((way) => outsideOf(isolated(text, way)) ?? text);
      expect(ARABIC.filter((letter) => inEnglish?.includes(letter))).toEqual([]);
      expect(LATIN.filter((letter) => inArabic?.includes(letter))).toEqual([]);
    }),
  );
});

test("a text that runs with the sentence is left alone", () => {
  const native = fc.oneof(
    fc.record({ text: letters(LATIN), way: fc.constant("ltr" as const) }),
    fc.record({ text: letters(ARABIC), way: fc.constant("rtl" as const) }),
  );
  fc.assert(
    fc.property(native, ({ text, way }) => {
      expect(isolated(text, way)).toBe(text);
    }),
  );
});

test("isolating twice is isolating once", () => {
  fc.assert(
    fc.property(typed, direction, (text, way) => {
      const once = isolated(text, way);
      expect(isolated(once, way)).toBe(once);
    }),
  );
});
