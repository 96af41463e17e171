import { expect, test } from "vitest";
import { foldedName, twoLetterName } from "./folded-name.ts";

test.each([
  ["KÖLN", "koln"],
  ["Ko\u0308ln", "koln"],
  ["ST. LOUIS", "saint louis"],
  ["Saint-Louis", "saint louis"],
  ["SANKT GALLEN", "saint gallen"],
  ["Ste-Anne", "sainte anne"],
  ["EAST", "east"],
  ["WROCŁAW", "wroclaw"],
  ["İstanbul", "istanbul"],
  ["Tromsø", "tromso"],
  ["臺北市", "台北市"],
  ["  Neu-Isenburg ", "neu isenburg"],
  ["กรุงเทพมหานคร", "กรุงเทพมหานคร"],
  ["...", ""],
])("the spellings of a town are one name: %s", (written, name) => {
  expect(foldedName(written)).toBe(name);
  expect(foldedName(name)).toBe(name);
});

test("many names are folded in one go, a line each", () => {
  expect(foldedName("St. Louis\n, Köln ,\nŁódź")).toBe("saint louis\nkoln\nlodz");
});

test("umlauts may be two letters, and are not made of two letters", () => {
  expect(twoLetterName("Köln")).toBe("koeln");
  expect(twoLetterName("Århus")).toBe("aarhus");
  expect(twoLetterName("Quedlinburg")).toBeNull();
});
