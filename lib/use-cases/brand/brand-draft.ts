import * as z from "zod";
import type { Db, Tx } from "#db/client.ts";
import { findBrandDraft } from "#db/queries/brand-drafts.ts";
import { withTenant } from "#db/tenant.ts";
import { hexOf } from "#lib/brand/colour.ts";
import { draftForm, draftLook } from "#lib/brand/draft/draft-brand.ts";
import { type BrandPath, pathText } from "#lib/brand/draft/draft-changes.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { type PublishedBrand, publishedIn } from "./published-brand.ts";

/** Who changed a part last, and when (an ISO instant). */
export type Touch = { readonly by: string; readonly at: string };
export type Touches = Readonly<Record<string, Touch>>;

/** What a shop is changing about its look; where nothing is being changed, what it looks like. */
export type BrandDraft = {
  readonly isOpen: boolean;
  /** One was thrown away and can be taken back. */
  readonly isDiscarded: boolean;
  readonly revision: number;
  /** As it would be published: only what is set. */
  readonly tokens: Readonly<Record<string, unknown>>;
  /** Complete, as its form shows it. */
  readonly form: BrandTokens;
  /** As its page is drawn. */
  readonly look: BrandTokens;
  /** What it is a change of: what shoppers see, or where a shop without a brand begins. */
  readonly base: BrandTokens;
  readonly touched: Touches;
  /** The version that it began from; another than the published one where somebody published meanwhile. */
  readonly basedOn: number | null;
  readonly published: PublishedBrand;
};

const touches = z.record(z.string(), z.object({ by: z.string(), at: z.string() }));
const record = z.record(z.string(), z.unknown());

/** The shop's draft as it is now. Throws AppError `not_found`. */
export function brandDraft(
  { db }: { readonly db: Db },
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<BrandDraft> {
  return withTenant(db, merchantId, (tx) => draftIn(tx, merchantId));
}

/** `brandDraft` inside of a transaction. */
export async function draftIn(tx: Tx, merchantId: MerchantId): Promise<BrandDraft> {
  const published = await publishedIn(tx, merchantId);
  const stored = await findBrandDraft(tx, { merchantId });
  const isOpen = stored?.state === "open";
  const start = published.isOwn ? published.tokens : firstTokens(published);
  const tokens = isOpen ? record.catch({}).parse(stored.tokens) : start;
  return {
    isOpen,
    isDiscarded: stored?.state === "discarded",
    revision: stored?.revision ?? 0,
    tokens,
    form: draftForm(tokens, published.shop),
    look: draftLook(tokens, published.brand, published.shop),
    base: published.isOwn ? published.brand : draftForm(start, published.shop),
    touched: isOpen ? touches.catch({}).parse(stored.touched) : {},
    basedOn: isOpen ? stored.basedOn : published.version,
    published,
  };
}

/** A shop's first brand has one colour to begin with; our own look's single colours would stand against the one it chooses. */
function firstTokens({ brand }: PublishedBrand): Readonly<Record<string, unknown>> {
  const { name, locale, storefrontUrl, supportEmail } = brand;
  return { name, locale, storefrontUrl, supportEmail, accent: hexOf(brand.accent, "#000000") };
}

/** Who changed a part last; null where nobody did since the draft began. */
export function touchOf(touched: Touches, path: BrandPath): Touch | null {
  const key = pathText(path);
  return Object.hasOwn(touched, key) ? (touched[key] ?? null) : null;
}
