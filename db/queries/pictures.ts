import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { pictures } from "#db/schema/index.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

export type Picture = { readonly contentType: string; readonly bytes: Uint8Array };

/** A picture by the SHA-256 of its bytes, or null. Uses the primary key. */
export async function findPicture(
  tx: Tx,
  { merchantId, id }: { merchantId: MerchantId; id: string },
): Promise<Picture | null> {
  const [row] = await tx
    .select({ contentType: pictures.contentType, bytes: pictures.bytes })
    .from(pictures)
    .where(and(eq(pictures.merchantId, merchantId), eq(pictures.id, id)))
    .limit(1);
  return row ?? null;
}
