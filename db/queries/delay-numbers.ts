import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId, ShipmentId } from "#lib/kernel/ids.ts";

/** A delay for the desk: who was told when, and what was given. Instants as PostgreSQL writes them, days where it goes. */
export type DelayLine = {
  readonly id: string;
  readonly orderId: OrderId;
  readonly orderNumber: string;
  readonly shipmentId: ShipmentId | null;
  readonly carrier: string | null;
  readonly state: string;
  readonly level: string;
  readonly cause: string;
  readonly severity: number;
  readonly daysLate: number | null;
  readonly reason: string | null;
  readonly wasTo: string | null;
  readonly nowTo: string | null;
  readonly beganAt: string;
  readonly apologisedAt: string | null;
  readonly toldAt: string | null;
  readonly viewedAt: string | null;
  readonly solvedAt: string | null;
  readonly endedDaysLate: number | null;
  /** As it was granted; null for none. */
  readonly gesture: unknown;
};

/** Where a page of delays ends: the next one begins behind it. */
export type DelayCursor = Pick<DelayLine, "beganAt" | "id">;

/** A merchant's delays, newest first, behind `after`. Index: delays_by_time. */
export async function delaysBefore(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly after: DelayCursor | null; readonly limit: number },
): Promise<readonly DelayLine[]> {
  const { merchantId, after, limit } = input;
  const behind =
    after === null ? sql`` : sql`and (d.began_at, d.id) < (${after.beganAt}::timestamptz, ${after.id}::uuid)`;
  return tx.execute<DelayLine>(sql`
    select d.id, d.order_id as "orderId", o.number as "orderNumber", d.shipment_id as "shipmentId", s.carrier, d.state, d.level,
      d.cause, d.severity, d.days_late as "daysLate", d.reason, d.was_to as "wasTo", d.now_to as "nowTo",
      d.began_at as "beganAt", d.apologised_at as "apologisedAt", d.told_at as "toldAt", d.viewed_at as "viewedAt",
      d.solved_at as "solvedAt", d.ended_days_late as "endedDaysLate", g.gesture
    from delays d
    join orders o on o.merchant_id = d.merchant_id and o.id = d.order_id
    left join shipments s on s.merchant_id = d.merchant_id and s.id = d.shipment_id
    left join gestures g on g.merchant_id = d.merchant_id and g.delay_id = d.id
    where d.merchant_id = ${merchantId} ${behind}
    order by d.began_at desc, d.id desc limit ${limit}`);
}

/** How proactive a shop was: of `slipped` parcels and unsent orders, those whose promise passed, so many shoppers were told first. */
export type NoticeRate = { readonly slipped: number; readonly toldBefore: number };

/** Parcels that were handed over within so many days, by what they were handed over for. */
type Recent = { readonly merchantId: MerchantId; readonly days: number };

/**
 * Of the parcels whose promised day passed without them, and of the orders that were still with the shop then, how many
 * shoppers had been told before that day ended, and before they looked for the first time after that. What nobody ever noticed
 * counts as not told. Indexes: expectations_handed_over, delays_by_time.
 */
export async function noticeRate(tx: Tx, { merchantId, days }: Recent): Promise<NoticeRate> {
  const [row] = await tx.execute<NoticeRate>(sql`
    with slipped as (
      select d.told_at, d.viewed_at, ends
      from expectations e
      cross join lateral (select (e.promised_to + 1)::timestamp at time zone e.zone as ends) promised
      left join delays d on d.merchant_id = e.merchant_id and d.order_id = e.order_id and d.shipment_id = e.shipment_id
      where e.merchant_id = ${merchantId} and e.handed_over_at > now() - ${days} * interval '1 day'
        and coalesce(e.arrived_on > e.promised_to, e.is_open and ends < now())
      union all
      select d.told_at, d.viewed_at, (d.was_to + 1)::timestamp at time zone m.zone
      from delays d join merchants m on m.id = d.merchant_id
      where d.merchant_id = ${merchantId} and d.began_at > now() - ${days} * interval '1 day'
        and d.shipment_id is null and d.cause = 'passed' and d.was_to is not null)
    select count(*)::int as slipped, count(*) filter (where told_at < ends and (viewed_at is null
      or viewed_at >= told_at or viewed_at < ends))::int as "toldBefore"
    from slipped`);
  return row ?? { slipped: 0, toldBefore: 0 };
}

/** Parcels of which about the same chance to be late was believed at hand-over, and how many of them were. */
export type LateBucket = {
  /** The tenth of the chance: 0 for 0 to 0.1, 9 for 0.9 to 1. */
  readonly tenth: number;
  readonly parcels: number;
  readonly believed: number;
  readonly late: number;
};

/** What the chances were worth: parcels that arrived, by the chance at their hand-over. Index: expectations_handed_over. */
export async function lateBuckets(tx: Tx, { merchantId, days }: Recent): Promise<readonly LateBucket[]> {
  return tx.execute<LateBucket>(sql`
    select least(floor(late_first * 10), 9)::int as tenth, count(*)::int as parcels, avg(late_first)::float8 as believed,
      (count(*) filter (where arrived_on > promised_to))::float8 / count(*) as late
    from expectations
    where merchant_id = ${merchantId} and handed_over_at > now() - ${days} * interval '1 day'
      and late_first is not null and arrived_on is not null and promised_to is not null
    group by 1 order by 1`);
}

/** How good the learned windows were: of so many parcels that arrived, so many did within the window of their hand-over. */
export type WindowCoverage = { readonly parcels: number; readonly within: number };

/** The share within should be about 80 of 100. Index: expectations_handed_over. */
export async function windowCoverage(tx: Tx, { merchantId, days }: Recent): Promise<WindowCoverage> {
  const [row] = await tx.execute<WindowCoverage>(sql`
    select count(*)::int as parcels,
      count(*) filter (where arrived_on between learned_first_from and learned_first_to)::int as within
    from expectations
    where merchant_id = ${merchantId} and handed_over_at > now() - ${days} * interval '1 day'
      and learned_first_to is not null and arrived_on is not null`);
  return row ?? { parcels: 0, within: 0 };
}
