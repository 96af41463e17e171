import { findCarrierAccount } from "#db/queries/carrier-accounts.ts";
import { claimDue } from "#db/queries/due-shipments.ts";
import { withTenant } from "#db/tenant.ts";
import { type CarrierAccountId, type MerchantId, newId } from "#lib/kernel/ids.ts";
import { syncShipments } from "./sync-shipments.ts";
import type { TrackingDeps } from "./tracking-deps.ts";

export type SyncDueDeps = TrackingDeps & {
  /** No further batch is begun once this is aborted. */
  readonly stopping: AbortSignal;
};

export type SyncedDue = {
  readonly calls: number;
  readonly answered: number;
  readonly failed: number;
  readonly news: number;
};

/**
 * The worker's door: asks about an account's due parcels, batch after batch of its carrier's size, until none is due, the
 * account is to be left alone, or it is told to stop. Any number may run at once: a parcel is in one batch only.
 */
export async function syncDue(
  deps: SyncDueDeps,
  account: { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId },
): Promise<SyncedDue> {
  const limit = await batchSizeOf(deps, account);
  const total = { calls: 0, answered: 0, failed: 0, news: 0 };
  while (!deps.stopping.aborted) {
    const leaseId = newId();
    const shipmentIds = await claimDue(deps.db, { ...account, limit, leaseId });
    if (shipmentIds.length === 0) break;
    const synced = await syncShipments(deps, { ...account, shipmentIds, leaseId });
    total.calls += 1;
    total.answered += synced.answered;
    total.failed += synced.failed;
    total.news += synced.news;
    if (synced.paused) break;
  }
  return total;
}

async function batchSizeOf(
  { db, carriers }: SyncDueDeps,
  account: { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId },
): Promise<number> {
  const found = await withTenant(db, account.merchantId, (tx) => findCarrierAccount(tx, account));
  return carriers.get(found?.carrier ?? "")?.batchSize ?? 1;
}
