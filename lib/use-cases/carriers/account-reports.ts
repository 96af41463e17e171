import type { Db } from "#db/client.ts";
import { type Trouble, troublesOf } from "#db/queries/account-pauses.ts";
import { findBudget } from "#db/queries/call-budgets.ts";
import { carrierAccountsOf } from "#db/queries/carrier-accounts.ts";
import { countDue } from "#db/queries/due-shipments.ts";
import { withTenant } from "#db/tenant.ts";
import type { Carrier } from "#lib/carriers/carrier.ts";
import type { CarrierAccountId, MerchantId } from "#lib/kernel/ids.ts";
import { type CallLimits, NOTHING_SPENT } from "#lib/tracking/budget/call-limits.ts";
import { usedInDay, usedInHour } from "#lib/tracking/budget/counts.ts";
import { forecastOf, type LimitForecast } from "#lib/tracking/budget/forecast-of.ts";
import { limitsOf } from "#lib/use-cases/tracking/limits-of.ts";

/** How an account stands: what the merchant is told of it, and the shopper is not. */
export type AccountReport = {
  readonly accountId: CarrierAccountId;
  readonly carrier: string;
  readonly label: string;
  readonly sandbox: boolean;
  readonly limits: CallLimits;
  /** Calls of the last hour and of the day (UTC). */
  readonly lastHour: number;
  readonly today: number;
  readonly forecasts: readonly LimitForecast[];
  /** Parcels that are due and wait for a call, counted up to 10,000. */
  readonly waiting: number;
  /** What keeps it from answering, if anything. */
  readonly trouble: Trouble | null;
};

/** How each of a merchant's accounts stands, by carrier. */
export async function accountReports(
  { db, carriers }: { readonly db: Db; readonly carriers: ReadonlyMap<string, Carrier> },
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<readonly AccountReport[]> {
  const accounts = await withTenant(db, merchantId, (tx) => carrierAccountsOf(tx, { merchantId }));
  const troubles = await troublesOf(
    db,
    accounts.map(({ id }) => id),
  );
  return Promise.all(
    accounts.map(async ({ id, carrier, label, sandbox }) => {
      const budget = await findBudget(db, id);
      const spent = budget?.spent ?? NOTHING_SPENT;
      const nowMs = budget?.nowMs ?? 0;
      const limits = budget?.limits ?? limitsOf({ sandbox }, carriers.get(carrier));
      return {
        ...{ accountId: id, carrier, label, sandbox, limits },
        lastHour: usedInHour(spent, nowMs).calls,
        today: usedInDay(spent, nowMs).calls,
        forecasts: forecastOf(limits, spent, nowMs),
        waiting: await countDue(db, id),
        trouble: troubles.find(({ accountId }) => accountId === id) ?? null,
      };
    }),
  );
}
