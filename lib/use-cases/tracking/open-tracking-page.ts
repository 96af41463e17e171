import type { Temporal } from "temporal-polyfill";
import type { Db, Tx } from "#db/client.ts";
import { findMerchantFace } from "#db/queries/brands.ts";
import { findLinkDoor, findLinkedOrder } from "#db/queries/links.ts";
import { findOrderHead, linesOfOrder, parcelsOfOrder, promisesOfOrder } from "#db/queries/order-page.ts";
import { withTenant } from "#db/tenant.ts";
import { brandFrom, safeUrl } from "#lib/brand/brand-schema.ts";
import { chooseLocale, type Locale } from "#lib/brand/locale.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { tokenHash } from "#lib/runtime/key-ring.ts";
import type { OrderRecord, TrackingPage } from "#lib/tracking/tracking-page.ts";
import { trackingPageOf } from "#lib/tracking/tracking-page-of.ts";

export type OpenedPage = {
  readonly slug: string;
  readonly brand: BrandTokens;
  readonly locale: Locale;
  readonly page: TrackingPage;
};

const refusal = () => new AppError("not_found", "This link does not lead to an order.");

/**
 * What a tracking link shows at this moment. `language` is the shopper's explicit wish, if any. Throws `not_found` for a
 * token that was never issued or was revoked.
 */
export async function openTrackingPage(
  { db, now }: { readonly db: Db; readonly now: Temporal.Instant },
  { token, language }: { readonly token: string; readonly language: string | null },
): Promise<OpenedPage> {
  const hash = tokenHash(token);
  const door = await findLinkDoor(db, hash);
  if (door === null) throw refusal();
  return withTenant(db, door.merchantId, async (tx) => {
    const orderId = await findLinkedOrder(tx, { ...door, tokenHash: hash });
    const face = await findMerchantFace(tx, door);
    if (orderId === null || face === null) throw refusal();
    const brand = brandFrom(face.tokens, face);
    const { order, shopperLocale } = await readOrder(tx, { merchantId: door.merchantId, orderId, slug: face.slug });
    return {
      slug: face.slug,
      brand,
      locale: chooseLocale([language, shopperLocale], brand),
      page: trackingPageOf(order, { now, zone: face.zone }),
    };
  });
}

async function readOrder(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly orderId: OrderId; readonly slug: string },
): Promise<{ order: OrderRecord; shopperLocale: string | null }> {
  const head = await findOrderHead(tx, input);
  if (head === null) throw refusal();
  const lines = await linesOfOrder(tx, input);
  const order = {
    ...head,
    lines: lines.map(({ pictureId, pageUrl, ...line }) => ({
      ...line,
      pageUrl: safeUrl(pageUrl),
      picturePath: pictureId === null ? null : `/media/${input.slug}/${pictureId}`,
    })),
    parcels: await parcelsOfOrder(tx, input),
    promises: await promisesOfOrder(tx, input),
  };
  return { order, shopperLocale: head.shopperLocale };
}
