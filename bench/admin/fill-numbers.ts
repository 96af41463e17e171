import { type SQL, sql } from "drizzle-orm";
import { connect } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** A shop whose orders and parcels are there. */
export type FilledShop = { readonly ownerUrl: string; readonly merchantId: MerchantId };

/**
 * What becomes of a shop's orders and parcels, made up in SQL as the owner: scans, promises, delays, gestures, choices, offers and
 * views, as a shop would have them. What is there already stays.
 */
export async function fillNumbers({ ownerUrl, merchantId }: FilledShop): Promise<void> {
  for (const statement of statementsOf(sql`${merchantId}::uuid`)) {
    // A session of its own: one that began with empty tables keeps plans that scan them.
    const { db, close } = connect({ url: ownerUrl, maxConnections: 1, statementTimeoutMs: 0, name: "bench numbers" });
    await db.execute(statement).finally(close);
  }
}

/** A made-up share of 0 to 1 that is the same each time, of an id and a question. */
const chance = (id: string, question: number) =>
  sql.raw(`(('x' || substr(md5(${id}::text || '${question}'), 1, 8))::bit(32)::bigint / 4294967296.0)`);

function statementsOf(shop: SQL): readonly SQL[] {
  const analyze = sql`analyze`;
  return [
    sql`insert into tracking_states (merchant_id, shipment_id, status, asked_at, checked_at)
      select s.merchant_id, s.id, case when o.placed_at > now() - interval '5 days' then 'in_transit'
        when ${chance("s.id", 1)} < 0.012 then 'returned' when ${chance("s.id", 1)} < 0.017 then 'lost' else 'delivered' end, now(), now()
      from shipments s join orders o on o.merchant_id = s.merchant_id and o.id = s.order_id where s.merchant_id = ${shop}
      on conflict (merchant_id, shipment_id) do update set status = excluded.status`,
    sql`insert into expectations (merchant_id, shipment_id, order_id, is_open, zone, carrier, handed_over_at, arrived_at, arrived_on,
        from_country, learned_first_from, learned_first_to, late_first, promised_from, promised_to, judged_at)
      select s.merchant_id, s.id, o.id, t.status = 'in_transit', 'Europe/London', s.carrier, h.at, a.at, a.at::date,
        case when ${chance("s.id", 2)} < 0.8 then 'GB' else 'DE' end, h.at::date + 1, h.at::date + 4,
        least(0.98, power(${chance("s.id", 3)}, 4)), o.placed_at::date + 3, o.placed_at::date + 4, now()
      from shipments s
      join orders o on o.merchant_id = s.merchant_id and o.id = s.order_id
      join tracking_states t on t.merchant_id = s.merchant_id and t.shipment_id = s.id
      cross join lateral (select o.placed_at + interval '20 hours' as at) h
      cross join lateral (select case when t.status = 'delivered' then h.at + (1 + 2 * ${chance("s.id", 4)}
        + 6 * power(${chance("s.id", 3)}, 4)) * interval '1 day' end as at) a
      where s.merchant_id = ${shop} on conflict do nothing`,
    analyze,
    sql`insert into delays (merchant_id, id, order_id, shipment_id, state, level, cause, severity, was_to, began_at, apologised_at,
        told_at, viewed_at)
      select e.merchant_id, gen_random_uuid(), e.order_id, e.shipment_id, 'late', 'apology', 'passed', 1, e.promised_to, b.at, b.at,
        case when ${chance("e.shipment_id", 5)} < 0.8 then b.at else b.at + interval '3 days' end, b.at + interval '2 days'
      from expectations e cross join lateral (select e.promised_to::timestamptz as at) b
      where e.merchant_id = ${shop} and (e.arrived_on > e.promised_to or e.arrived_on is null and e.promised_to < current_date)
      on conflict do nothing`,
    sql`insert into gestures (merchant_id, id, delay_id, order_id, rule_id, rule_name, gesture, cost_minor, currency, month, granted_at,
        request)
      select merchant_id, gen_random_uuid(), id, order_id, 'r', 'R', case when ${chance("id", 6)} < 0.5
        then '{"kind": "shipping_refund"}' else '{"kind": "percent_off", "percent": 10, "on": "next_order"}' end::jsonb,
        300 + (500 * ${chance("id", 7)})::int, 'GBP', date_trunc('month', began_at at time zone 'Europe/London')::date, began_at, 'sent'
      from delays where merchant_id = ${shop} and ${chance("id", 8)} < 0.4 on conflict do nothing`,
    sql`insert into gesture_spend (merchant_id, month, spent_minor)
      select merchant_id, month, sum(cost_minor) from gestures where merchant_id = ${shop} group by 1, 2 on conflict do nothing`,
    sql`insert into remedies (merchant_id, id, order_id, shipment_id, remedy, state, chosen_at, settled_at)
      select merchant_id, gen_random_uuid(), order_id, shipment_id,
        (array['wait', 'wait', 'wait', 'reship', 'refund', 'person', 'person', 'address'])[1 + floor(8 * ${chance("id", 9)})::int],
        case when ${chance("id", 10)} < 0.1 then 'taken_back' else 'done' end, began_at + interval '1 day', began_at + interval '2 days'
      from delays where merchant_id = ${shop} and ${chance("id", 11)} < 0.35`,
    sql`insert into page_views (merchant_id, day, order_id, state, views)
      select o.merchant_id, o.placed_at::date + g.n, o.id, (array['preparing', 'arriving', 'arriving', 'delivered', 'delayed'])[1 + g.n
        + case when ${chance("o.id", 12)} < 0.1 then 1 else 0 end], 1 + floor(3 * ${chance("o.id", 13)})::int
      from orders o cross join generate_series(0, 3) g(n)
      where o.merchant_id = ${shop} and ${chance("o.id", 14)} < 0.55 and o.placed_at::date + g.n <= current_date on conflict do nothing`,
    sql`insert into offers (merchant_id, id, order_id, shopper_id, offered_at, shown, withheld, reason, held_out)
      select o.merchant_id, gen_random_uuid(), o.id, o.shopper_id, o.placed_at + interval '5 days', p.shown,
        '[{"reason": "owned"}, {"reason": "same_category"}]', case when ${chance("o.id", 15)} < 0.2 then 'hold_out'
        when ${chance("o.id", 15)} < 0.3 then 'open_problem' when ${chance("o.id", 15)} < 0.34 then 'no_consent' end, ${chance("o.id", 15)} < 0.2
      from orders o cross join (
        select coalesce(jsonb_agg(jsonb_build_object('product', id)), '[]') as shown
        from (select id from products where merchant_id = ${shop} order by id limit 4) first) p
      where o.merchant_id = ${shop} and ${chance("o.id", 16)} < 0.5 and o.placed_at < now() - interval '5 days'`,
    sql`insert into offer_sights (merchant_id, offer_id, product_id, kind, at)
      select f.merchant_id, f.id, (f.shown->0->>'product')::uuid, k.kind, f.offered_at
      from offers f cross join (values ('seen', 0.7), ('clicked', 0.06)) k(kind, share)
      where f.merchant_id = ${shop} and f.reason is null and f.shown <> '[]' and ${chance("f.id", 17)} < k.share on conflict do nothing`,
    analyze,
  ];
}
