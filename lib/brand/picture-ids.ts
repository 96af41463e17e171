import type { BrandTokens } from "./tokens.ts";

/** Every stored picture that a brand shows, by where the brand names it. */
export function pictureIdsOf({
  logo,
  favicon,
  hero,
}: Pick<BrandTokens, "logo" | "favicon" | "hero">): ReadonlyMap<string, string> {
  const ids: [string, string | undefined][] = [
    ["logo.light", logo?.kind === "picture" ? logo.light.pictureId : undefined],
    ["logo.dark", logo?.kind === "picture" ? logo.dark?.pictureId : undefined],
    ["favicon.small", favicon?.small],
    ["favicon.large", favicon?.large],
    ["hero", hero?.pictureId],
  ];
  return new Map(ids.flatMap(([path, id]) => (id === undefined ? [] : [[path, id] as const])));
}
