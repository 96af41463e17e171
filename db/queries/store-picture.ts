import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { products } from "#db/schema/index.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { keepPicture, type Picture } from "./pictures.ts";

/** Keeps a picture (once, however often it is given) and hangs it on the product. Its id is the SHA-256 of its bytes. */
export async function storePicture(
  tx: Tx,
  { sku, ...picture }: Picture & { readonly merchantId: MerchantId; readonly sku: string },
): Promise<{ readonly pictureId: string }> {
  const { pictureId } = await keepPicture(tx, picture);
  await tx
    .update(products)
    .set({ pictureId })
    .where(and(eq(products.merchantId, picture.merchantId), eq(products.sku, sku)));
  return { pictureId };
}
