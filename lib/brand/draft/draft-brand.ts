import { brandFrom, brandSchema, type Shopfront, safeUrl } from "#lib/brand/brand-schema.ts";
import { lch } from "#lib/brand/colour.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";

type Tokens = Readonly<Record<string, unknown>>;

/**
 * A draft as its form shows it: complete, and as it was typed. What it leaves out follows our defaults.
 */
export function draftForm(draft: Tokens, shop: Shopfront): BrandTokens {
  // A colour that cannot be read yet would take the mood with it.
  const accent = typeof draft.accent === "string" && lch(draft.accent) !== null ? draft.accent : "#000000";
  const complete = brandFrom({ ...draft, accent }, shop);
  const { mood, ...typed } = draft;
  // Each part is of its kind, since nothing else gets into a draft (`isDraftValue`).
  return { ...complete, ...typed, mood: { ...complete.mood, ...(isRecord(mood) ? mood : {}) } } as BrandTokens;
}

/** A draft as its page is drawn while somebody types: a part that is not sound yet is shown as it is published. */
export function draftLook(draft: Tokens, published: BrandTokens, shop: Shopfront): BrandTokens {
  const mended: Tokens = {
    ...draft,
    headerLinks: soundLinks(draft.headerLinks).slice(0, 3),
    footerLinks: soundLinks(draft.footerLinks).slice(0, 8),
  };
  const broken = brandSchema.safeParse(mended).error?.issues.map(({ path }) => String(path[0])) ?? [];
  const held = broken.map((name) => [name, Reflect.get(published, name)] as const);
  return brandFrom({ ...mended, ...Object.fromEntries(held) }, shop);
}

function soundLinks(links: unknown): readonly unknown[] {
  if (!Array.isArray(links)) return [];
  return links.filter(
    (link: unknown) => isRecord(link) && typeof link.label === "string" && link.label.trim() !== "" && isUrl(link.url),
  );
}

function isUrl(text: unknown): boolean {
  return typeof text === "string" && safeUrl(text) !== null;
}

function isRecord(value: unknown): value is Tokens {
  return typeof value === "object" && value !== null;
}
