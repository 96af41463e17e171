import { brandFrom, type Shopfront } from "#lib/brand/brand-schema.ts";
import { remembered } from "#lib/brand/remembered.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";

/** The newest few hundred looks: reading one takes longer than the rest of a page. */
const brands = remembered<BrandTokens>(300);

/** The brand as `brandFrom` reads it, of tokens that come as JSON text; the same text is read once. */
export function brandOfText(text: string | null, shop: Shopfront): BrandTokens {
  const { name, locale, storefrontUrl, supportEmail } = shop;
  return brands(JSON.stringify([text, name, locale, storefrontUrl, supportEmail]), () =>
    brandFrom(text === null ? null : JSON.parse(text), shop),
  );
}
