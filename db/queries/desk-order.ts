import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId, ShipmentId } from "#lib/kernel/ids.ts";
import { isoUtc } from "./iso-utc.ts";
import { listOf } from "./order-trouble.ts";

/** What went wrong with a parcel of the order, or with what no parcel holds. Instants are ISO, days `YYYY-MM-DD`. */
export type DeskDelay = {
  readonly shipmentId: ShipmentId | null;
  readonly state: "at_risk" | "late" | "stuck" | "lost";
  readonly reason: string | null;
  readonly responsible: "carrier" | "merchant" | "shopper" | "customs" | "nature" | null;
  readonly daysLate: number | null;
  readonly missesNeeded: boolean;
  readonly wasFrom: string | null;
  readonly wasTo: string | null;
  readonly nowFrom: string | null;
  readonly nowTo: string | null;
  readonly beganAt: string;
  readonly apologisedAt: string | null;
  readonly toldAt: string | null;
  readonly viewedAt: string | null;
  readonly solvedAt: string | null;
  readonly gesture: {
    readonly ruleId: string;
    readonly ruleName: string;
    readonly gesture: unknown;
    readonly costMinor: number;
    readonly currency: string;
    readonly code: string | null;
    readonly grantedAt: string;
    readonly request: "queued" | "sent" | "failed";
  } | null;
};

export type DeskRemedy = {
  readonly id: string;
  readonly shipmentId: ShipmentId | null;
  readonly remedy: "wait" | "pickup" | "address" | "reship" | "refund" | "person";
  readonly state: "waiting" | "taken_back" | "accepted" | "done" | "declined";
  readonly chosenAt: string;
  readonly dueAt: string | null;
};

export type DeskMessage = {
  readonly milestone: string;
  readonly channel: "email" | "sms" | "push";
  readonly state: "queued" | "sent" | "failed" | "suppressed";
  readonly reason: string | null;
  readonly createdAt: string;
  readonly sentAt: string | null;
};

/** What the desk knows of an order besides what its page shows. Money is in minor units of `currency`. */
export type DeskOrder = {
  readonly currency: string;
  readonly subtotalMinor: number;
  readonly shippingMinor: number;
  readonly taxMinor: number;
  readonly discountMinor: number;
  readonly totalMinor: number;
  readonly shippingMethod: string | null;
  readonly financialStatus: string | null;
  readonly note: string | null;
  readonly shopperName: string | null;
  readonly email: string | null;
  /** The shopper's orders, counted up to `MOST_ORDERS` and one more; null where nobody is known to have ordered. */
  readonly orders: number | null;
  readonly points: number | null;
  readonly lines: readonly { readonly position: number; readonly sku: string; readonly unitPriceMinor: number }[];
  /** The outbound ones, first handed over first, as the page has them. */
  readonly parcels: readonly { readonly id: ShipmentId; readonly carrier: string; readonly trackingNumber: string }[];
  readonly delays: readonly DeskDelay[];
  readonly remedies: readonly DeskRemedy[];
  readonly messages: readonly DeskMessage[];
  readonly linkRevokedAt: string | null;
};

export const MOST_ORDERS = 99;

const of = (table: string): SQL => {
  const name = sql.identifier(table);
  return sql`${name}.merchant_id = o.merchant_id and ${name}.order_id = o.id`;
};

const delays = sql`
  select d.shipment_id as "shipmentId", d.state, d.reason, d.responsible, d.days_late as "daysLate", d.misses_needed as "missesNeeded",
    d.was_from as "wasFrom", d.was_to as "wasTo", d.now_from as "nowFrom", d.now_to as "nowTo", ${isoUtc("began_at")} as "beganAt",
    ${isoUtc("apologised_at")} as "apologisedAt", ${isoUtc("told_at")} as "toldAt", ${isoUtc("viewed_at")} as "viewedAt",
    ${isoUtc("solved_at")} as "solvedAt",
    (select row_to_json(r) from (
      select g.rule_id as "ruleId", g.rule_name as "ruleName", g.gesture, g.cost_minor as "costMinor", g.currency, g.code,
        ${isoUtc("granted_at")} as "grantedAt", g.request
      from gestures g where g.merchant_id = d.merchant_id and g.delay_id = d.id) r) as gesture
  from delays d where ${of("d")} order by d.began_at`;

const remedies = sql`
  select r.id, r.shipment_id as "shipmentId", r.remedy, r.state, ${isoUtc("chosen_at")} as "chosenAt", ${isoUtc("due_at")} as "dueAt"
  from remedies r where ${of("r")} order by r.chosen_at limit 50`;

const messages = sql`
  select m.milestone, m.channel, m.state, m.reason, ${isoUtc("created_at")} as "createdAt", ${isoUtc("sent_at")} as "sentAt"
  from messages m where ${of("m")} order by m.created_at limit 100`;

const lines = sql`
  select l.position, l.sku, l.unit_price_minor as "unitPriceMinor" from line_items l where ${of("l")} order by l.position`;

const parcels = sql`
  select s.id, s.carrier, s.tracking_number as "trackingNumber" from shipments s
  where ${of("s")} and s.direction = 'outbound' order by s.shipped_at, s.id`;

/**
 * All that the desk knows of an order besides what its page shows; null where the merchant has none. Uses primary keys,
 * shipments_by_order, delays_once, gestures_once, remedies_by_order, messages_once, orders_by_shopper and tracking_links_by_order.
 */
export async function findDeskOrder(
  tx: Tx,
  { merchantId, orderId }: { readonly merchantId: MerchantId; readonly orderId: OrderId },
): Promise<DeskOrder | null> {
  const [row] = await tx.execute<DeskOrder & Record<string, unknown>>(sql`
    select o.currency, o.subtotal_minor::float8 as "subtotalMinor", o.shipping_minor::float8 as "shippingMinor",
      o.tax_minor::float8 as "taxMinor", o.discount_minor::float8 as "discountMinor", o.total_minor::float8 as "totalMinor",
      o.shipping_method as "shippingMethod", o.financial_status as "financialStatus", o.note,
      coalesce(c.name, o.ship_name) as "shopperName", c.email,
      case when c.id is null then null else (select count(*)::int from (select 1 from orders x
        where x.merchant_id = o.merchant_id and x.shopper_id = c.id limit ${MOST_ORDERS + 1}) f) end as orders,
      (select sum(p.points)::int from loyalty_points p
        where p.merchant_id = o.merchant_id and p.shopper_id = o.shopper_id) as points,
      ${listOf(lines)} as lines, ${listOf(parcels)} as parcels, ${listOf(delays)} as delays, ${listOf(remedies)} as remedies,
      ${listOf(messages)} as messages,
      (select ${isoUtc("revoked_at")} from tracking_links k where ${of("k")}) as "linkRevokedAt"
    from orders o left join shoppers c on c.merchant_id = o.merchant_id and c.id = o.shopper_id
    where o.merchant_id = ${merchantId} and o.id = ${orderId}`);
  return row ?? null;
}

/** What carriers sent about the order's parcels, word for word, oldest first. */
export type RawWord = {
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly observedAt: string;
  readonly source: "poll" | "push" | "import";
  readonly kind: "scan" | "summary";
  readonly code: string | null;
  readonly raw: unknown;
};

/** As many as this tell the longest journey. */
const MOST_WORDS = 2_000;

/** Null where the merchant has no such order. Uses shipments_by_order and observations_by_shipment. */
export async function rawWordsOfOrder(
  tx: Tx,
  { merchantId, orderId }: { readonly merchantId: MerchantId; readonly orderId: OrderId },
): Promise<readonly RawWord[] | null> {
  const words = sql`
    select s.carrier, s.tracking_number as "trackingNumber", ${isoUtc("observed_at")} as "observedAt", w.source, w.kind, w.code, w.raw
    from shipments s cross join lateral (
      select * from observations where merchant_id = s.merchant_id and shipment_id = s.id
      order by observed_at, report_position limit ${MOST_WORDS}) w
    where ${of("s")} order by s.shipped_at, s.id, w.observed_at, w.report_position`;
  const [row] = await tx.execute<{ words: readonly RawWord[] }>(sql`
    select ${listOf(words)} as words from orders o where o.merchant_id = ${merchantId} and o.id = ${orderId}`);
  return row?.words ?? null;
}
