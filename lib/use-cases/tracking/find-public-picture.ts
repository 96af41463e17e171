import type { Db } from "#db/client.ts";
import { findPicture, type Picture } from "#db/queries/pictures.ts";
import { merchantIdBySlug } from "#db/queries/slugs.ts";
import { withTenant } from "#db/tenant.ts";
import { isSlug } from "#lib/kernel/slug.ts";

const PICTURE_ID = /^[0-9a-f]{64}$/;
const SHOWN = new Set(["image/svg+xml", "image/png", "image/jpeg", "image/webp", "image/avif", "image/gif"]);

/** A merchant's picture by its public address; null when there is none or it is not a picture. */
export async function findPublicPicture(
  { db }: { readonly db: Db },
  { slug, id }: { readonly slug: string; readonly id: string },
): Promise<Picture | null> {
  if (!PICTURE_ID.test(id) || !isSlug(slug)) return null;
  const merchantId = await merchantIdBySlug(db, slug);
  if (merchantId === null) return null;
  const picture = await withTenant(db, merchantId, (tx) => findPicture(tx, { merchantId, id }));
  return picture !== null && SHOWN.has(picture.contentType) ? picture : null;
}
