import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type MerchantId, newId, type OrderId, type ShopperId } from "#lib/kernel/ids.ts";
import type { Concern } from "#lib/promise/concern/concern.ts";
import { isoSeconds } from "#lib/tracking/epoch.ts";

/** A concern with whose it is; `facts` holds what its sentence needs and stands nowhere else. */
export type ConcernToKeep = Concern & {
  readonly orderId: OrderId | null;
  readonly shopperId: ShopperId | null;
  readonly facts?: Readonly<Record<string, string | number | null>>;
};

/**
 * Puts concerns into the queue. What is there stays as people left it, unless it is another concern now, or its cause had gone
 * and is back: then it opens again, as it does where a shopper says it anew (`isAsked`). Nothing is written where nothing changed. Index: desk_items_once.
 */
export async function keepDeskItems(
  tx: Tx,
  {
    merchantId,
    concerns,
    isAsked = false,
  }: { readonly merchantId: MerchantId; readonly concerns: readonly ConcernToKeep[]; readonly isAsked?: boolean },
): Promise<void> {
  if (concerns.length === 0) return;
  const rows = concerns
    .map(({ sinceMs, attendByMs, facts = {}, ...concern }) => ({
      ...{ ...concern, id: newId(), facts, since: isoSeconds(sinceMs), attendBy: isoSeconds(attendByMs) },
    }))
    // Two who write the same rows take them in the same order.
    .toSorted((a, b) => (a.subjectId < b.subjectId ? -1 : 1));
  const isNew = sql`(${isAsked} or not q.is_caused or q.kind <> excluded.kind)`;
  await tx.execute(sql`
    insert into desk_items as q (merchant_id, id, subject_id, topic, kind, order_id, shipment_id, shopper_id, severity, since,
      attend_by, facts)
    select ${merchantId}::uuid, id, "subjectId", topic, kind, "orderId", "shipmentId", "shopperId", severity, since, "attendBy", facts
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as c(id uuid, "subjectId" uuid, topic text, kind text,
      "orderId" uuid, "shipmentId" uuid, "shopperId" uuid, severity smallint, since timestamptz, "attendBy" timestamptz, facts jsonb)
    on conflict on constraint desk_items_once do update set
      kind = excluded.kind, order_id = excluded.order_id, shipment_id = excluded.shipment_id, severity = excluded.severity,
      since = excluded.since, attend_by = excluded.attend_by, facts = excluded.facts, is_caused = true,
      snoozed_until = case when ${isNew} then null else q.snoozed_until end,
      resolved_at = case when ${isNew} then null else q.resolved_at end,
      resolved_by = case when ${isNew} then null else q.resolved_by end
    where ${isAsked} or not q.is_caused or (q.kind, q.severity, q.attend_by, q.shipment_id, q.facts)
      is distinct from (excluded.kind, excluded.severity, excluded.attend_by, excluded.shipment_id, excluded.facts)`);
}

/**
 * Ends what of these orders has no cause any more: all but `standing` (subjects with their topics), and what people wrote.
 * Index: desk_items_by_order.
 */
export async function endDeskItems(
  tx: Tx,
  input: {
    readonly merchantId: MerchantId;
    readonly orderIds: readonly OrderId[];
    readonly standing: readonly Pick<Concern, "subjectId" | "topic">[];
  },
): Promise<void> {
  const { merchantId, orderIds } = input;
  if (orderIds.length === 0) return;
  const standing = JSON.stringify(input.standing.map(({ subjectId, topic }) => ({ subjectId, topic })));
  await tx.execute(sql`
    update desk_items q set is_caused = false, resolved_at = coalesce(resolved_at, now())
    where merchant_id = ${merchantId} and is_caused and topic <> 'voice' and kind <> 'budget'
      and order_id = any(array(select jsonb_array_elements_text(${JSON.stringify(orderIds)}::text::jsonb)::uuid))
      and not exists (select 1 from jsonb_to_recordset(${standing}::text::jsonb) as s("subjectId" uuid, topic text)
        where s."subjectId" = q.subject_id and s.topic = q.topic)`);
}

/** Ends one that has no cause any more: a delay for which something was given after all. Index: desk_items_once. */
export async function endDeskItem(
  tx: Tx,
  { merchantId, subjectId, topic }: { readonly merchantId: MerchantId } & Pick<Concern, "subjectId" | "topic">,
): Promise<void> {
  await tx.execute(sql`
    update desk_items set is_caused = false, resolved_at = coalesce(resolved_at, now())
    where merchant_id = ${merchantId} and subject_id = ${subjectId} and topic = ${topic} and is_caused`);
}
