import type { Db } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findBudget, saveLimits } from "#db/queries/call-budgets.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { CarrierAccountId, MerchantId } from "#lib/kernel/ids.ts";
import type { CallLimits } from "#lib/tracking/budget/call-limits.ts";

/** Gives an account the limits that its carrier agreed on. Throws AppError `invalid` for limits that are no positive numbers. */
export function setLimits(
  { db }: { readonly db: Db },
  input: {
    readonly merchantId: MerchantId;
    readonly accountId: CarrierAccountId;
    readonly limits: CallLimits;
    readonly actor: string;
  },
): Promise<void> {
  const { merchantId, accountId, limits, actor } = input;
  const { perSecond, perHour, perDay } = limits;
  const isWhole = (limit: number | null) => limit === null || (Number.isInteger(limit) && limit >= 1 && limit <= 1e9);
  const isRate = perSecond === null || (perSecond >= 0.01 && perSecond <= 10_000);
  if (!isRate || !isWhole(perHour) || !isWhole(perDay)) {
    throw new AppError(
      "invalid",
      "Limits are whole numbers of calls from 1 on; a second may have a part of one (0.2).",
    );
  }
  return withTenant(db, merchantId, async (tx) => {
    const before = await findBudget(tx, accountId);
    await saveLimits(tx, { merchantId, accountId, limits });
    await recordAudit(tx, {
      merchantId,
      actor,
      action: "carrier_account.limits_set",
      subject: accountId,
      before: before?.limits ?? null,
      after: limits,
    });
  });
}
