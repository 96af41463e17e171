import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type MerchantId, type MessageId, newId, type OrderId, type ShipmentId } from "#lib/kernel/ids.ts";
import type { Milestone } from "#lib/tracking/page/dials.ts";

type MessageKey = { readonly merchantId: MerchantId; readonly messageId: MessageId };

/**
 * Puts one email about an order into the outbox; false where there is nothing to write to, the order's link was revoked, or
 * one was asked for within the last `quietMinutes`, whether it waits, was sent or failed: a server that refused an address
 * a moment ago is left alone. An older one is queued again under the new id, so that what belongs to the id (a job under way,
 * the mail's Message-ID) never belongs to two mails. Uses `messages_once` and primary keys.
 */
export async function queueEmail(
  tx: Tx,
  input: MessageKey & { readonly orderId: OrderId; readonly milestone: string; readonly quietMinutes: number },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into messages as m (merchant_id, id, shopper_id, order_id, milestone, channel)
    select o.merchant_id, ${input.messageId}::uuid, o.shopper_id, o.id, ${input.milestone}, 'email'
    from orders o left join tracking_links l on l.merchant_id = o.merchant_id and l.order_id = o.id
    where o.merchant_id = ${input.merchantId} and o.id = ${input.orderId}
      and o.shopper_id is not null and l.revoked_at is null
    on conflict on constraint messages_once do update
      set id = excluded.id, shopper_id = excluded.shopper_id, state = 'queued', reason = null, payload = '{}',
        created_at = now(), sent_at = null
      where m.state = 'suppressed' or m.created_at < now() - ${input.quietMinutes} * interval '1 minute'
    returning 1`);
  return rows.length > 0;
}

/** Puts a mail that a person wrote into the outbox; false where there is nobody to write to. Uses primary keys. */
export async function queuePersonsMail(
  tx: Tx,
  input: MessageKey & {
    readonly orderId: OrderId;
    readonly milestone: string;
    readonly payload: { readonly text: string; readonly by: string };
  },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into messages (merchant_id, id, shopper_id, order_id, milestone, channel, payload)
    select o.merchant_id, ${input.messageId}::uuid, o.shopper_id, o.id, ${input.milestone}, 'email',
      ${JSON.stringify(input.payload)}::text::jsonb
    from orders o where o.merchant_id = ${input.merchantId} and o.id = ${input.orderId} and o.shopper_id is not null
    returning 1`);
  return rows.length > 0;
}

export type WaitingMessage = {
  readonly orderId: OrderId;
  readonly milestone: string;
  /** What a person wrote; null for what says the same to everybody. */
  readonly text: string | null;
  /** Somebody sends it at this very moment, or died doing so a moment ago. */
  readonly isLeased: boolean;
  /** It waited longer than it is worth sending. */
  readonly isStale: boolean;
};

/** An email that waits, locked until the transaction ends; null where it does not wait. Uses the primary key. */
export async function lockWaitingEmail(
  tx: Tx,
  input: MessageKey & { readonly staleMinutes: number },
): Promise<WaitingMessage | null> {
  const [row] = await tx.execute<{
    order_id: string;
    milestone: string;
    text: string | null;
    leased: boolean;
    stale: boolean;
  }>(sql`
    select order_id, milestone, payload->>'text' as text,
      coalesce((payload->>'leaseUntil')::timestamptz > now(), false) as leased,
      created_at < now() - ${input.staleMinutes} * interval '1 minute' as stale
    from messages
    where merchant_id = ${input.merchantId} and id = ${input.messageId} and channel = 'email' and state = 'queued'
    for update`);
  if (row === undefined) return null;
  return { orderId: row.order_id, milestone: row.milestone, text: row.text, isLeased: row.leased, isStale: row.stale };
}

/** Keeps others from sending an email for so many seconds. */
export async function leaseEmail(tx: Tx, input: MessageKey & { readonly seconds: number }): Promise<void> {
  await tx.execute(sql`
    update messages set payload = payload || jsonb_build_object('leaseUntil', now() + ${input.seconds} * interval '1 second')
    where merchant_id = ${input.merchantId} and id = ${input.messageId}`);
}

/** How sending went: over, or to be tried again (`queued`). `reason` is a word of ours and holds no address. */
export type EmailEnd = {
  readonly state: "sent" | "failed" | "suppressed" | "queued";
  readonly reason: string | null;
};

/** Writes how sending went and gives the lease back; false where the email no longer waits. Uses the primary key. */
export async function settleEmail(tx: Tx, input: MessageKey & EmailEnd): Promise<boolean> {
  const rows = await tx.execute(sql`
    update messages set state = ${input.state}, reason = ${input.reason}, payload = payload - 'leaseUntil',
      sent_at = case when ${input.state} = 'sent' then now() end
    where merchant_id = ${input.merchantId} and id = ${input.messageId} and state = 'queued'
    returning 1`);
  return rows.length > 0;
}

/** Gives up emails of a kind that waited longer than they are worth sending; returns how many. Uses `messages_queued`. */
export async function failStaleEmails(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly milestone: string; readonly staleMinutes: number },
): Promise<number> {
  const rows = await tx.execute(sql`
    update messages set state = 'failed', reason = coalesce(reason, 'not_sent_in_time'), payload = payload - 'leaseUntil'
    where merchant_id = ${input.merchantId} and state = 'queued' and channel = 'email'
      and milestone = ${input.milestone} and created_at < now() - ${input.staleMinutes} * interval '1 minute'`);
  return rows.count;
}

/** A notice about one parcel, or about an order of which none is known (null), for the outbox. */
export type NoticeToQueue = {
  readonly shipmentId: ShipmentId | null;
  readonly orderId: OrderId;
  readonly milestone: Milestone;
  /** Ids and words of ours, no personal data. */
  readonly payload: object;
};

/**
 * Puts notices into the outbox, each once a parcel and milestone, for ever; none where there is nobody to write to or the
 * order's link was revoked. Returns the parcels (or orders) of those that were queued now. Uses `messages_once` and primary keys.
 */
export async function queueNotices(
  tx: Tx,
  { merchantId, notices }: { readonly merchantId: MerchantId; readonly notices: readonly NoticeToQueue[] },
): Promise<ReadonlySet<ShipmentId | OrderId>> {
  if (notices.length === 0) return new Set();
  const rows = JSON.stringify(notices.map((notice) => ({ ...notice, id: newId() })));
  const queued = await tx.execute<{ about: ShipmentId | OrderId }>(sql`
    insert into messages (merchant_id, id, shopper_id, order_id, shipment_id, milestone, channel, payload)
    select o.merchant_id, n.id, o.shopper_id, o.id, n."shipmentId", n.milestone, 'email', n.payload
    from jsonb_to_recordset(${rows}::text::jsonb) as n(id uuid, "shipmentId" uuid, "orderId" uuid, milestone text, payload jsonb)
    join orders o on o.merchant_id = ${merchantId} and o.id = n."orderId"
    left join tracking_links l on l.merchant_id = o.merchant_id and l.order_id = o.id
    where o.shopper_id is not null and l.revoked_at is null
    order by n."shipmentId", o.id
    on conflict on constraint messages_once do nothing
    returning coalesce(shipment_id, order_id) as about`);
  return new Set(queued.map(({ about }) => about));
}
