import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, ShipmentId } from "#lib/kernel/ids.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { CheckProblem } from "#lib/tracking/tracking-state.ts";
import { isoUtc } from "./iso-utc.ts";

/** How our asking about a parcel goes. Instants are ISO. */
export type Asking = {
  readonly shipmentId: ShipmentId;
  readonly askedAt: string | null;
  readonly checkedAt: string | null;
  readonly problem: CheckProblem | null;
  readonly problemSince: string | null;
  readonly failures: number;
  /** The carrier pushes news of it. */
  readonly isPushed: boolean;
};

/** An `Asking`, as columns of tracking_states. */
export const askingFields = sql`shipment_id as "shipmentId", ${isoUtc("asked_at")} as "askedAt", ${isoUtc("checked_at")} as "checkedAt",
  problem, ${isoUtc("problem_since")} as "problemSince", failures,
  coalesce(pushed_until > now(), false) as "isPushed"`;

/** `facts`: by what its promise was judged last; null where that never was. */
export type LockedAsking = Asking & { readonly facts: string | null };

/** Locks what is known of our asking about these parcels until the transaction ends, always in the same order. */
export async function lockTrackingStates(
  tx: Tx,
  { merchantId, shipmentIds }: { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] },
): Promise<readonly LockedAsking[]> {
  const ids = JSON.stringify([...shipmentIds].sort());
  const lock = () =>
    tx.execute<LockedAsking>(sql`
      select ${askingFields}, facts from tracking_states
      where merchant_id = ${merchantId} and shipment_id = any(array(select jsonb_array_elements_text(${ids}::text::jsonb)::uuid))
      order by shipment_id for update`);
  const locked = await lock();
  if (locked.length === shipmentIds.length) return locked;
  await tx.execute(sql`
    insert into tracking_states (merchant_id, shipment_id)
    select ${merchantId}::uuid, s.id from shipments s
    where s.merchant_id = ${merchantId} and s.id = any(array(select jsonb_array_elements_text(${ids}::text::jsonb)::uuid))
    order by s.id
    on conflict do nothing`);
  return lock();
}

/** What is known of our asking about these parcels; nothing for one that was never asked about. Uses the primary key. */
export async function askingsOf(
  tx: Tx,
  { merchantId, shipmentIds }: { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] },
): Promise<readonly Asking[]> {
  const ids = JSON.stringify(shipmentIds);
  return tx.execute<Asking>(sql`
    select ${askingFields} from tracking_states
    where merchant_id = ${merchantId} and shipment_id = any(array(select jsonb_array_elements_text(${ids}::text::jsonb)::uuid))`);
}

/** `newsAt`: the newest thing that a carrier told of the parcel, an ISO instant; null where it told nothing yet. */
export type TrackingStateToSave = Asking & { readonly status: Status; readonly newsAt: string | null };

/** Writes how the asking went and what the parcel's status is now; the rows are locked and there. Returns whose status is another. */
export async function saveTrackingStates(
  tx: Tx,
  { merchantId, states }: { readonly merchantId: MerchantId; readonly states: readonly TrackingStateToSave[] },
): Promise<readonly ShipmentId[]> {
  if (states.length === 0) return [];
  const saved = await tx.execute<{ id: ShipmentId; isOther: boolean }>(sql`
    update tracking_states t
    set status = s.status, asked_at = s."askedAt", checked_at = s."checkedAt", problem = s.problem,
      problem_since = s."problemSince", failures = s.failures, news_at = s."newsAt"
    from jsonb_to_recordset(${JSON.stringify(states)}::text::jsonb) as s(
      "shipmentId" uuid, status text, "askedAt" timestamptz, "checkedAt" timestamptz, problem text,
      "problemSince" timestamptz, failures int, "newsAt" timestamptz)
    join tracking_states b on b.merchant_id = ${merchantId} and b.shipment_id = s."shipmentId"
    where t.merchant_id = ${merchantId} and t.shipment_id = s."shipmentId"
    returning t.shipment_id as id, t.status <> b.status as "isOther"`);
  return saved.filter(({ isOther }) => isOther).map(({ id }) => id);
}
