import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { brandDrafts } from "#db/schema/index.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** A merchant's draft as it is stored: its jsonb is read through `lib/brand` and `lib/use-cases` only. */
export type StoredDraft = {
  readonly revision: number;
  readonly state: "open" | "discarded" | "published";
  readonly tokens: unknown;
  readonly basedOn: number | null;
  readonly touched: unknown;
};

/** The shop's draft, whatever became of it; null where nobody has begun one yet. Uses the primary key. */
export async function findBrandDraft(
  tx: Tx,
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<StoredDraft | null> {
  const [row] = await tx
    .select({
      revision: brandDrafts.revision,
      state: brandDrafts.state,
      tokens: brandDrafts.tokens,
      basedOn: brandDrafts.basedOn,
      touched: brandDrafts.touched,
    })
    .from(brandDrafts)
    .where(eq(brandDrafts.merchantId, merchantId))
    .limit(1);
  return row ?? null;
}

/** Keeps the draft as it now is. The caller holds `lockBrand` and has raised the revision. Uses the primary key. */
export async function saveBrandDraft(
  tx: Tx,
  { merchantId, ...draft }: StoredDraft & { readonly merchantId: MerchantId },
): Promise<void> {
  await tx
    .insert(brandDrafts)
    .values({ merchantId, ...draft })
    .onConflictDoUpdate({ target: [brandDrafts.merchantId], set: { ...draft, updatedAt: sql`now()` } });
}
