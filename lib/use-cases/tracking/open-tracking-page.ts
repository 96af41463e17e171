import type { Temporal } from "temporal-polyfill";
import type { Db, Tx } from "#db/client.ts";
import { findMerchantFace } from "#db/queries/brands.ts";
import { carrierAccountsOf } from "#db/queries/carrier-accounts.ts";
import { findDials } from "#db/queries/dials.ts";
import { scheduledOf } from "#db/queries/due-shipments.ts";
import { findLinkDoor, findLinkedOrder } from "#db/queries/links.ts";
import { observationsOf } from "#db/queries/observations.ts";
import { findOrderAddress, type OrderAddress } from "#db/queries/order-address.ts";
import { findOrderHead, linesOfOrder, parcelsOfOrder, promisesOfOrder } from "#db/queries/order-page.ts";
import { type Asking, askingsOf } from "#db/queries/tracking-states.ts";
import { withTenant } from "#db/tenant.ts";
import { brandFrom, safeUrl } from "#lib/brand/brand-schema.ts";
import { type Voice, voiceOf } from "#lib/brand/languages/voice.ts";
import { chooseLocale } from "#lib/brand/locale.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { tokenHash } from "#lib/runtime/key-ring.ts";
import type { Dials } from "#lib/tracking/page/dials.ts";
import type { Guides, OrderRecord, ParcelRecord, TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { trackingPageOf } from "#lib/tracking/page/tracking-page-of.ts";
import type { CheckFacts } from "#lib/tracking/tracking-state.ts";
import { dialsOf } from "#lib/use-cases/dials/dials-of.ts";

export type OpenedPage = {
  readonly slug: string;
  readonly brand: BrandTokens;
  readonly voice: Voice;
  readonly page: TrackingPage;
  /** How the shopper wants to be told; null where nobody is known to have ordered. */
  readonly dials: Dials | null;
  /** The whole address, for who proved its postcode. */
  readonly whole: OrderAddress | null;
};

/** The languages that a shopper would like, as tags. */
export type Wishes = {
  /** In the address of the page. */
  readonly asked: string | null;
  /** Chosen before, in this browser. */
  readonly saved: string | null;
  /** What the browser is set to, strongest first. */
  readonly browser: readonly string[];
};

export type OpenDeps = {
  readonly db: Db;
  readonly now: Temporal.Instant;
  /** How many times more often than real ones the carriers of a sandbox merchant are asked. */
  readonly sandboxPace?: number;
};

const refusal = () => new AppError("not_found", "This link does not lead to an order.");

/**
 * What a tracking link shows at this moment, in the first language that is wished for and offered: by the address, by what
 * was chosen before, by the order, by the browser, else the shop's. Throws `not_found` for a token that was never issued or
 * was revoked.
 */
export async function openTrackingPage(
  { db, now, sandboxPace = 1 }: OpenDeps,
  {
    token,
    wishes,
    isAddressOpen,
  }: { readonly token: string; readonly wishes: Wishes; readonly isAddressOpen: boolean },
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
    const key = { merchantId: door.merchantId, orderId };
    const { order, shopperLocale, chosenLocale } = await readOrder(tx, { ...key, slug: face.slug, pace });
    const dials = await findDials(tx, key);
    const { asked, saved, browser } = wishes;
    return {
      slug: face.slug,
      brand,
      voice: voiceOf(chooseLocale([asked, saved, chosenLocale, shopperLocale, ...browser], brand), brand.words),
      page: trackingPageOf(order, { now, zone: face.zone }),
      dials: dials === null ? null : dialsOf(dials),
      whole: isAddressOpen ? await findOrderAddress(tx, key) : null,
    };
  });
}

type ParcelsAsked = { readonly merchantId: MerchantId; readonly orderId: OrderId; readonly pace: number };

async function readOrder(
  tx: Tx,
  input: ParcelsAsked & { readonly slug: string },
): Promise<{ order: OrderRecord; shopperLocale: string | null; chosenLocale: string | null }> {
  const head = await findOrderHead(tx, input);
  if (head === null) throw refusal();
  const lines = await linesOfOrder(tx, input);
  const order = {
    ...head,
    lines: lines.map(({ pictureId, pageUrl, guides, ...line }) => ({
      ...line,
      pageUrl: safeUrl(pageUrl),
      guides: safeGuides(guides),
      picturePath: pictureId === null ? null : `/media/${input.slug}/${pictureId}`,
    })),
    parcels: await trackedParcels(tx, input),
    promises: await promisesOfOrder(tx, input),
  };
  return { order, shopperLocale: head.shopperLocale, chosenLocale: head.chosenLocale };
}

/** A merchant's file may hold anything: only web addresses become links. */
function safeGuides(stored: Guides): Guides {
  const links = (["setup", "care", "film"] as const).flatMap((kind) => {
    const url = safeUrl(stored[kind] ?? null);
    return url === null ? [] : [[kind, url] as const];
  });
  return Object.fromEntries(links);
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
