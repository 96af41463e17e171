import type { Temporal } from "temporal-polyfill";
import type { Db } from "#db/client.ts";
import { type DeskOrder, findDeskOrder } from "#db/queries/desk-order.ts";
import { findOrderAddress, type OrderAddress } from "#db/queries/order-address.ts";
import { findOrderForDesk, type StoredOrder } from "#db/queries/order-page.ts";
import { withTenant } from "#db/tenant.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { judgementOf } from "#lib/promise/page/judgement-of.ts";
import { type OrderEvent, type OrderMoment, orderMoments, usualClock } from "#lib/promise/page/order-moments.ts";
import type { Gift, PageNotice } from "#lib/promise/page/page-notice.ts";
import { pageNotices } from "#lib/promise/page/page-notices.ts";
import type { Clock } from "#lib/promise/page/record-then.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { trackingPageOf } from "#lib/tracking/page/tracking-page-of.ts";
import { gestureSchema } from "#lib/use-cases/promises/delay-rules-schema.ts";
import { brandOfText } from "#lib/use-cases/tracking/brand-of-text.ts";
import { keptOrder } from "#lib/use-cases/tracking/kept-order.ts";
import { orderRecord } from "#lib/use-cases/tracking/order-record.ts";

/** An order as the desk sees it: what is stored, the page that its shopper sees, and every moment before. */
export type OpenedOrder = {
  readonly stored: StoredOrder;
  readonly known: DeskOrder;
  readonly brand: BrandTokens;
  readonly page: TrackingPage;
  readonly notices: readonly PageNotice[];
  readonly clock: Clock;
  readonly moments: readonly OrderMoment[];
  /** Street and phone, where they were asked for. */
  readonly whole: OrderAddress | null;
};

type Asked = {
  readonly merchantId: MerchantId;
  readonly orderId: OrderId;
  readonly isAddressOpen: boolean;
  /** How its moments are told; as it suits the order where nothing is said. */
  readonly clock: Clock | null;
};

/** Opens an order for somebody at the desk; null where the merchant has no such order. */
export async function openDeskOrder(
  { db, now, sandboxPace }: { readonly db: Db; readonly now: Temporal.Instant; readonly sandboxPace: number },
  { merchantId, orderId, isAddressOpen, clock: asked }: Asked,
): Promise<OpenedOrder | null> {
  const [stored, { known, whole }] = await Promise.all([
    findOrderForDesk(db, { merchantId, orderId, floors: { floorMs: 0, sandboxFloorMs: 0 } }),
    withTenant(db, merchantId, async (tx) => ({
      known: await findDeskOrder(tx, { merchantId, orderId }),
      whole: isAddressOpen ? await findOrderAddress(tx, { merchantId, orderId }) : null,
    })),
  ]);
  if (stored === null || known === null) return null;
  const { shopName: name, locale, storefrontUrl, supportEmail, zone } = stored;
  const brand = brandOfText(stored.tokens, { name, locale, storefrontUrl, supportEmail });
  const kept = keptOrder(stored, brand.supportEmail !== null);
  const judge = (parcel: Parameters<typeof judgementOf>[0]) => judgementOf(parcel, kept);
  const record = orderRecord(stored, stored.sandbox ? sandboxPace : 1);
  const page = trackingPageOf(record, { now, zone, judge });
  const clock = asked ?? usualClock(record);
  return {
    ...{ stored, known, brand, page, whole, clock },
    notices: pageNotices(page, kept),
    moments: orderMoments(record, { ledger: stored.promises, events: eventsOf(stored, known), clock, now, zone }),
  };
}

function eventsOf({ placedAt, cancelledAt, promises, parcels }: StoredOrder, known: DeskOrder): readonly OrderEvent[] {
  const at = (kind: OrderEvent["kind"], instants: readonly (string | null | undefined)[]) =>
    instants.flatMap((instant) => (instant == null ? [] : [{ kind, at: instant }]));
  const words = [...promises, ...parcels.flatMap(({ told }) => told)].filter(({ saidBy }) => saidBy !== "learned");
  return [
    ...at("placed", [placedAt]),
    ...at("cancelled", [cancelledAt]),
    ...at(
      "promised",
      words.map(({ saidAt }) => saidAt),
    ),
    ...known.delays.flatMap(({ beganAt, toldAt, solvedAt, gesture }) => [
      ...at("began", [beganAt]),
      ...at("told", [toldAt]),
      ...at("gesture", [gesture?.grantedAt]),
      ...at("solved", [solvedAt]),
    ]),
    ...at(
      "chosen",
      known.remedies.map(({ chosenAt }) => chosenAt),
    ),
    ...at(
      "message",
      known.messages.map(({ sentAt }) => sentAt),
    ),
  ];
}

/** A gesture as it was granted, for its sentence; null where it can be read no more. */
export function giftOf(gesture: NonNullable<DeskOrder["delays"][number]["gesture"]>): Gift | null {
  const read = gestureSchema.safeParse(gesture.gesture);
  const { ruleId, costMinor, currency, code } = gesture;
  return read.success ? { ruleId, gesture: read.data, costMinor, currency, code } : null;
}
