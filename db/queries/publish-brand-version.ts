import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { brands } from "#db/schema/index.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** Retires the published version and publishes a new one. Returns its number. Index: brands' key, brands_one_published. */
export async function publishBrandVersion(
  tx: Tx,
  {
    merchantId,
    tokens,
    by = null,
  }: { readonly merchantId: MerchantId; readonly tokens: unknown; readonly by?: string | null },
): Promise<number> {
  await tx
    .update(brands)
    .set({ state: "retired" })
    .where(and(eq(brands.merchantId, merchantId), eq(brands.state, "published")));
  const [added] = await tx
    .insert(brands)
    .values({
      merchantId,
      version: sql`(select coalesce(max(version), 0) + 1 from brands where merchant_id = ${merchantId})`,
      state: "published",
      tokens,
      publishedAt: sql`now()`,
      publishedBy: by,
    })
    .returning({ version: brands.version });
  return added?.version ?? 0;
}
