import type { StoredOrder } from "#db/queries/order-page.ts";
import { safeUrl } from "#lib/brand/brand-schema.ts";
import { promiseBefore, standingPromise } from "#lib/promise/ledger.ts";
import type { Guides, OrderRecord, ParcelRecord } from "#lib/tracking/page/tracking-page.ts";

/** An order as its page needs it. `pace`: how many times more often than real carriers its own are asked. */
export function orderRecord(stored: StoredOrder, pace: number): OrderRecord {
  const { promises: ledger } = stored;
  return {
    ...stored,
    promises: [promiseBefore(ledger), standingPromise(ledger)].flatMap((promise) =>
      promise === null ? [] : [{ fromDay: promise.fromDay, toDay: promise.toDay }],
    ),
    lines: stored.lines.map(({ pictureId, pageUrl, guides, ...line }) => ({
      ...line,
      pageUrl: safeUrl(pageUrl),
      guides: safeGuides(guides),
      picturePath: pictureId === null ? null : `/media/${stored.slug}/${pictureId}`,
    })),
    parcels: stored.parcels.map((parcel) => parcelRecord(parcel, pace)),
  };
}

/** A merchant's file may hold anything: only web addresses become links. */
function safeGuides(stored: Guides): Guides {
  const links = (["setup", "care", "film"] as const).flatMap((kind) => {
    const url = safeUrl(stored[kind] ?? null);
    return url === null ? [] : [[kind, url] as const];
  });
  return Object.fromEntries(links);
}

/** A parcel with how our asking about it goes. */
function parcelRecord(parcel: StoredOrder["parcels"][number], pace: number): ParcelRecord {
  const { carrier, shippedAt, items, observations, asking, hasAccount, isScheduled } = parcel;
  const { problem = null, problemSince = null, checkedAt = null, isPushed = false } = asking ?? {};
  return {
    ...{ carrier, shippedAt, items, observations },
    check: {
      supported: hasAccount || checkedAt !== null,
      checkedAt,
      problem: problem === null || problemSince === null ? null : { kind: problem, since: problemSince },
      isScheduled,
      isPushed,
      pace,
    },
  };
}
