import { createHash } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
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

/** Which of these ids are no pictures of the merchant. Uses the primary key. */
export async function missingPictures(
  tx: Tx,
  { merchantId, ids }: { readonly merchantId: MerchantId; readonly ids: readonly string[] },
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ id: pictures.id })
    .from(pictures)
    .where(and(eq(pictures.merchantId, merchantId), inArray(pictures.id, [...ids])));
  const there = new Set(rows.map(({ id }) => id));
  return new Set(ids.filter((id) => !there.has(id)));
}

/** Keeps a picture, once however often it is given. Its id is the SHA-256 of its bytes. */
export async function keepPicture(
  tx: Tx,
  { merchantId, contentType, bytes }: Picture & { readonly merchantId: MerchantId },
): Promise<{ readonly pictureId: string }> {
  const pictureId = createHash("sha256").update(bytes).digest("hex");
  await tx.insert(pictures).values({ merchantId, id: pictureId, contentType, bytes }).onConflictDoNothing();
  return { pictureId };
}
