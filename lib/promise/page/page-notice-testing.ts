import { NOTHING_BELIEVED } from "#lib/promise/judging/expectation.ts";
import type { Observation } from "#lib/tracking/observation.ts";
import { at, NOW, orderOf, parcelOf, scan } from "#lib/tracking/page/page-testing.ts";
import type { OrderRecord, TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { trackingPageOf } from "#lib/tracking/page/tracking-page-of.ts";
import { judgementOf } from "./judgement-of.ts";
import { type KeptOrder, type KeptParcel, NOTHING_KEPT, type PageNotice } from "./page-notice.ts";
import { pageNotices } from "./page-notices.ts";

/** What a merchant who has set nothing offers, and nothing kept of any parcel. */
const KEPT: KeptOrder = {
  ledger: [],
  neededBy: null,
  neededBySaid: null,
  thresholds: { atRisk: 0.5, nearlySure: 0.8, lost: 0.5, lostDaysAfterPromise: 21 },
  remedies: {
    offered: { wait: true, pickup: true, address: true, reship: true, refund: true, person: true },
    reshipFromDaysLate: 3,
    refundFromDaysLate: 3,
  },
  hasSupport: true,
  tier: null,
  parcels: new Map(),
};

/** A scan in Leeds, the day before or on the day of `NOW`. */
export const inLeeds = (status: Parameters<typeof scan>[0], told: Parameters<typeof scan>[2] = {}) =>
  scan(status, "2026-11-04T09:00:00", { ...at("LEEDS"), ...told });

/** What the carrier says of the arrival. */
export const estimated = (from: string, to = from) => ({ estimate: { from, to } });

type Told = {
  /** Null while nothing is handed over. */
  readonly scans: readonly Observation[] | null;
  readonly promise?: readonly [string, string] | null;
  readonly kept?: Partial<KeptParcel>;
  readonly order?: Partial<KeptOrder>;
  readonly record?: Partial<OrderRecord>;
};

/** The page at `NOW`, Thursday 5 November, of an order of one parcel that was promised for Thursday or Friday. */
export function judgedPage(told: Told): { readonly page: TrackingPage; readonly notices: readonly PageNotice[] } {
  const { scans, promise = ["2026-11-05", "2026-11-06"], kept = {}, record = {} } = told;
  const windows = promise === null ? [] : [{ fromDay: promise[0], toDay: promise[1] }];
  const order: KeptOrder = {
    ...KEPT,
    ledger: windows.map((window) => ({
      ...window,
      saidBy: "checkout",
      saidAt: "2026-11-01T10:00:00Z",
      reason: null,
    })),
    parcels: new Map([[scans === null ? null : 1, { ...NOTHING_KEPT, ...kept }]]),
    ...told.order,
  };
  const parcels = scans === null ? [] : [parcelOf(scans)];
  const page = trackingPageOf(orderOf({ parcels, promises: windows, ...record }), {
    now: NOW,
    zone: "Europe/London",
    judge: (parcel) => judgementOf(parcel, order),
  });
  return { page, notices: pageNotices(page, order) };
}

/** What a judging kept: a learned window and the chance to be late. */
export function learned(window: readonly [string, string], late: number): Pick<KeptParcel, "judgement"> {
  const [fromDay, toDay] = window;
  const days = { fromDay, toDay, learnedFrom: fromDay, learnedTo: toDay, learnedDay: fromDay };
  const belief = { ...NOTHING_BELIEVED, ...days, source: "learned", late } as const;
  return { judgement: { belief, isHandedOver: true, arrivedOn: null, triedOn: null, newsAt: null } };
}

/** A delay that was apologised for. */
export function apologised(was: readonly [string, string], solvedOn: string | null = null): Pick<KeptParcel, "delay"> {
  const [fromDay, toDay] = was;
  const rest = { level: "apology", cause: "passed", reason: null, responsible: null, isApologised: true } as const;
  return { delay: { ...rest, was: { fromDay, toDay }, solvedOn } };
}
