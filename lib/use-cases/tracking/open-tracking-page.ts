import type { Temporal } from "temporal-polyfill";
import type { Db } from "#db/client.ts";
import { findLinkDoor, type LinkDoor } from "#db/queries/links.ts";
import { findOrderAddress, type OrderAddress } from "#db/queries/order-address.ts";
import { findOrderOfLink, type StoredOrder } from "#db/queries/order-page.ts";
import { withTenant } from "#db/tenant.ts";
import { type Voice, voiceOf } from "#lib/brand/languages/voice.ts";
import { chooseLocale } from "#lib/brand/locale.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { judgementOf } from "#lib/promise/page/judgement-of.ts";
import type { PageNotice } from "#lib/promise/page/page-notice.ts";
import { pageNotices } from "#lib/promise/page/page-notices.ts";
import { tokenHash } from "#lib/runtime/key-ring.ts";
import type { Dials } from "#lib/tracking/page/dials.ts";
import { digestOf } from "#lib/tracking/page/digest-of.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { trackingPageOf } from "#lib/tracking/page/tracking-page-of.ts";
import { dialsOf } from "#lib/use-cases/dials/dials-of.ts";
import { askFloorsOf } from "./ask-floors.ts";
import { brandOfText } from "./brand-of-text.ts";
import { keptOrder } from "./kept-order.ts";
import { orderRecord } from "./order-record.ts";

export type OpenedPage = {
  /** Whose page it is; for the server only. */
  readonly order: { readonly merchantId: MerchantId; readonly orderId: OrderId };
  readonly slug: string;
  readonly brand: BrandTokens;
  readonly voice: Voice;
  readonly page: TrackingPage;
  /** What is said and offered about parcels that are or were at risk or late. */
  readonly notices: readonly PageNotice[];
  /** Of which parcels, by number, the shopper said that they are not there, or not right: the desk has it in front of it. */
  readonly told: ReadonlyMap<number, "missing" | "wrong">;
  /** The order's delays have not been looked at yet. */
  readonly isFirstLook: boolean;
  /** How the shopper wants to be told; null where nobody is known to have ordered. */
  readonly dials: Dials | null;
  /** The whole address, for who proved its postcode. */
  readonly whole: OrderAddress | null;
  /** `refreshOrder` would ask a carrier at this moment. */
  readonly isAskable: boolean;
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
  /** As for `refreshOrder`. */
  readonly floorMs?: number;
};

export type PageAsked = {
  readonly token: string;
  readonly wishes: Wishes;
  readonly isAddressOpen: boolean;
  /** What this token's door says, where it is known already. A wrong one opens nothing: the link behind it has to have this token. */
  readonly door?: LinkDoor | null;
};

const refusal = () => new AppError("not_found", "This link does not lead to an order.");

/**
 * What a tracking link shows at this moment, in the first language that is wished for and offered: by the address, by what
 * was chosen before, by the order, by the browser, else the shop's. Throws `not_found` for a token that was never issued or
 * was revoked.
 */
export async function openTrackingPage(
  { db, now, sandboxPace = 1, floorMs = 0 }: OpenDeps,
  { token, wishes, isAddressOpen, door: told = null }: PageAsked,
): Promise<OpenedPage> {
  const hash = tokenHash(token);
  const door = told ?? (await findLinkDoor(db, hash));
  if (door === null) throw refusal();
  const floors = askFloorsOf({ floorMs, pace: sandboxPace });
  const stored = await findOrderOfLink(db, { ...door, tokenHash: hash, floors });
  if (stored === null) throw refusal();
  const { slug, shopName: name, locale, storefrontUrl, supportEmail, dials, chosenLocale, shopperLocale } = stored;
  const brand = brandOfText(stored.tokens, { name, locale, storefrontUrl, supportEmail });
  const { asked, saved, browser } = wishes;
  const kept = keptOrder(stored, brand.supportEmail !== null);
  const judge = (parcel: Parameters<typeof judgementOf>[0]) => judgementOf(parcel, kept);
  const page = trackingPageOf(orderRecord(stored, stored.sandbox ? sandboxPace : 1), { now, zone: stored.zone, judge });
  const notices = pageNotices(page, kept);
  return {
    order: { merchantId: door.merchantId, orderId: stored.orderId },
    slug,
    brand,
    voice: voiceOf(chooseLocale([asked, saved, chosenLocale, shopperLocale, ...browser], brand), brand.words),
    page: notices.length === 0 ? page : { ...page, version: digestOf(JSON.stringify([page.version, notices])) },
    notices,
    told: new Map(stored.parcels.flatMap(({ concern }, at) => (isTold(concern) ? [[at + 1, concern]] : []))),
    isFirstLook: [stored.unsent, ...stored.parcels].some(({ delay }) => delay?.solvedAt === null && !delay.isViewed),
    dials: dials === null ? null : dialsOf(dials),
    whole: isAddressOpen ? await wholeAddress(db, door, stored) : null,
    isAskable: stored.parcels.some((parcel) => parcel.isAskable),
  };
}

function isTold(concern: string | null): concern is "missing" | "wrong" {
  return concern === "missing" || concern === "wrong";
}

function wholeAddress(db: Db, { merchantId }: LinkDoor, { orderId }: StoredOrder): Promise<OrderAddress | null> {
  return withTenant(db, merchantId, (tx) => findOrderAddress(tx, { merchantId, orderId }));
}
