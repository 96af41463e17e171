import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** Lets imports of one merchant take turns, until the transaction ends; other merchants go on. */
export async function lockImports(tx: Tx, { merchantId }: { readonly merchantId: MerchantId }): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`imports ${merchantId}`}, 0))`);
}
