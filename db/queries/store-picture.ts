import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { pictures, products } from "#db/schema/index.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** Keeps a picture (once, however often it is given) and hangs it on the product. Its id is the SHA-256 of its bytes. */
export async function storePicture(
  tx: Tx,
  input: {
    readonly merchantId: MerchantId;
    readonly sku: string;
    readonly contentType: string;
    readonly bytes: Uint8Array;
  },
): Promise<{ readonly pictureId: string }> {
  const { merchantId, sku, contentType, bytes } = input;
  const pictureId = createHash("sha256").update(bytes).digest("hex");
  await tx.insert(pictures).values({ merchantId, id: pictureId, contentType, bytes }).onConflictDoNothing();
  await tx
    .update(products)
    .set({ pictureId })
    .where(and(eq(products.merchantId, merchantId), eq(products.sku, sku)));
  return { pictureId };
}
