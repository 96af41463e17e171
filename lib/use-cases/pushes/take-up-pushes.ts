import { addJobs } from "#db/queries/add-job.ts";
import { endPushes, leftPushes } from "#db/queries/pushes.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { TrackingDeps } from "#lib/use-cases/tracking/tracking-deps.ts";
import { pushedMerchants } from "./pushed-merchants.ts";
import { workPushes } from "./work-pushes.ts";

const DAY_MINUTES = 24 * 60;
/** A push's own job has given up by then (`work-push` of `db/queues.ts`: about half an hour). */
const LEFT = { afterMinutes: 45, untilMinutes: DAY_MINUTES, most: 5_000 };
/** What still fails then always will. Older ones than three days are forgotten with all the others. */
const LAST = { afterMinutes: DAY_MINUTES, untilMinutes: 3 * DAY_MINUTES, most: 200 };

export type TakenUp = {
  /** Pushes that have a job again, and those that were given up. */
  readonly again: number;
  readonly givenUp: number;
  /** Why the last of them was given up; for the operator's log. */
  readonly error: unknown;
};

/**
 * Pushes that nobody could work in while their job was tried have another job each time that this is called, for a day. Then
 * they are tried a last time, here, and given up: the body goes, and no outcome is noted. Throws only when our own database
 * fails.
 */
export async function takeUpPushes(deps: TrackingDeps, stopping: AbortSignal): Promise<TakenUp> {
  const total = { again: 0, givenUp: 0 };
  let error: unknown = null;
  for await (const merchantId of pushedMerchants(deps.db, stopping)) {
    const pushIds = await withTenant(deps.db, merchantId, (tx) => leftPushes(tx, { merchantId, ...LAST }));
    for (const pushId of pushIds) {
      if (stopping.aborted) break;
      const failure = await tryLast(deps, { merchantId, pushId });
      if (failure === null) continue;
      error = failure.error;
      total.givenUp += 1;
    }
    total.again += await addAgain(deps, merchantId);
  }
  return { ...total, error };
}

/** Null where it went well, or waits for somebody who asks about the parcel at this moment. */
async function tryLast(
  deps: TrackingDeps,
  { merchantId, pushId }: { readonly merchantId: MerchantId; readonly pushId: string },
): Promise<{ readonly error: unknown } | null> {
  try {
    await workPushes(deps, { merchantId, pushIds: [pushId] });
    return null;
  } catch (error) {
    const ended = [{ id: pushId, outcome: null }];
    await withTenant(deps.db, merchantId, (tx) => endPushes(tx, { merchantId, ended }));
    return { error };
  }
}

function addAgain({ db }: TrackingDeps, merchantId: MerchantId): Promise<number> {
  return withTenant(db, merchantId, async (tx) => {
    const pushIds = await leftPushes(tx, { merchantId, ...LEFT });
    const jobs = pushIds.map((pushId) => ({ merchantId, pushId }));
    await addJobs(tx, "work-push", jobs);
    return jobs.length;
  });
}
