import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** For tests of indexes: a shop that is large enough for a scan to hurt. */

/** Orders of one line and one parcel each, some of them asked about. For the owner: half the time would go into foreign keys. */
export async function fillLargeShop(tx: Tx, tenant: MerchantId, count: number): Promise<void> {
  await tx.execute(sql`set local session_replication_role = replica`);
  await tx.execute(sql`insert into shoppers (merchant_id, id, email, email_key)
      select ${tenant}::uuid, gen_random_uuid(), 'p' || n || '@example.com', 'p' || n || '@example.com' from generate_series(1, ${count}) n`);
  await tx.execute(sql`insert into products (merchant_id, id, sku, title, title_as_of)
      select ${tenant}::uuid, gen_random_uuid(), 'S' || n, 'Product ' || n, now() from generate_series(1, ${count}) n`);
  await tx.execute(sql`insert into orders (merchant_id, id, number, number_key, shopper_id, placed_at, currency, subtotal_minor,
        shipping_minor, tax_minor, discount_minor, total_minor, source, source_hash)
      select ${tenant}::uuid, gen_random_uuid(), '#' || n, n, s.id, now() - n * interval '1 minute', 'GBP', 1, 0, 0, 0, 1, 'test', ''
      from generate_series(1, ${count}) n join shoppers s on s.email_key = 'p' || n || '@example.com'`);
  await tx.execute(sql`insert into line_items (merchant_id, order_id, position, product_id, sku, title, quantity, unit_price_minor)
      select o.merchant_id, o.id, 1, p.id, p.sku, p.title, 1, 1 from orders o join products p on p.sku = 'S' || o.number_key`);
  await tx.execute(sql`insert into shipments (merchant_id, id, order_id, carrier, tracking_number)
      select merchant_id, gen_random_uuid(), id, 'ups', '1Z' || number_key from orders`);
  await tx.execute(sql`insert into search_terms (merchant_id, term, kind, order_id, placed_at)
      select o.merchant_id, t.term, t.kind, o.id, o.placed_at from orders o cross join lateral
        (values (o.number_key, 'number'), ('1z' || o.number_key, 'tracking'), ('anna' || o.number_key::int % 50, 'name'), ('name' || o.number_key, 'name')) t (term, kind)`);
  await tx.execute(sql`insert into unsent_orders (merchant_id, order_id, due_on)
      select merchant_id, id, current_date + (random() * 100)::int from orders`);
  await tx.execute(sql`insert into shipment_items (merchant_id, shipment_id, order_id, position)
      select merchant_id, id, order_id, 1 from shipments`);
  await tx.execute(sql`insert into tracking_states (merchant_id, shipment_id, asked_at, checked_at)
      select merchant_id, id, now(), now() from shipments where tracking_number not like '1Z1%'`);
  await tx.execute(sql`insert into observations (merchant_id, id, shipment_id, kind, effect, status, source, content_hash)
      select merchant_id, gen_random_uuid(), id, 'scan', 'moves', 'in_transit', 'poll', ''
      from shipments where ascii(right(tracking_number, 1)) % 2 = 1`);
  await tx.execute(sql`insert into due_shipments (merchant_id, shipment_id, account_id, next_check_at)
      select s.merchant_id, s.id, a.id, now() + (row_number() over () - 500) * interval '1 second'
      from shipments s join carrier_accounts a on a.carrier = 'ups'`);
  await tx.execute(sql`insert into order_marks (merchant_id, mark, placed_at, order_id, subject_id)
      select s.merchant_id, k.mark, o.placed_at, o.id, s.id
      from shipments s join orders o on o.merchant_id = s.merchant_id and o.id = s.order_id
      cross join lateral (values ('carrier:ups'), ('status:pending')) k (mark)`);
  await tx.execute(sql`insert into promises (merchant_id, id, order_id, from_day, to_day, said_by, said_at)
      select merchant_id, gen_random_uuid(), id, current_date, current_date, 'checkout', now() from orders`);
}

/** Every fifth order is late, has had something, and its shopper has chosen. */
export async function fillDelays(tx: Tx): Promise<void> {
  await tx.execute(sql`insert into delays (merchant_id, id, order_id, shipment_id, state, level, cause, severity, began_at,
      apologised_at)
    select merchant_id, gen_random_uuid(), order_id, id, 'late', 'apology', 'passed', 1, now() - random() * interval '2 years', now() from shipments where tracking_number like '1Z4%'
    on conflict do nothing`);
  await tx.execute(sql`insert into gestures (merchant_id, id, delay_id, order_id, rule_id, rule_name, gesture, cost_minor, currency,
      month, granted_at, request)
    select merchant_id, gen_random_uuid(), id, order_id, 'r', 'R', '{}', 1, 'GBP', '2026-11-01', now(), 'queued' from delays`);
  await tx.execute(sql`insert into remedies (merchant_id, id, order_id, shipment_id, remedy, state, chosen_at, due_at, request)
    select merchant_id, gen_random_uuid(), order_id, id, 'refund', 'waiting', now(), now() + random() * interval '9 days', 'queued'
    from shipments where tracking_number like '1Z4%'`);
}

/** An offer of each order's own product, over ten years. */
export async function fillOffers(tx: Tx): Promise<void> {
  await tx.execute(sql`insert into offers (merchant_id, id, order_id, shopper_id, offered_at, shown, withheld, held_out)
    select o.merchant_id, gen_random_uuid(), o.id, o.shopper_id, now() - random() * interval '10 years',
      jsonb_build_array(jsonb_build_object('product', l.product_id, 'because', '{"kind": "popular"}'::jsonb)), '[]', random() < 0.1
    from orders o join line_items l on l.merchant_id = o.merchant_id and l.order_id = o.id`);
}

/** A model that was written a moment ago: every product sells alike, and the first stands for whom nothing is known of. */
export async function fillModel(tx: Tx, tenant: MerchantId): Promise<void> {
  await tx.execute(sql`insert into recommend_rows (merchant_id, generation, number, product_id, fresh, targets, strengths, counts)
    select merchant_id, 1, row_number() over () - 1, id, 1, '', '', '' from products where merchant_id = ${tenant}::uuid`);
  await tx.execute(sql`insert into recommend_models (merchant_id, generation, built_at, added_until, engine, settings, choice,
      product_count, orders, lines, highest, fallback, product_ids, priors, popularities)
    select ${tenant}::uuid, 1, now(), now(), 'popularity',
      '{"engine":"popularity","decay":1,"lengthPower":0,"weight":0,"habit":0}', '{}', count(*), count(*), count(*), 1,
      '\\x00000000', string_agg(uuid_send(product_id), ''::bytea order by number),
      string_agg('\\x0000803f'::bytea, ''::bytea), string_agg('\\x0000803f'::bytea, ''::bytea)
    from recommend_rows where merchant_id = ${tenant}::uuid and generation = 1`);
}

/** A queue as long as the shop, half of it done, of everything that there is a topic for. */
export async function fillQueue(tx: Tx): Promise<void> {
  await tx.execute(sql`insert into desk_items (merchant_id, id, subject_id, topic, kind, order_id, shipment_id, shopper_id, severity,
      since, attend_by, resolved_at)
    select o.merchant_id, gen_random_uuid(), s.id, (array['choice', 'trouble', 'unsent', 'shop', 'voice', 'number'])[1 + n % 6], 'lost',
      o.id, s.id, o.shopper_id, 2, now(), now() + (n - 2000) * interval '1 minute', case when n % 2 = 0 then now() end
    from (select *, row_number() over () as n from shipments) s
    join orders o on o.merchant_id = s.merchant_id and o.id = s.order_id`);
}
