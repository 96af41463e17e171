import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

export type SampleProduct = {
  readonly id: string;
  readonly title: string;
  readonly pictureId: string | null;
  readonly priceMinor: number | null;
  readonly currency: string | null;
};

/** A few of the shop's products, those with a picture first, of the first fifty. Uses the primary key. */
export async function sampleProducts(
  tx: Tx,
  { merchantId, limit }: { readonly merchantId: MerchantId; readonly limit: number },
): Promise<readonly SampleProduct[]> {
  const rows = await tx.execute<Omit<SampleProduct, "priceMinor"> & { readonly priceMinor: string | null }>(sql`
    select id, title, picture_id as "pictureId", price_minor as "priceMinor", currency from (
      select * from products where merchant_id = ${merchantId}::uuid order by id limit 50) first
    order by picture_id is null, id limit ${limit}`);
  return rows.map((row) => ({ ...row, priceMinor: row.priceMinor === null ? null : Number(row.priceMinor) }));
}
