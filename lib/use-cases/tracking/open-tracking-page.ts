import type { Temporal } from "temporal-polyfill";
import type { Db, Tx } from "#db/client.ts";
import { findMerchantFace } from "#db/queries/brands.ts";
import { carrierAccountsOf } from "#db/queries/carrier-accounts.ts";
import { scheduledOf } from "#db/queries/due-shipments.ts";
import { findLinkDoor, findLinkedOrder } from "#db/queries/links.ts";
import { observationsOf } from "#db/queries/observations.ts";
import { findOrderHead, linesOfOrder, parcelsOfOrder, promisesOfOrder } from "#db/queries/order-page.ts";
import { type Asking, askingsOf } from "#db/queries/tracking-states.ts";
import { withTenant } from "#db/tenant.ts";
import { brandFrom, safeUrl } from "#lib/brand/brand-schema.ts";
import { chooseLocale, type Locale } from "#lib/brand/locale.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { tokenHash } from "#lib/runtime/key-ring.ts";
import type { OrderRecord, ParcelRecord, TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { trackingPageOf } from "#lib/tracking/page/tracking-page-of.ts";
import type { CheckFacts } from "#lib/tracking/tracking-state.ts";

export type OpenedPage = {
  readonly slug: string;
  readonly brand: BrandTokens;
  readonly locale: Locale;
  readonly page: TrackingPage;
};

export type OpenDeps = {
  readonly db: Db;
  readonly now: Temporal.Instant;
  /** How many times more often than real ones the carriers of a sandbox merchant are asked. */
  readonly sandboxPace?: number;
};

const refusal = () => new AppError("not_found", "This link does not lead to an order.");

/**
 * What a tracking link shows at this moment. `language` is the shopper's explicit wish, if any. Throws `not_found` for a
 * token that was never issued or was revoked.
 */
export async function openTrackingPage(
  { db, now, sandboxPace = 1 }: OpenDeps,
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
    const pace = face.sandbox ? sandboxPace : 1;
    const { order, shopperLocale } = await readOrder(tx, {
      merchantId: door.merchantId,
      orderId,
      slug: face.slug,
      pace,
    });
    return {
      slug: face.slug,
      brand,
      locale: chooseLocale([language, shopperLocale], brand),
      page: trackingPageOf(order, { now, zone: face.zone }),
    };
  });
}

type ParcelsAsked = { readonly merchantId: MerchantId; readonly orderId: OrderId; readonly pace: number };

async function readOrder(
  tx: Tx,
  input: ParcelsAsked & { readonly slug: string },
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
    parcels: await trackedParcels(tx, input),
    promises: await promisesOfOrder(tx, input),
  };
  return { order, shopperLocale: head.shopperLocale };
}

/** The order's parcels with everything that carriers said of them and how our asking goes. */
async function trackedParcels(tx: Tx, input: ParcelsAsked): Promise<readonly ParcelRecord[]> {
  const { merchantId, pace } = input;
  const parcels = await parcelsOfOrder(tx, input);
  const shipmentIds = parcels.map(({ id }) => id);
  const stored = Map.groupBy(await observationsOf(tx, { merchantId, shipmentIds }), ({ shipmentId }) => shipmentId);
  const askings = await askingsOf(tx, { merchantId, shipmentIds });
  const accounts = await carrierAccountsOf(tx, { merchantId });
  const scheduled = await scheduledOf(tx, { merchantId, shipmentIds });
  return parcels.map(({ id, ...parcel }) => {
    const asking = askings.find(({ shipmentId }) => shipmentId === id);
    const hasAccount = accounts.some(({ carrier }) => carrier === parcel.carrier);
    return {
      ...parcel,
      observations: (stored.get(id) ?? []).map(({ observation }) => observation),
      check: { ...checkFacts(asking, hasAccount), isScheduled: scheduled.has(id), pace },
    };
  });
}

function checkFacts(asking: Asking | undefined, hasAccount: boolean): CheckFacts {
  const { problem = null, problemSince = null, checkedAt = null } = asking ?? {};
  return {
    supported: hasAccount || checkedAt !== null,
    checkedAt,
    problem: problem === null || problemSince === null ? null : { kind: problem, since: problemSince },
  };
}
