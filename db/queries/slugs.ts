import { asc, eq, gt } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { slugIndex } from "#db/schema/index.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** Through the slug door: the merchant with this public short name, or null. Index: slug_index' key. */
export async function merchantIdBySlug(db: Db | Tx, slug: string): Promise<MerchantId | null> {
  const [row] = await db
    .select({ merchantId: slugIndex.merchantId })
    .from(slugIndex)
    .where(eq(slugIndex.slug, slug))
    .limit(1);
  return row?.merchantId ?? null;
}

/** A page of merchants by slug, after `after`. Index: slug_index' key. */
export async function slugsAfter(
  db: Db,
  after: string,
  limit: number,
): Promise<readonly { slug: string; merchantId: MerchantId }[]> {
  return db
    .select({ slug: slugIndex.slug, merchantId: slugIndex.merchantId })
    .from(slugIndex)
    .where(gt(slugIndex.slug, after))
    .orderBy(asc(slugIndex.slug))
    .limit(limit);
}
