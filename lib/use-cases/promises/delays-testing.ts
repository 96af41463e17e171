import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
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

/** A day on which the parcels below are late, and were seen an hour ago. */
export const LATE_NOW = Temporal.Instant.from("2026-11-06T10:00:00Z");

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
    await tx.execute(sql`update merchants set support_email = 'help@shop.example' where id = ${merchantId}`);
    await tx.execute(sql`
      insert into promises (merchant_id, id, order_id, from_day, to_day, said_by, said_at)
      values (${merchantId}, ${newId()}, ${orderId}, '2026-11-02', '2026-11-03', 'checkout', '2026-10-30T08:00:00Z')
      on conflict do nothing`);
    for (const { delayId, shipmentId } of late) {
      await tx.execute(sql`
        insert into shipments (merchant_id, id, order_id, carrier, tracking_number, shipped_at)
        values (${merchantId}, ${shipmentId}, ${orderId}, 'ups', ${shipmentId}, '2026-10-31T08:00:00Z')`);
      await tx.execute(sql`
        insert into observations (merchant_id, id, shipment_id, kind, effect, status, source, content_hash, instant)
        values (${merchantId}, ${newId()}, ${shipmentId}, 'scan', 'moves', 'in_transit', 'poll', '', '2026-11-05T20:00:00Z')`);
      await tx.execute(sql`
        insert into tracking_states (merchant_id, shipment_id, status, checked_at)
        values (${merchantId}, ${shipmentId}, 'in_transit', '2026-11-06T09:00:00Z')`);
      await tx.execute(sql`
        insert into delays (merchant_id, id, order_id, shipment_id, state, level, cause, severity, days_late, was_from, was_to,
          now_from, now_to, began_at, apologised_at)
        values (${merchantId}, ${delayId}, ${orderId}, ${shipmentId}, 'late', 'apology', 'passed', 2, 3, '2026-11-02',
          '2026-11-03', '2026-11-06', '2026-11-07', ${apologisedAt}, ${apologisedAt})`);
    }
  });
  return late;
}
