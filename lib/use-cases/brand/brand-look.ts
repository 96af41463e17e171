import type { Db } from "#db/client.ts";
import { findBrandVersion } from "#db/queries/brands.ts";
import { withTenant } from "#db/tenant.ts";
import { brandFrom } from "#lib/brand/brand-schema.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { draftIn } from "./brand-draft.ts";

/** Which of a shop's looks: what is being changed, what shoppers see, or what they saw once. */
export type AskedLook = "draft" | "published" | { readonly version: number };

/** A look as its page is drawn; the draft's with its revision, since it alone can change. */
export type ShownLook = { readonly tokens: BrandTokens; readonly revision: number | null };

/** The look that is asked for; null for a version that never was. */
export function brandLook(
  { db }: { readonly db: Db },
  { merchantId, look }: { readonly merchantId: MerchantId; readonly look: AskedLook },
): Promise<ShownLook | null> {
  return withTenant(db, merchantId, async (tx) => {
    const draft = await draftIn(tx, merchantId);
    if (look === "draft") return { tokens: draft.look, revision: draft.revision };
    if (look === "published") return { tokens: draft.published.brand, revision: null };
    const found = await findBrandVersion(tx, { merchantId, version: look.version });
    return found === null ? null : { tokens: brandFrom(found.tokens, draft.published.shop), revision: null };
  });
}
