import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** A piece of a file; null behind its last. Uses the primary key. */
export async function uploadChunk(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly uploadId: string; readonly position: number },
): Promise<Uint8Array | null> {
  const [row] = await tx.execute<{ bytes: Uint8Array }>(sql`
    select bytes from upload_chunks
    where merchant_id = ${input.merchantId} and upload_id = ${input.uploadId} and position = ${input.position}`);
  return row?.bytes ?? null;
}
