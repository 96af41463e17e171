import { z } from "zod";
import { isColour } from "./colour.ts";
import { fallbackBrand } from "./fallback-brand.ts";
import { localeFrom, locales } from "./locale.ts";
import { pairingNames } from "./pairings.ts";
import type { BrandTokens } from "./tokens.ts";
import { upgradedBrand } from "./upgraded-brand.ts";

/** What we know of a shop without its brand. */
export type Shopfront = {
  readonly name: string;
  readonly locale: string;
  readonly storefrontUrl: string | null;
  readonly supportEmail: string | null;
};

const COLOUR = "must be a colour as #rrggbb or oklch(0.5 0.1 150)";
const colour = z.string(COLOUR).refine(isColour, COLOUR);
const refinements = z.object({
  paper: colour.exactOptional(),
  surface: colour.exactOptional(),
  tint: colour.exactOptional(),
  ink: colour.exactOptional(),
  muted: colour.exactOptional(),
  accent: colour.exactOptional(),
  onAccent: colour.exactOptional(),
  link: colour.exactOptional(),
  act: colour.exactOptional(),
  good: colour.exactOptional(),
});

const text = (longest: number) =>
  z.string("must be a text").trim().min(1, "must not be empty").max(longest, `must have at most ${longest} signs`);
const locale = oneOf(locales);
const translations = (longest: number) => z.partialRecord(locale, text(longest));
/** Only pages and mail: `javascript:` and `data:` never become a link. */
const webUrl = z.url({ protocol: /^https?$/, error: "must be an address that starts with https://" }).max(2000);
const link = z.object({ label: text(40), labels: translations(40).exactOptional(), url: webUrl });
const pictureId = z.string().regex(/^[0-9a-f]{64}$/, "must be the id of a stored picture: 64 signs, 0-9 and a-f");
const pixels = z.int("must be a whole number of pixels").min(1).max(4000);
const picture = z.object({ pictureId, width: pixels, height: pixels });

/** One brand as it is stored and as `porchlight brand publish` takes it: a name and an accent; all else has a default. */
export const brandSchema: z.ZodType<BrandTokens> = z.object({
  name: text(80),
  locale: locale.default(fallbackBrand.locale),
  locales: z
    .array(locale)
    .min(1, "must name at least one language")
    .default([...locales]),
  accent: colour,
  mood: z
    .object({
      neutrals: oneOf(["warm", "neutral", "cool", "tinted"]).default("neutral"),
      contrast: oneOf(["soft", "crisp"]).default("soft"),
    })
    .default({ neutrals: "neutral", contrast: "soft" }),
  light: refinements.default({}),
  dark: refinements.default({}),
  scheme: oneOf(["light", "dark", "auto"]).default("auto"),
  type: oneOf(pairingNames).default("plain"),
  radius: z.number("must be a number from 0 to 32").min(0).max(32).default(8),
  density: oneOf(["dense", "regular", "airy"]).default("regular"),
  answer: oneOf(["paper", "tint", "accent"]).default("tint"),
  logo: z
    .discriminatedUnion(
      "kind",
      [
        z.object({ kind: z.literal("wordmark"), text: text(40), spaced: z.boolean().default(false) }),
        z.object({ kind: z.literal("monogram"), text: text(3) }),
        z.object({ kind: z.literal("picture"), light: picture, dark: picture.nullable().default(null) }),
      ],
      "must have a kind: wordmark, monogram or picture",
    )
    .nullable()
    .default(null),
  favicon: z.object({ small: pictureId, large: pictureId }).nullable().default(null),
  hero: picture
    .extend({ alt: text(300), alts: translations(300).exactOptional(), url: webUrl.nullable().default(null) })
    .nullable()
    .default(null),
  storefrontUrl: webUrl.nullable().default(null),
  supportEmail: z.email("must be an email address").nullable().default(null),
  headerLinks: z.array(link).max(3, "must be at most 3 links").default([]),
  footerLinks: z.array(link).max(8, "must be at most 8 links").default([]),
  footerText: text(300).nullable().default(null),
  words: z.record(z.string(), z.record(z.string().max(200), z.string().max(2000))).exactOptional(),
});

/**
 * The stored brand, of this version or of 0.1; a plain good-looking one with the shop's name when there is none. A part that
 * is malformed falls back alone. Never throws.
 */
export function brandFrom(stored: unknown, shop: Shopfront): BrandTokens {
  const found = record.safeParse(upgradedBrand(stored)).data;
  if (found === undefined) return { ...fallbackBrand, ...essentialsOf(shop) };
  const parsed = brandSchema.safeParse(found);
  if (parsed.success) return whole(parsed.data);
  const broken = new Set(parsed.error.issues.map(({ path }) => path[0]));
  const sound = Object.fromEntries(Object.entries(found).filter(([name]) => !broken.has(name)));
  // Without its accent, a brand's other colours are those of another look.
  const colours = broken.has("accent") ? fallbackColours : {};
  const mended = brandSchema.safeParse({ ...essentialsOf(shop), ...sound, ...colours });
  return mended.success ? whole(mended.data) : { ...fallbackBrand, ...essentialsOf(shop) };
}

/** A web address that may become a link, or null: what merchants' files hold is not to be trusted. */
export function safeUrl(address: string | null): string | null {
  return webUrl.safeParse(address).data ?? null;
}

const record = z.record(z.string(), z.unknown());
const { accent, mood, light, dark } = fallbackBrand;
const fallbackColours = { accent, mood, light, dark };

/** What every brand needs, as the shop told it when it was added. */
function essentialsOf(shop: Shopfront): Pick<BrandTokens, "name" | "locale" | "storefrontUrl" | "supportEmail"> {
  return {
    name: shop.name,
    locale: localeFrom(shop.locale) ?? fallbackBrand.locale,
    storefrontUrl: safeUrl(shop.storefrontUrl),
    supportEmail: z.email().safeParse(shop.supportEmail).data ?? null,
  };
}

/** A shop always offers its own language, and none twice. */
function whole(brand: BrandTokens): BrandTokens {
  const { locale, locales } = brand;
  return { ...brand, locales: [...new Set(locales.includes(locale) ? locales : [locale, ...locales])] };
}

function oneOf<const T extends string>(choices: readonly T[]) {
  return z.enum(choices, `must be one of: ${choices.join(", ")}`);
}
