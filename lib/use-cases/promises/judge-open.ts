import { openParcels, unjudgedShipments } from "#db/queries/judged-parcels.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId, ShipmentId } from "#lib/kernel/ids.ts";
import { type JudgeDeps, judgeAgain, judgeParcels } from "./judge-parcels.ts";
import { shopJudge } from "./shop-judge.ts";
import { isNews, verdictOf } from "./verdict-of.ts";

/** So many are read at once, and so many of those that changed are locked and written at once. */
const PAGE = 2_000;
const WRITTEN_AT_ONCE = 500;
const FIRST = "00000000-0000-0000-0000-000000000000";

/** How many of a merchant's open parcels were looked at, and of how many something was new. */
export type JudgedOpen = { readonly parcels: number; readonly changed: number };

/**
 * Judges all open parcels of a merchant anew, since days pass without news: from what is stored, not from their scans, and
 * only what changed is locked and written. Parcels that were never judged come first. Ends early when `stopping` is aborted.
 */
export async function judgeOpen(
  deps: JudgeDeps & { readonly stopping: AbortSignal },
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<JudgedOpen> {
  const unjudged = await judgeFirst(deps, merchantId);
  let parcels = unjudged;
  let changed = unjudged;
  let after: ShipmentId = FIRST;
  while (!deps.stopping.aborted) {
    const page = await changesAfter(deps, merchantId, after);
    parcels += page.count;
    changed += page.changed.length;
    for (let at = 0; at < page.changed.length; at += WRITTEN_AT_ONCE)
      await judgeAgain(deps, { merchantId, shipmentIds: page.changed.slice(at, at + WRITTEN_AT_ONCE) });
    if (page.last === null) break;
    after = page.last;
  }
  return { parcels, changed };
}

async function judgeFirst(
  deps: JudgeDeps & { readonly stopping: AbortSignal },
  merchantId: MerchantId,
): Promise<number> {
  let count = 0;
  let after: ShipmentId = FIRST;
  while (!deps.stopping.aborted) {
    const some = { merchantId, after, limit: WRITTEN_AT_ONCE };
    const shipmentIds = await withTenant(deps.db, merchantId, (tx) => unjudgedShipments(tx, some));
    const last = shipmentIds.at(-1);
    if (last === undefined) break;
    await judgeParcels(deps, { merchantId, shipmentIds });
    count += shipmentIds.length;
    after = last;
  }
  return count;
}

/** Read without any lock: whoever changes one of these meanwhile judges it too. */
async function changesAfter({ db }: JudgeDeps, merchantId: MerchantId, after: ShipmentId) {
  return withTenant(db, merchantId, async (tx) => {
    const shop = await shopJudge(tx, { merchantId });
    const records = await openParcels(tx, { merchantId, after, limit: PAGE });
    const changed = records.filter(
      (record) => record.expectation !== null && isNews(verdictOf(shop, record, record.expectation)),
    );
    const last = records.length < PAGE ? null : (records.at(-1)?.shipmentId ?? null);
    return { count: records.length, changed: changed.map(({ shipmentId }) => shipmentId), last };
  });
}
