import { describe, expect, it } from "vitest";
import { demoSlugs } from "#lib/demo/merchants.ts";
import { demoProducts } from "#lib/demo/products/demo-products.ts";
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

describe.each(demoSlugs)("the pictures of %s", (slug) => {
  const pictures = demoPictures(slug);

  it("show every product and nothing else", () => {
    expect([...pictures.keys()].toSorted()).toEqual([...demoProducts(slug).keys()].toSorted());
    expect(new Set(pictures.values()).size).toBe(pictures.size);
  });

  it.each([...pictures])("%s is well-formed, only draws, and refers to nothing outside", (_, svg) => {
    for (const name of elementsOf(svg)) expect(DRAWING).toContain(name);
    expect(svg).not.toMatch(/NaN|undefined/);
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/href|https?:|data:|style=|\bon[a-z]+=/i);
    expect([...svg.matchAll(/url\(([^)]*)\)/g)].every(([, target]) => target?.startsWith("#"))).toBe(true);
  });

  it.each([...pictures])("%s is square and small", (_, svg) => {
    expect(svg).toContain('viewBox="0 0 480 480"');
    expect(svg.length).toBeLessThan(5_000);
  });
});
