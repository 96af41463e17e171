import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId, ShipmentId } from "#lib/kernel/ids.ts";
import type { Kind, Topic } from "#lib/promise/concern/concern.ts";
import type { Remedy } from "#lib/promise/remedy/remedy.ts";
import { isoUtc } from "./iso-utc.ts";

/** Which part of the queue: one topic, one person's or nobody's, what should have been looked at, what sleeps or is done. */
export type QueueFilter = {
  readonly topic: Topic | null;
  /** A member's user id, or `nobody`. */
  readonly whose: string | null;
  readonly when: "open" | "overdue" | "snoozed" | "done";
};

/** Where a page ends; `place` as PostgreSQL writes instants. */
export type QueuePlace = { readonly place: string; readonly id: string };

/** One thing that needs a person, with what its sentence says. Instants are ISO, UTC; days `YYYY-MM-DD`. */
export type QueueRow = {
  readonly id: string;
  readonly place: string;
  readonly version: number;
  readonly kind: Kind;
  readonly topic: Topic;
  readonly severity: number;
  readonly since: string;
  readonly attendBy: string;
  readonly isOverdue: boolean;
  readonly assignedTo: string | null;
  readonly snoozedUntil: string | null;
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
  readonly rating: number | null;
  /** What the shopper wrote with it. */
  readonly words: string | null;
  readonly costMinor: number | null;
  readonly subjectId: string;
  readonly shipmentId: ShipmentId | null;
  readonly orderId: OrderId | null;
  readonly orderNumber: string | null;
  readonly name: string | null;
  readonly city: string | null;
  readonly tier: string | null;
  readonly neededBy: string | null;
  readonly currency: string | null;
  readonly carrier: string | null;
  /** Where its parcel was seen last. */
  readonly lastCity: string | null;
  /** The title of what was reviewed. */
  readonly product: string | null;
  readonly remedy: Remedy | null;
  readonly reason: string | null;
  readonly wasTo: string | null;
};

const open = sql`q.resolved_at is null`;
const awake = sql`(q.snoozed_until is null or q.snoozed_until <= now())`;

function whereOf({ topic, whose, when }: QueueFilter): SQL {
  const parts: Readonly<Record<QueueFilter["when"], SQL>> = {
    open: sql`${open} and ${awake}`,
    overdue: sql`${open} and ${awake} and q.attend_by < now()`,
    snoozed: sql`${open} and q.snoozed_until > now()`,
    done: sql`q.resolved_at is not null`,
  };
  const ofTopic = topic === null ? sql`` : sql` and q.topic = ${topic}`;
  const person = whose === "nobody" ? sql` and q.assigned_to is null` : sql` and q.assigned_to = ${whose}`;
  return sql`${parts[when]}${ofTopic}${whose === null ? sql`` : person}`;
}

/** The last place that a carrier named; parcels have a dozen scans, read by their own index. */
const lastCity = sql`(select b.city from observations b
  where b.merchant_id = q.merchant_id and b.shipment_id = q.shipment_id and b.city is not null
  order by b.instant desc nulls last, b.observed_at desc limit 1)`;

const row = sql`q.id, q.subject_id as "subjectId", q.shipment_id as "shipmentId", q.version, q.kind, q.topic, q.severity, ${isoUtc("since")} as since, ${isoUtc("attend_by")} as "attendBy",
  q.attend_by < now() as "isOverdue", q.assigned_to as "assignedTo", ${isoUtc("snoozed_until")} as "snoozedUntil",
  ${isoUtc("resolved_at")} as "resolvedAt", q.resolved_by as "resolvedBy", coalesce(q.resolved_at, q.attend_by)::text as place,
  (q.facts->>'rating')::int as rating, q.facts->>'words' as words, (q.facts->>'costMinor')::float8 as "costMinor",
  o.id as "orderId", o.number as "orderNumber", coalesce(o.ship_name, c.name) as name, o.ship_city as city, l.tier,
  o.needed_by::text as "neededBy", coalesce(q.facts->>'currency', o.currency) as currency, s.carrier, ${lastCity} as "lastCity",
  p.title as product, r.remedy, d.reason, d.was_to::text as "wasTo"`;

/** What stands around row `q`, each by its primary key: one by one, since PostgreSQL would read whole tables for a page. */
const around = sql`
  left join lateral (select * from orders x where x.merchant_id = q.merchant_id and x.id = q.order_id offset 0) o on true
  left join lateral (select * from shoppers x where x.merchant_id = q.merchant_id and x.id = q.shopper_id offset 0) c on true
  left join lateral (select tier from loyalty_accounts x where x.merchant_id = q.merchant_id and x.shopper_id = q.shopper_id offset 0) l on true
  left join lateral (select carrier from shipments x where x.merchant_id = q.merchant_id and x.id = q.shipment_id offset 0) s on true
  left join lateral (select x.remedy from remedies x where x.merchant_id = q.merchant_id and x.id = q.subject_id offset 0) r on true
  left join lateral (select x.reason, x.was_to from delays x where x.merchant_id = q.merchant_id and x.id = q.subject_id offset 0) d on true
  left join lateral (select y.title from reviews x join products y on y.merchant_id = x.merchant_id and y.id = x.product_id
    where x.merchant_id = q.merchant_id and x.id = q.subject_id and q.topic = 'voice' offset 0) p on true`;

/**
 * A page of the queue in its order (docs/desk-queue.md), behind `after`; what is done, newest first. Indexes: desk_items_open,
 * desk_items_of_topic, desk_items_of_person, desk_items_resolved and primary keys.
 */
export async function deskQueue(
  tx: Tx,
  input: {
    readonly merchantId: MerchantId;
    readonly filter: QueueFilter;
    readonly after: QueuePlace | null;
    readonly limit: number;
  },
): Promise<readonly QueueRow[]> {
  const { merchantId, filter, after, limit } = input;
  const isDone = filter.when === "done";
  const by = isDone ? sql`q.resolved_at desc, q.id` : sql`q.attend_by, q.id`;
  const rows = await tx.execute<QueueRow>(sql`
    with q as materialized (
      select * from desk_items q where q.merchant_id = ${merchantId} and ${whereOf(filter)} and ${behind(after, isDone)}
      order by ${by} limit ${limit})
    select ${row} from q ${around} order by ${by}`);
  return rows;
}

function behind(after: QueuePlace | null, isDone: boolean): SQL {
  if (after === null) return sql`true`;
  const place = sql`${after.place}::timestamptz`;
  return isDone
    ? sql`(q.resolved_at < ${place} or (q.resolved_at = ${place} and q.id > ${after.id}::uuid))`
    : sql`(q.attend_by, q.id) > (${place}, ${after.id}::uuid)`;
}

/** One thing of the queue, whatever became of it; null where there is none of this id. Uses primary keys. */
export async function deskQueueRow(
  tx: Tx,
  { merchantId, itemId }: { readonly merchantId: MerchantId; readonly itemId: string },
): Promise<QueueRow | null> {
  const [found] = await tx.execute<QueueRow>(sql`
    with q as materialized (select * from desk_items where merchant_id = ${merchantId} and id = ${itemId}::uuid)
    select ${row} from q ${around}`);
  return found ?? null;
}
