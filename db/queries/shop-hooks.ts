import { eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { shopHooks } from "#db/schema/index.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import type { Gesture } from "#lib/promise/gesture/gesture.ts";
import type { Remedy } from "#lib/promise/remedy/remedy.ts";
import { isoUtc } from "./iso-utc.ts";

type Merchant = { readonly merchantId: MerchantId };
/** `secret` is sealed. */
export type StoredShopHook = { readonly url: string; readonly secret: unknown };

/** Where a shop is asked; null where nobody said. Uses the primary key. */
export async function findShopHook(tx: Tx, { merchantId }: Merchant): Promise<StoredShopHook | null> {
  const [row] = await tx
    .select({ url: shopHooks.url, secret: shopHooks.secret })
    .from(shopHooks)
    .where(eq(shopHooks.merchantId, merchantId))
    .limit(1);
  return row ?? null;
}

/** Sets where a shop is asked, in place of what was there. Uses the primary key. */
export async function saveShopHook(tx: Tx, hook: Merchant & StoredShopHook): Promise<void> {
  const { url, secret } = hook;
  await tx
    .insert(shopHooks)
    .values({ ...hook, secret })
    .onConflictDoUpdate({ target: shopHooks.merchantId, set: { url, secret, updatedAt: sql`now()` } });
}

/** Forgets where a shop is asked; false where nobody had said. Uses the primary key. */
export async function removeShopHook(tx: Tx, { merchantId }: Merchant): Promise<boolean> {
  const gone = await tx.delete(shopHooks).where(eq(shopHooks.merchantId, merchantId)).returning({ url: shopHooks.url });
  return gone.length > 0;
}

export type RequestKey = Merchant & { readonly kind: "gesture" | "remedy"; readonly id: string };

type About = {
  readonly id: string;
  readonly orderId: OrderId;
  readonly shop: string;
  readonly orderNumber: string;
  /** Null for what is about the whole order. */
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  /** ISO, UTC: when it was granted, chosen or taken back. */
  readonly at: string;
};
export type WaitingRequest =
  | (About & {
      readonly kind: "gesture";
      readonly gesture: Gesture;
      readonly ruleId: string;
      readonly costMinor: number;
      readonly currency: string;
      readonly code: string | null;
    })
  | (About & {
      readonly kind: "remedy";
      readonly remedy: Remedy;
      /** `accepted`: somebody at the desk asks for it. */
      readonly state: "waiting" | "accepted" | "taken_back";
      readonly details: unknown;
      /** ISO, UTC. */
      readonly dueAt: string | null;
    });

const about = (alias: string, at: string): SQL => sql`
  ${sql.raw(alias)}.id, o.id as "orderId", m.slug as shop, o.number as "orderNumber", s.carrier, s.tracking_number as "trackingNumber",
  ${isoUtc(at)} as at`;
const around = (alias: string, shipmentId: string): SQL =>
  sql.raw(`
  join merchants m on m.id = ${alias}.merchant_id
  join orders o on o.merchant_id = ${alias}.merchant_id and o.id = ${alias}.order_id
  left join shipments s on s.merchant_id = ${alias}.merchant_id and s.id = ${shipmentId}`);

/** What a shop is to be asked, while that waits; null afterwards. Uses primary keys. */
export async function findWaitingRequest(tx: Tx, key: RequestKey): Promise<WaitingRequest | null> {
  const { merchantId, kind, id } = key;
  const [row] =
    kind === "gesture"
      ? await tx.execute<WaitingRequest>(sql`
          select 'gesture' as kind, ${about("g", "granted_at")}, g.gesture, g.rule_id as "ruleId",
            g.cost_minor::float8 as "costMinor", g.currency, g.code
          from gestures g join delays d on d.merchant_id = g.merchant_id and d.id = g.delay_id ${around("g", "d.shipment_id")}
          where g.merchant_id = ${merchantId} and g.id = ${id} and g.request = 'queued'`)
      : await tx.execute<WaitingRequest>(sql`
          select 'remedy' as kind, ${about("r", "at")}, r.remedy, r.state, r.details, ${isoUtc("due_at")} as "dueAt"
          from (select *, coalesce(settled_at, chosen_at) as at from remedies) r ${around("r", "r.shipment_id")}
          where r.merchant_id = ${merchantId} and r.id = ${id} and r.request = 'queued' and r.state in ('waiting', 'accepted', 'taken_back')`);
  return row ?? null;
}

/** How asking went. `reason` is a word of ours; null where the shop has it. */
export type RequestEnd = { readonly reason: string | null; readonly giveUpHours: number };

/**
 * Writes how asking a shop went: it has it, or is asked again, until it is given up. Null where something else is to be asked
 * meanwhile: the choice was taken back while its request was on its way. Uses the primary keys.
 */
export async function settleRequest(
  tx: Tx,
  { merchantId, kind, id }: RequestKey,
  { asked, reason, giveUpHours }: RequestEnd & { readonly asked: WaitingRequest },
): Promise<"sent" | "queued" | "failed" | null> {
  const table = kind === "gesture" ? sql`gestures` : sql`remedies`;
  const since = kind === "gesture" ? sql`granted_at` : sql`coalesce(settled_at, chosen_at)`;
  const [row] = await tx.execute<{ request: "sent" | "queued" | "failed" }>(sql`
    update ${table} set request_error = ${reason}, request = case when ${reason}::text is null then 'sent'
      when ${since} < now() - ${giveUpHours} * interval '1 hour' then 'failed' else 'queued' end
    where merchant_id = ${merchantId} and id = ${id} and request = 'queued'
      and ${asked.kind === "remedy" ? sql`state = ${asked.state}` : sql`true`}
    returning request`);
  return row?.request ?? null;
}
