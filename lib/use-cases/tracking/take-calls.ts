import type { Db, Tx } from "#db/client.ts";
import { type CallBudget, lockBudget, saveSpent } from "#db/queries/call-budgets.ts";
import { claimDue } from "#db/queries/due-shipments.ts";
import type { CarrierAccountId, MerchantId, ShipmentId } from "#lib/kernel/ids.ts";
import type { Caller, CallLimits } from "#lib/tracking/budget/call-limits.ts";
import { type Grant, grantOf } from "#lib/tracking/budget/grant-of.ts";
import type { Starts } from "./flight.ts";

type Account = { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId; readonly limits: CallLimits };

export type Taken = {
  readonly granted: number;
  readonly starts: Starts;
  /** When the next call may be wanted, in milliseconds from now. */
  readonly freeInMs: number;
};

/**
 * Takes calls from an account's budget, in a transaction of its own: what is taken is spent for all processes before the
 * first call goes out, so that a killed process never makes one too many.
 */
export function takeCalls(
  db: Db,
  { wanted, by, ...account }: Account & { readonly wanted: number; readonly by: Caller },
): Promise<Taken> {
  return db.transaction(async (tx) => {
    const budget = await lockBudget(tx, account);
    const grant = grantOf(budget.limits, budget.spent, budget.nowMs, { wanted, by });
    // What a look takes says nothing of when the schedule may go on.
    if (grant.granted > 0) await save(tx, account, budget, { ...grant, freeMs: budget.nowMs });
    return takenOf(grant, budget);
  });
}

export type Claim = Taken & { readonly shipmentIds: readonly ShipmentId[] };

/**
 * Takes the calls for a flight of due parcels and claims them, in one transaction: no call is spent without parcels, no
 * parcel waits in a lease for a call.
 */
export function claimFlight(
  db: Db,
  input: Account & { readonly calls: number; readonly batchSize: number; readonly leaseId: string },
): Promise<Claim> {
  return db.transaction(async (tx) => {
    const budget = await lockBudget(tx, input);
    const wish = { wanted: input.calls, by: "schedule" } as const;
    const grant = grantOf(budget.limits, budget.spent, budget.nowMs, wish);
    const limit = grant.granted * input.batchSize;
    const shipmentIds = limit === 0 ? [] : await claimDue(tx, { ...input, limit });
    const needed = Math.ceil(shipmentIds.length / input.batchSize);
    const spent =
      needed < grant.granted ? grantOf(budget.limits, budget.spent, budget.nowMs, { ...wish, wanted: needed }) : grant;
    // Nothing to ask about is no reason to wait; no call to ask with is.
    await save(tx, input, budget, { ...spent, freeMs: grant.granted < input.calls ? spent.freeMs : budget.nowMs });
    return { ...takenOf(spent, budget), shipmentIds };
  });
}

function save(tx: Tx, { accountId }: Account, { nowMs }: CallBudget, { spent, freeMs }: Grant): Promise<void> {
  return saveSpent(tx, { accountId, spent, freeInMs: freeMs - nowMs });
}

function takenOf({ granted, firstMs, gapMs, freeMs }: Grant, { nowMs }: CallBudget): Taken {
  return { granted, starts: { firstInMs: firstMs - nowMs, gapMs }, freeInMs: Math.max(0, freeMs - nowMs) };
}
