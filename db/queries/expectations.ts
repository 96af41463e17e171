import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId, ShipmentId } from "#lib/kernel/ids.ts";
import type { Expectation } from "#lib/promise/judging/expectation.ts";
import { isoSeconds } from "#lib/tracking/epoch.ts";

/** What is believed of one parcel, ready to write. */
export type ExpectationToSave = {
  readonly shipmentId: ShipmentId;
  readonly orderId: OrderId;
  readonly carrier: string;
  readonly expectation: Expectation;
};

const COLUMNS = [
  ..."order_id is_open zone carrier handed_over_at arrived_at arrived_on watched_until out_for_delivery_at".split(" "),
  ..."silent_from silent_to status_since tried_on carrier_from carrier_to carrier_first_to learned_first_from".split(
    " ",
  ),
  ..."learned_first_to learned_first_day forecast late_first reason responsible action_required promised_from promised_to".split(
    " ",
  ),
  ..."from_day to_day source late lost basis basis_parcels judged_at".split(" "),
  ..."late_needed learned_from learned_to learned_day silence_unusual handed_over_late from_town from_country km".split(
    " ",
  ),
];
const columns = sql.raw(COLUMNS.join(", "));
const excluded = sql.raw(COLUMNS.map((name) => `excluded.${name}`).join(", "));

/** Writes what is believed of parcels, one row each; `nowMs` is the database's. Key: the parcel. */
export async function saveExpectations(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly nowMs: number; readonly parcels: readonly ExpectationToSave[] },
): Promise<void> {
  if (input.parcels.length === 0) return;
  const judgedAt = isoSeconds(input.nowMs);
  const rows = JSON.stringify(input.parcels.map((parcel) => ({ ...rowOf(parcel), judged_at: judgedAt })));
  await tx.execute(sql`
    insert into expectations (merchant_id, shipment_id, ${columns})
    select ${input.merchantId}::uuid, shipment_id, ${columns}
    from jsonb_populate_recordset(null::expectations, ${rows}::text::jsonb) order by shipment_id
    on conflict (merchant_id, shipment_id) do update set (${columns}) = row(${excluded})`);
}

function rowOf({ shipmentId, orderId, carrier, expectation: e }: ExpectationToSave) {
  return {
    shipment_id: shipmentId,
    order_id: orderId,
    carrier,
    is_open: e.isOpen,
    zone: e.zone,
    handed_over_at: isoOf(e.handedOverMs),
    arrived_at: isoOf(e.arrivedMs),
    arrived_on: e.arrivedOn,
    watched_until: isoOf(e.watchedUntilMs),
    out_for_delivery_at: isoOf(e.outForDeliveryMs),
    silent_from: isoOf(e.silentFromMs),
    silent_to: isoOf(e.silentToMs),
    status_since: e.statusSince,
    tried_on: e.triedOn,
    carrier_from: e.carrierFrom,
    carrier_to: e.carrierTo,
    carrier_first_to: e.carrierFirstTo,
    learned_first_from: e.learnedFirstFrom,
    learned_first_to: e.learnedFirstTo,
    learned_first_day: e.learnedFirstDay,
    forecast: e.forecast,
    late_first: e.lateFirst,
    reason: e.reason,
    responsible: e.responsible,
    action_required: e.actionRequired,
    promised_from: e.promisedFrom,
    promised_to: e.promisedTo,
    from_day: e.fromDay,
    to_day: e.toDay,
    source: e.source,
    late: e.late,
    lost: e.lost,
    basis: e.basis,
    basis_parcels: e.basisParcels,
    late_needed: e.lateNeeded,
    learned_from: e.learnedFrom,
    learned_to: e.learnedTo,
    learned_day: e.learnedDay,
    silence_unusual: e.silenceUnusual,
    handed_over_late: e.handedOverLate,
    from_town: e.fromTown,
    from_country: e.fromCountry,
    km: e.km,
  };
}

function isoOf(instantMs: number | null): string | null {
  return instantMs === null ? null : isoSeconds(instantMs);
}
