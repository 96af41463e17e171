import { findCarrierAccount } from "#db/queries/carrier-accounts.ts";
import { claimDue } from "#db/queries/due-shipments.ts";
import { withTenant } from "#db/tenant.ts";
import type { CarrierError } from "#lib/carriers/carrier.ts";
import { type CarrierAccountId, type MerchantId, newId } from "#lib/kernel/ids.ts";
import { syncShipments } from "./sync-shipments.ts";
import type { TrackingDeps } from "./tracking-deps.ts";

export type SyncDueDeps = TrackingDeps & {
  /** No further batch is begun once this is aborted. */
  readonly stopping: AbortSignal;
};

export type SyncedDue = {
  readonly carrier: string;
  readonly calls: number;
  readonly answered: number;
  readonly failed: number;
  readonly news: number;
  /** The last thing that kept a parcel from being answered about; for the operator. */
  readonly trouble: CarrierError | null;
};

/**
 * The worker's door: asks about an account's due parcels, batch after batch of its carrier's size, until none is due, the
 * account is to be left alone, or it is told to stop. Any number may run at once: a parcel is in one batch only.
 */
export async function syncDue(
  deps: SyncDueDeps,
  account: { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId },
): Promise<SyncedDue> {
  const carrier = await carrierOf(deps, account);
  const limit = deps.carriers.get(carrier)?.batchSize ?? 1;
  const total = { carrier, calls: 0, answered: 0, failed: 0, news: 0 };
  let trouble: CarrierError | null = null;
  while (!deps.stopping.aborted) {
    const leaseId = newId();
    const shipmentIds = await claimDue(deps.db, { ...account, limit, leaseId });
    if (shipmentIds.length === 0) break;
    const synced = await syncShipments(deps, { ...account, shipmentIds, leaseId });
    total.calls += 1;
    total.answered += synced.answered;
    total.failed += synced.failed;
    total.news += synced.news;
    trouble = synced.trouble ?? trouble;
    if (synced.paused) break;
  }
  return { ...total, trouble };
}

async function carrierOf(
  { db }: SyncDueDeps,
  account: { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId },
): Promise<string> {
  const found = await withTenant(db, account.merchantId, (tx) => findCarrierAccount(tx, account));
  return found?.carrier ?? "";
}
