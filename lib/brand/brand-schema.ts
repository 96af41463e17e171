import { parse } from "culori";
import { z } from "zod";
import { fallbackBrand } from "./fallback-brand.ts";
import { localeFrom, locales } from "./locale.ts";
import type { BrandTokens } from "./tokens.ts";

/** What we know of a shop without its brand. */
export type Shopfront = {
  readonly name: string;
  readonly locale: string;
  readonly storefrontUrl: string | null;
  readonly supportEmail: string | null;
};

const colour = z
  .string()
  .max(64)
  .regex(/^(#[0-9a-f]{3}|#[0-9a-f]{6}|oklch\([\d.%\s]+\))$/i)
  .refine((text) => parse(text) !== undefined);
const colours = z.object({
  paper: colour,
  surface: colour,
  tint: colour,
  ink: colour,
  muted: colour,
  accent: colour,
  onAccent: colour,
});
const family = z.string().regex(/^[\p{L}\p{M}\p{N} _-]{1,60}$/u);
const stack = z.object({
  families: z.array(family).max(12),
  generic: z.enum(["serif", "sans-serif", "monospace", "system-ui"]),
});
const label = z.string().trim().min(1).max(80);
/** Only pages and mail: `javascript:` and `data:` never become a link. */
const webUrl = z.url({ protocol: /^https?$/ }).max(2000);

const brandSchema: z.ZodType<BrandTokens> = z.object({
  name: label,
  logo: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("wordmark"), text: label, spaced: z.boolean() }),
      z.object({ kind: z.literal("monogram"), text: z.string().trim().min(1).max(3) }),
      z.object({ kind: z.literal("picture"), pictureId: z.string().regex(/^[0-9a-f]{64}$/) }),
    ])
    .nullable(),
  locale: z.enum(locales),
  secondLocale: z.enum(locales).nullable(),
  scheme: z.enum(["light", "dark", "auto"]),
  light: colours,
  dark: colours,
  type: z.object({
    display: stack,
    text: stack,
    numbers: stack,
    displayWeight: z.number().min(300).max(900),
    displayTracking: z.number().min(-50).max(100),
  }),
  radius: z.number().min(0).max(32),
  density: z.enum(["dense", "regular", "airy"]),
  answer: z.enum(["paper", "tint", "accent"]),
  storefrontUrl: webUrl.nullable(),
  supportEmail: z.email().nullable(),
  footerLinks: z.array(z.object({ label, url: webUrl })).max(8),
});

/** The stored brand, or a plain good-looking one with the shop's name when there is none or it is malformed. Never throws. */
export function brandFrom(stored: unknown, shop: Shopfront): BrandTokens {
  const parsed = brandSchema.safeParse(stored);
  if (parsed.success) return parsed.data;
  return {
    ...fallbackBrand,
    name: shop.name,
    locale: localeFrom(shop.locale) ?? fallbackBrand.locale,
    storefrontUrl: safeUrl(shop.storefrontUrl),
    supportEmail: z.email().safeParse(shop.supportEmail).data ?? null,
  };
}

/** A web address that may become a link, or null: what merchants' files hold is not to be trusted. */
export function safeUrl(text: string | null): string | null {
  return webUrl.safeParse(text).data ?? null;
}
