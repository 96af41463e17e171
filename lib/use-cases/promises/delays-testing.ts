import { sql } from "drizzle-orm";
import { withTenant } from "#db/tenant.ts";
import type { TestDatabase } from "#db/testing.ts";
import { type MerchantId, newId } from "#lib/kernel/ids.ts";
import type { Delay } from "#lib/promise/delay/delay.ts";
import { delayRulesSchema } from "./delay-rules-schema.ts";

/** For tests of what follows from a delay: late parcels as the judging would have written them. */

/** Three days late, and still to come. */
export const LATE: Delay = {
  ...{ state: "late", level: "apology", cause: "passed", severity: 2, daysLate: 3, leastDaysLate: 3 },
  ...{ was: { fromDay: "2026-11-02", toDay: "2026-11-03" }, now: { fromDay: "2026-11-06", toDay: "2026-11-07" } },
  ...{ reason: null, responsible: null, missesNeeded: false, arrived: false },
};

/** A merchant's rules with everything else as it is without any. */
export function delayRules(given: Readonly<Record<string, unknown>> = {}) {
  return delayRulesSchema.parse(given);
}

/** Parcels of this order that are late, each with a delay of its own; the shopper apologised to at `apologisedAt`. */
export async function lateParcels(
  { db }: TestDatabase,
  input: {
    readonly merchantId: MerchantId;
    readonly orderId: string;
    readonly count: number;
    readonly apologisedAt?: string;
  },
): Promise<readonly { readonly delayId: string; readonly shipmentId: string }[]> {
  const { merchantId, orderId, count, apologisedAt = "2026-11-05T08:00:00Z" } = input;
  const late = Array.from({ length: count }, () => ({ delayId: newId(), shipmentId: newId() }));
  await withTenant(db, merchantId, async (tx) => {
    for (const { delayId, shipmentId } of late) {
      await tx.execute(sql`
        insert into shipments (merchant_id, id, order_id, carrier, tracking_number)
        values (${merchantId}, ${shipmentId}, ${orderId}, 'ups', ${shipmentId})`);
      await tx.execute(sql`
        insert into tracking_states (merchant_id, shipment_id, status, checked_at)
        values (${merchantId}, ${shipmentId}, 'in_transit', now())`);
      await tx.execute(sql`
        insert into delays (merchant_id, id, order_id, shipment_id, state, level, cause, severity, days_late, was_from, was_to,
          now_from, now_to, began_at, apologised_at)
        values (${merchantId}, ${delayId}, ${orderId}, ${shipmentId}, 'late', 'apology', 'passed', 2, 3, '2026-11-02',
          '2026-11-03', '2026-11-06', '2026-11-07', ${apologisedAt}, ${apologisedAt})`);
    }
  });
  return late;
}
