import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import type { DelayRecord } from "#lib/promise/judging/delay-record.ts";
import type { Promised } from "#lib/promise/ledger.ts";
import { delayOfRow, ledgerOf, neededBySaid } from "./judged-parcels.ts";

type Orders = { readonly merchantId: MerchantId; readonly orderIds: readonly OrderId[] };

/** Nobody sends what was paid back, or waits for what was not paid. */
const NOT_OWED = sql`('refunded', 'voided', 'pending', 'expired')`;

/** Order `o` is to be sent, and no parcel of it is known. */
const isUnsent = sql`o.cancelled_at is null and coalesce(o.financial_status, '') not in ${NOT_OWED}
  and not exists (select 1 from shipments s
    where s.merchant_id = o.merchant_id and s.order_id = o.id and s.direction = 'outbound')
  and exists (select 1 from line_items l where l.merchant_id = o.merchant_id and l.order_id = o.id and l.requires_shipping)`;

/** The first day that may be broken of what the shop said of order `o`. */
const dueOn = sql`least(o.needed_by, (select min(p.to_day) from promises p
  where p.merchant_id = o.merchant_id and p.order_id = o.id and p.shipment_id is null))`;

/**
 * Notes which of these orders are promised and not sent, after anything of that changed. What was over when we first heard of
 * the order is left out: an import of a shop's past is no reason to apologise. The delay of an order, and what was chosen for
 * it, go on as its first parcel's, so that being sent late brings no second apology. Keys: the orders.
 */
export async function noteUnsent(tx: Tx, { merchantId, orderIds }: Orders): Promise<void> {
  if (orderIds.length === 0) return;
  const these = sql`o.merchant_id = ${merchantId} and o.id = any(${idsOf(orderIds)})`;
  await tx.execute(sql`
    insert into unsent_orders (merchant_id, order_id, due_on)
    select o.merchant_id, o.id, ${dueOn} from orders o
    where ${these} and ${isUnsent} and o.created_at < (${dueOn} + 1)::timestamp at time zone 'UTC' order by o.id
    on conflict (merchant_id, order_id) do update set due_on = excluded.due_on where unsent_orders.due_on <> excluded.due_on`);
  const gone = await tx.execute<{ id: OrderId }>(sql`
    delete from unsent_orders u using orders o
    where ${these} and u.merchant_id = o.merchant_id and u.order_id = o.id and not (${isUnsent}) returning o.id`);
  if (gone.length > 0) await endUnsent(tx, { merchantId, orderIds: gone.map(({ id }) => id) });
}

async function endUnsent(tx: Tx, { merchantId, orderIds }: Orders): Promise<void> {
  const first = (table: SQL) => sql`(select s.id from shipments s
    where s.merchant_id = ${table}.merchant_id and s.order_id = ${table}.order_id and s.direction = 'outbound'
    order by s.shipped_at, s.id limit 1)`;
  const these = sql`merchant_id = ${merchantId} and order_id = any(${idsOf(orderIds)}) and shipment_id is null`;
  await tx.execute(sql`update delays d set shipment_id = ${first(sql`d`)} where ${these}`);
  await tx.execute(sql`update remedies r set shipment_id = ${first(sql`r`)} where ${these} and state <> 'taken_back'`);
  // Cancelled, or paid back.
  await tx.execute(sql`update delays set solved_at = now() where ${these} and solved_at is null`);
}

/** An order of which no parcel is known, with all that it is judged by. */
export type UnsentRecord = {
  readonly orderId: OrderId;
  readonly dueOn: string;
  readonly shipCity: string | null;
  readonly shipRegion: string | null;
  readonly shipCountry: string | null;
  readonly neededBy: string | null;
  readonly neededBySaid: "order" | "page" | null;
  readonly ledger: readonly Promised[];
  readonly delay: (DelayRecord & { readonly id: string }) | null;
};

const record = sql`json_build_object('orderId', o.id, 'dueOn', u.due_on, 'shipCity', o.ship_city, 'shipRegion', o.ship_region,
  'shipCountry', o.ship_country, 'neededBy', o.needed_by, 'neededBySaid', ${neededBySaid},
  'ledger', ${ledgerOf(sql`o.id`, sql`p.shipment_id is null`)}, 'delay', ${delayOfRow})::text as record`;
const joined = sql`join orders o on o.merchant_id = u.merchant_id and o.id = u.order_id
  left join delays d on d.merchant_id = u.merchant_id and d.order_id = u.order_id and d.shipment_id is null`;

type Row = { readonly record: string };

/** Unsent orders that were due from `from` to `to` (days), behind `after`, in that order. Index: unsent_orders_due. */
export async function unsentDue(
  tx: Tx,
  input: {
    readonly merchantId: MerchantId;
    readonly from: string;
    readonly to: string;
    readonly after: Pick<UnsentRecord, "dueOn" | "orderId"> | null;
    readonly limit: number;
  },
): Promise<readonly UnsentRecord[]> {
  const { merchantId, from, to, after, limit } = input;
  const behind = after === null ? sql`` : sql`and (due_on, order_id) > (${after.dueOn}::date, ${after.orderId}::uuid)`;
  const rows = await tx.execute<Row>(sql`
    with u as materialized (
      select * from unsent_orders where merchant_id = ${merchantId} and due_on between ${from}::date and ${to}::date ${behind}
      order by due_on, order_id limit ${limit})
    select ${record} from u ${joined} order by u.due_on, u.order_id`);
  return rows.map(recordFrom);
}

/** Those of these orders that are unsent still, locked until the transaction ends: whoever sends one waits. Uses primary keys. */
export async function lockUnsent(tx: Tx, { merchantId, orderIds }: Orders): Promise<readonly UnsentRecord[]> {
  await tx.execute(sql`
    select 1 from unsent_orders where merchant_id = ${merchantId} and order_id = any(${idsOf(orderIds)})
    order by order_id for update`);
  const rows = await tx.execute<Row>(sql`
    select ${record} from unsent_orders u ${joined}
    where u.merchant_id = ${merchantId} and u.order_id = any(${idsOf(orderIds)}) order by u.order_id`);
  return rows.map(recordFrom);
}

/** Whether the shop has told us of any parcel since an instant, in milliseconds: ids begin with their time. Uses the primary key. */
export async function tellsParcels(
  tx: Tx,
  { merchantId, sinceMs }: { readonly merchantId: MerchantId; readonly sinceMs: number },
): Promise<boolean> {
  const least = sinceMs.toString(16).padStart(12, "0").padEnd(32, "0");
  const [newest] = await tx.execute<{ tells: boolean }>(sql`
    select id >= ${least}::uuid as tells from shipments where merchant_id = ${merchantId} order by id desc limit 1`);
  return newest?.tells ?? false;
}

function idsOf(orderIds: readonly OrderId[]): SQL {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(orderIds)}::text::jsonb)::uuid)`;
}

function recordFrom({ record: text }: Row): UnsentRecord {
  return JSON.parse(text) as UnsentRecord;
}
