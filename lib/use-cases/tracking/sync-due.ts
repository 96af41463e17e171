import { findCarrierAccount } from "#db/queries/carrier-accounts.ts";
import { withTenant } from "#db/tenant.ts";
import type { CarrierError } from "#lib/carriers/carrier.ts";
import { type CarrierAccountId, type MerchantId, newId } from "#lib/kernel/ids.ts";
import { callsOfNextFlight } from "#lib/tracking/budget/next-flight.ts";
import { limitsOf } from "./limits-of.ts";
import { syncShipments } from "./sync-shipments.ts";
import { claimFlight } from "./take-calls.ts";
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

type Account = { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId };

/**
 * The worker's door: asks about an account's due parcels, flight after flight, until none is due, its calls are spent, it is
 * to be left alone, or the worker is told to stop. Any number may run at once: a parcel is in one flight only, and all of
 * them together stay within the account's budget.
 */
export async function syncDue(deps: SyncDueDeps, account: Account): Promise<SyncedDue> {
  const found = await withTenant(deps.db, account.merchantId, (tx) => findCarrierAccount(tx, account));
  const carrier = deps.carriers.get(found?.carrier ?? "");
  const batchSize = carrier?.batchSize ?? 1;
  const wish = { ...account, batchSize, limits: limitsOf(found ?? { sandbox: true }, carrier) };
  let calls = callsOfNextFlight(batchSize, null);
  const total = { carrier: found?.carrier ?? "", calls: 0, answered: 0, failed: 0, news: 0 };
  let trouble: CarrierError | null = null;
  while (!deps.stopping.aborted) {
    const leaseId = newId();
    const { shipmentIds, starts } = await claimFlight(deps.db, { ...wish, calls, leaseId });
    if (shipmentIds.length === 0) break;
    const beganMs = performance.now();
    const synced = await syncShipments(deps, { ...account, shipmentIds, leaseId, starts });
    total.calls += synced.calls;
    total.answered += synced.answered;
    total.failed += synced.failed;
    total.news += synced.news;
    trouble = synced.trouble ?? trouble;
    if (synced.paused) break;
    calls = callsOfNextFlight(batchSize, { calls, tookMs: performance.now() - beganMs });
  }
  return { ...total, trouble };
}
