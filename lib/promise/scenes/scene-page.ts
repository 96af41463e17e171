import type { Temporal } from "temporal-polyfill";
import { judgementOf } from "#lib/promise/page/judgement-of.ts";
import { type KeptOrder, NOTHING_KEPT, type PageNotice } from "#lib/promise/page/page-notice.ts";
import { pageNotices } from "#lib/promise/page/page-notices.ts";
import type { OrderRecord, TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { trackingPageOf } from "#lib/tracking/page/tracking-page-of.ts";
import type { SceneName, SceneShop } from "./scene.ts";
import { type SceneTime, sceneTime } from "./scene-time.ts";
import { scenes } from "./scenes.ts";

/**
 * The page of an order that nobody placed, in this state, at a quarter to noon of the day that it is. It is told, judged and
 * drawn like any other order's, so it says what the page would say.
 */
export function scenePage(
  name: SceneName,
  shop: SceneShop,
  instant: Temporal.Instant,
): { readonly page: TrackingPage; readonly notices: readonly PageNotice[] } {
  const time = sceneTime(instant, shop.zone, shop.items.length);
  const { record, kept = {}, order: more = {} } = scenes[name]({ shop, time });
  const whole = { ...orderOf(shop, time), ...record };
  const isSent = whole.parcels.length > 0;
  const order: KeptOrder = {
    ...keptOf(shop, whole),
    parcels: new Map([[isSent ? 1 : null, { ...NOTHING_KEPT, ...kept }]]),
    ...more,
  };
  const judge = (parcel: Parameters<typeof judgementOf>[0]) => judgementOf(parcel, order);
  const page = trackingPageOf(whole, { now: time.now, zone: shop.zone, judge });
  // Nobody looks after a parcel that is not there.
  return { page: { ...page, nextLookMs: null }, notices: pageNotices(page, order) };
}

function orderOf({ items }: SceneShop, { at, window, land }: SceneTime): OrderRecord {
  return {
    number: "#1042",
    placedAt: at(-3, "20:14"),
    cancelledAt: null,
    shipName: land.person,
    shipCity: land.to.city,
    shipRegion: land.to.region,
    shipCountry: land.to.country,
    hasPostcode: true,
    lines: items.map(({ title, picturePath }, index) => ({
      ...{ position: index + 1, title, picturePath },
      ...{ quantity: 1, requiresShipping: true, pageUrl: null },
    })),
    parcels: [],
    promises: [window(0, 1)],
  };
}

/** What a merchant who has set nothing says and offers. */
function keptOf({ hasSupport }: SceneShop, { promises, placedAt }: OrderRecord): Omit<KeptOrder, "parcels"> {
  return {
    ledger: promises.map((promise) => ({ ...promise, saidBy: "checkout", saidAt: placedAt, reason: null })),
    neededBy: null,
    neededBySaid: null,
    thresholds: { atRisk: 0.5, nearlySure: 0.8, lost: 0.5, lostDaysAfterPromise: 21 },
    remedies: {
      offered: { wait: true, pickup: true, address: true, reship: true, refund: true, person: true },
      reshipFromDaysLate: 3,
      refundFromDaysLate: 3,
    },
    hasSupport,
    tier: null,
  };
}
