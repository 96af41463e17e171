import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { fontPreloads, unicodeRanges } from "./font-faces.ts";
import { type FontFamily, type FontFamilyName, filesOf, fontFamilies, fontPath } from "./fonts.ts";
import { locales } from "./locale.ts";
import { pairingNames } from "./pairings.ts";

const require = createRequire(import.meta.url);
const names = Object.keys(fontFamilies) as FontFamilyName[];
const folderOf = (npmPackage: string) => dirname(require.resolve(`${npmPackage}/package.json`));
const nodeModules = join(folderOf("culori"), "..");
const manifest = z.object({ version: z.string() });
const ranges = z.record(z.string(), z.string());

const codePoints = (range: string) =>
  range.split(",").map((part) =>
    part
      .replace("U+", "")
      .split("-")
      .map((end) => Number.parseInt(end, 16)),
  );

test.each(names)("every file of %s is there, under the version that its address promises", (name) => {
  const family: FontFamily = fontFamilies[name];
  const folder = folderOf(family.npmPackage);
  expect(manifest.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))).version).toBe(family.version);
  for (const { path, url } of filesOf(name)) {
    expect(existsSync(join(nodeModules, path)), path).toBe(true);
    expect(fontPath(url.slice("/fonts/".length))).toBe(path);
  }
});

test.each(names)("the letters that we say %s has are those that it has", (name) => {
  const family: FontFamily = fontFamilies[name];
  const stated = ranges.parse(JSON.parse(readFileSync(join(folderOf(family.npmPackage), "unicode.json"), "utf8")));
  expect([...family.subsets].toSorted()).toEqual(Object.keys(stated).toSorted());
  for (const subset of family.subsets) {
    const ours = codePoints(unicodeRanges[subset]);
    const theirs = codePoints(stated[subset] ?? "");
    // Source Serif alone has four newer currency signs more.
    expect(ours.length).toBe(theirs.length);
    expect(ours.flat().every((end, at) => end <= (theirs.flat()[at] ?? 0))).toBe(true);
  }
});

test.each(pairingNames)("a first view in %s loads less than 43 kB of fonts", (type) => {
  const files = fontPreloads({ type }, "en").map((url) => fontPath(url.slice("/fonts/".length)) ?? "");
  const bytes = files.map((path) => statSync(join(nodeModules, path)).size).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeLessThan(43_000);
  expect(bytes > 0).toBe(!type.startsWith("plain"));
});

test("fonts are asked for ahead only where the page is written in Latin letters", () => {
  const ahead = locales.filter((locale) => fontPreloads({ type: "editorial" }, locale).length > 0);
  expect(ahead).toEqual(["en", "de"]);
});

test("no other file can be reached by a font's address", () => {
  const tricks = ["../../package.json", "..%2f..%2fpackage.json", "manrope-latin-wght-normal.woff2", "", "constructor"];
  expect(tricks.map(fontPath)).toEqual(tricks.map(() => null));
});
