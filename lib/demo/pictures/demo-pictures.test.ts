import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { altOf } from "#lib/brand/wording.ts";
import { demoBrands } from "#lib/demo/brands.ts";
import { demoSlugs } from "#lib/demo/merchants.ts";
import { demoProducts } from "#lib/demo/products/demo-products.ts";
import { demoHero } from "./demo-heroes.ts";
import { demoPictures } from "./demo-pictures.ts";

const TAG = /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>/y;

/** The names of a picture's elements. Throws where the text is not well-formed XML of elements and attributes alone. */
function elementsOf(svg: string): readonly string[] {
  const open: string[] = [];
  const seen: string[] = [];
  for (let at = 0; at < svg.length; at = TAG.lastIndex) {
    TAG.lastIndex = at;
    const [, closes = "", name = "", attributes = "", empty = ""] = TAG.exec(svg) ?? [];
    if (name === "") throw new Error(`Not a tag: ${svg.slice(at, at + 40)}`);
    const names = [...attributes.matchAll(/([a-zA-Z:-]+)=/g)].map((match) => match[1]);
    if (new Set(names).size !== names.length) throw new Error(`An attribute twice: ${attributes}`);
    if (closes === "") seen.push(name);
    if (closes === "/" && open.pop() !== name) throw new Error(`Closes what is not open: ${name}`);
    if (closes === "" && empty === "") open.push(name);
  }
  if (open.length > 0) throw new Error(`Never closed: ${open.join(", ")}`);
  return seen;
}

const DRAWING = [
  "svg",
  "g",
  "path",
  "rect",
  "circle",
  "ellipse",
  "defs",
  "filter",
  "feTurbulence",
  "feDisplacementMap",
];

function onlyDraws(svg: string): void {
  for (const name of elementsOf(svg)) expect(DRAWING).toContain(name);
  expect(svg).not.toMatch(/NaN|undefined/);
  expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/href|https?:|data:|style=|\bon[a-z]+=/i);
  expect([...svg.matchAll(/url\(([^)]*)\)/g)].every(([, target]) => target?.startsWith("#"))).toBe(true);
}

describe.each(demoSlugs)("the pictures of %s", (slug) => {
  const pictures = demoPictures(slug);

  it("show every product and nothing else", () => {
    expect([...pictures.keys()].toSorted()).toEqual([...demoProducts(slug).keys()].toSorted());
    expect(new Set(pictures.values()).size).toBe(pictures.size);
  });

  it.each([...pictures])("%s is well-formed, only draws, and refers to nothing outside", (_, svg) => onlyDraws(svg));

  it.each([...pictures])("%s is square and small", (_, svg) => {
    expect(svg).toContain('viewBox="0 0 480 480"');
    expect(svg.length).toBeLessThan(5_000);
  });
});

describe.each(demoSlugs.filter((slug) => demoHero(slug) !== null))("the hero of %s", (slug) => {
  const svg = demoHero(slug) ?? "";
  const { hero } = demoBrands[slug];

  it("is well-formed, only draws, refers to nothing outside, and is small", () => {
    onlyDraws(svg);
    expect(svg.length).toBeLessThan(16_000);
  });

  it("is the picture that the brand names, in its size, described in every language of the page", () => {
    expect(hero?.pictureId).toBe(createHash("sha256").update(svg).digest("hex"));
    expect(svg).toContain(`width="${hero?.width}" height="${hero?.height}"`);
    const texts = demoBrands[slug].locales.map((locale) => hero && altOf(hero, locale, demoBrands[slug].locale));
    expect(texts.filter((text) => text?.lang !== undefined)).toEqual([]);
  });
});
