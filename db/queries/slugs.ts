import { eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { slugIndex } from "#db/schema/index.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** A door: the merchant with this public short name, or null. Uses `slug_index`'s primary key. */
export async function findMerchantIdBySlug(db: Db | Tx, slug: string): Promise<MerchantId | null> {
  const [row] = await db
    .select({ merchantId: slugIndex.merchantId })
    .from(slugIndex)
    .where(eq(slugIndex.slug, slug))
    .limit(1);
  return row?.merchantId ?? null;
}
