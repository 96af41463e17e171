import type { DemoSlug } from "#lib/demo/merchants.ts";
import { alishanTeaPictures } from "./alishan-tea.ts";
import { maisonAlderPictures } from "./maison-alder.ts";
import { voltgartenPictures } from "./voltgarten.ts";

const drawings = {
  "maison-alder": maisonAlderPictures,
  voltgarten: voltgartenPictures,
  "alishan-tea": alishanTeaPictures,
};

/** A demo shop's product pictures: SVG by SKU, square. */
export function demoPictures(slug: DemoSlug): ReadonlyMap<string, string> {
  return new Map(Object.entries(drawings[slug]).map(([sku, draw]) => [sku, draw()]));
}
