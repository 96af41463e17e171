import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId, ShipmentId } from "#lib/kernel/ids.ts";
import type { DelayRecord } from "#lib/promise/judging/delay-record.ts";
import { isoSeconds } from "#lib/tracking/epoch.ts";

/** The delay of one parcel, or of an order of which none is known (null), ready to write. `isTold`: a message about it was queued in this transaction. */
export type DelayToSave = {
  readonly id: string;
  readonly shipmentId: ShipmentId | null;
  readonly orderId: OrderId;
  readonly record: DelayRecord;
  readonly isTold: boolean;
};

const COLUMNS = [
  ..."state level cause severity days_late late reason responsible misses_needed was_from was_to now_from now_to".split(
    " ",
  ),
  ..."apologised_at solved_at ended_days_late".split(" "),
];
const columns = sql.raw(COLUMNS.join(", "));
const excluded = sql.raw(COLUMNS.map((name) => `excluded.${name}`).join(", "));

/**
 * Writes delays, one row a parcel; when it began stays, and so does when the shopper was first told and first looked.
 * Index: delays_once.
 */
export async function saveDelays(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly nowMs: number; readonly delays: readonly DelayToSave[] },
): Promise<void> {
  if (input.delays.length === 0) return;
  const rows = JSON.stringify(input.delays.map((delay) => rowOf(delay, input.nowMs)));
  await tx.execute(sql`
    insert into delays (merchant_id, id, order_id, shipment_id, began_at, told_at, ${columns})
    select ${input.merchantId}::uuid, id, order_id, shipment_id, began_at, told_at, ${columns}
    from jsonb_populate_recordset(null::delays, ${rows}::text::jsonb) order by shipment_id, order_id
    on conflict on constraint delays_once do update set
      told_at = coalesce(delays.told_at, excluded.told_at), (${columns}) = row(${excluded})`);
}

function rowOf({ id, shipmentId, orderId, record: r, isTold }: DelayToSave, nowMs: number) {
  const isoOf = (ms: number | null) => (ms === null ? null : isoSeconds(ms));
  return {
    id,
    order_id: orderId,
    shipment_id: shipmentId,
    state: r.state,
    level: r.level,
    cause: r.cause,
    severity: r.severity,
    days_late: r.daysLate,
    late: r.late,
    reason: r.reason,
    responsible: r.responsible,
    misses_needed: r.missesNeeded,
    was_from: r.wasFrom,
    was_to: r.wasTo,
    now_from: r.nowFrom,
    now_to: r.nowTo,
    began_at: isoOf(r.beganMs),
    apologised_at: isoOf(r.apologisedMs),
    told_at: isTold ? isoOf(nowMs) : null,
    solved_at: isoOf(r.solvedMs),
    ended_days_late: r.endedDaysLate,
  };
}
