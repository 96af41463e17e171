import { type SQL, sql } from "drizzle-orm";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** Rows of one table, as an `insert`. */
export type TableRows = { readonly table: string; readonly insert: SQL };

/*
 * What stands in a large shop. Ids are made of numbers, so that one table finds the other by arithmetic; what is chosen by chance
 * is so by a hash of the number: two runs make the same shop.
 */

const FIRST = "Anna,Ben,Chloe,David,Emma,Finn,Grace,Hugo,Ivy,Jack,Kai,Lena,Mia,Noah,Olga,Paul,Quinn,Rosa,Sam,Tara";
const LAST =
  "Smith,Jones,Müller,Brown,Taylor,Davies,Evans,Thomas,Johnson,Roberts,Walker,Wright,Robinson,Thompson,White,Hughes,Edwards,Green,Hall,Wood,Harris,Clarke,Jackson,Turner,Hill,Cooper,Ward,Moore,King,Watson,Baker,Lee,Morris,Allen,Scott,Young,Adams,Mitchell,Carter,Phillips";
const KINDS = "jacket,hat,scarf,gloves,boots,shirt,jumper,trousers,socks,belt,bag,coat,dress,skirt,vest,cap";
const STUFFS = "wool,cotton,linen,silk,leather,rain,winter,summer,light,warm,soft,long,short,striped,plain,heavy";
const DAYS = 1_095;
const PRODUCTS = 5_000;

/** An id of the table of this letter. */
const id = (letter: string, n: SQL) =>
  sql`(${letter} || '0000000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
/** A number from 0 to below `most`, by chance but always the same. */
const chance = (n: SQL, salt: string, most: number) =>
  sql`((hashtextextended(${n}::text, ${sql.raw(String(salt.length * 7 + salt.charCodeAt(0)))}) & 2147483647) % ${most})`;
const oneOf = (list: string, n: SQL) => {
  const words = list.split(",");
  return sql`(string_to_array(${list}, ','))[1 + (${n} % ${words.length})]`;
};
const merchant = (merchantId: MerchantId) => sql`${merchantId}::uuid`;

/** A third as many people as orders, and products whose words many share. */
export function peopleAndProducts(merchantId: MerchantId, orders: number): readonly TableRows[] {
  const n = sql`n`;
  const people = Math.ceil(orders / 3);
  return [
    {
      table: "shoppers",
      insert: sql`
        insert into shoppers (merchant_id, id, email, email_key, name)
        select ${merchant(merchantId)}, ${id("a", n)}, 'p' || n || '@example.com', 'p' || n || '@example.com',
          ${oneOf(FIRST, chance(n, "first", 20))} || ' ' || ${oneOf(LAST, chance(n, "last name", 40))}
        from generate_series(1, ${people}::int) n`,
    },
    {
      table: "products",
      insert: sql`
        insert into products (merchant_id, id, sku, title, title_as_of)
        select ${merchant(merchantId)}, ${id("b", n)}, 'SKU-' || lpad(n::text, 5, '0'),
          initcap(${oneOf(STUFFS, n)} || ' ' || ${oneOf(STUFFS, sql`(n / 16)`)} || ' ' || ${oneOf(KINDS, sql`(n / 256)`)}), now()
        from generate_series(0, ${PRODUCTS - 1}::int) n`,
    },
  ];
}

/** Orders of three years, the newest a minute old, one or two lines each, and what was promised. */
export function orderRows(merchantId: MerchantId, orders: number): readonly TableRows[] {
  const n = sql`n`;
  const minutes = (DAYS * 1_440) / orders;
  const line = (position: number) => sql`chance_of_line.${sql.identifier(`p${position}`)}`;
  return [
    {
      table: "orders",
      insert: sql`
        insert into orders (merchant_id, id, number, number_key, shopper_id, placed_at, currency, subtotal_minor, shipping_minor,
          tax_minor, discount_minor, total_minor, source, source_hash, ship_city, ship_country)
        select ${merchant(merchantId)}, ${id("c", n)}, '#' || (100000 + n), (100000 + n)::text,
          ${id("a", sql`(1 + ${chance(n, "shopper", Math.ceil(orders / 3))})`)},
          now() - (${orders}::int - n + 1) * ${minutes}::float8 * interval '1 minute', 'GBP', 4900, 0, 0, 0, 4900, 'bench', '', 'Leeds', 'GB'
        from generate_series(1, ${orders}::int) n`,
    },
    {
      table: "line_items",
      insert: sql`
        insert into line_items (merchant_id, order_id, position, product_id, sku, title, quantity, unit_price_minor)
        select ${merchant(merchantId)}, ${id("c", n)}, at.position, p.id, p.sku, p.title, 1, 4900
        from generate_series(1, ${orders}::int) n
        cross join lateral (select ${chance(n, "one", PRODUCTS)}::int as p1, ${chance(n, "second", PRODUCTS)}::int as p2) chance_of_line
        cross join lateral (values (1, ${line(1)}), (2, ${line(2)})) at (position, product)
        join products p on p.merchant_id = ${merchant(merchantId)} and p.id = ${id("b", sql`at.product`)}
        where at.position = 1 or n % 2 = 0`,
    },
    {
      table: "promises",
      insert: sql`
        insert into promises (merchant_id, id, order_id, from_day, to_day, said_by, said_at)
        select merchant_id, ${id("d", sql`number_key::bigint`)}, id, (placed_at + interval '2 days')::date,
          (placed_at + interval '4 days')::date, 'checkout', placed_at
        from orders`,
    },
  ];
}

/** Parcels of all orders but the newest, with three carriers; what is older than ten days has mostly arrived. */
export function parcelRows(merchantId: MerchantId): readonly TableRows[] {
  const n = sql`o.number_key::bigint`;
  const status = sql`case
      when o.placed_at > now() - interval '10 days' then
        (array['info_received', 'picked_up', 'in_transit', 'in_transit', 'customs', 'out_for_delivery', 'delivered'])[1 + ${chance(n, "new", 7)}]
      else case ${chance(n, "old status", 1_000)} when 0 then 'lost' when 1 then 'exception' when 2 then 'returned' when 3 then 'returned'
        when 4 then 'expired' when 5 then 'available_for_pickup' else 'delivered' end end`;
  return [
    {
      table: "shipments",
      insert: sql`
        insert into shipments (merchant_id, id, order_id, carrier, tracking_number, shipped_at)
        select ${merchant(merchantId)}, ${id("e", n)}, o.id, (array['ups', 'dhl', 'royal-mail', 'royal-mail'])[1 + ${chance(n, "who", 4)}],
          '1Z' || lpad((number_key::bigint * 7919 % 10000000000)::text, 10, '0'), o.placed_at + interval '1 day'
        from orders o where o.placed_at < now() - interval '1 day'`,
    },
    {
      table: "tracking_states",
      insert: sql`
        insert into tracking_states (merchant_id, shipment_id, status, asked_at, checked_at, news_at, facts)
        select ${merchant(merchantId)}, ${id("e", n)}, ${status}, now(), now(), now(), ''
        from orders o where o.placed_at < now() - interval '1 day'`,
    },
    {
      table: "order_marks",
      insert: sql`
        insert into order_marks (merchant_id, mark, placed_at, order_id, subject_id)
        select o.merchant_id, k.mark, o.placed_at, o.id, k.subject_id
        from orders o left join shipments s on s.merchant_id = o.merchant_id and s.order_id = o.id
        left join tracking_states t on t.merchant_id = s.merchant_id and t.shipment_id = s.id
        cross join lateral (
          select 'status:' || t.status as mark, s.id as subject_id where s.id is not null
          union all select 'carrier:' || s.carrier, s.id where s.id is not null
          union all select 'unsent', o.id where s.id is null) k`,
    },
  ];
}

/** One parcel in twelve was late, and of those of the last twenty days all still are. Some shoppers wait for an answer. */
export function openDelays(merchantId: MerchantId): readonly TableRows[] {
  const n = sql`o.number_key::bigint`;
  const late = sql`from orders o where o.placed_at < now() - interval '1 day' and ${chance(n, "late", 12)} = 0`;
  const isOpen = sql`o.placed_at > now() - interval '20 days'`;
  return [
    {
      table: "delays",
      insert: sql`
        insert into delays (merchant_id, id, order_id, shipment_id, state, level, cause, severity, began_at, told_at, solved_at)
        select ${merchant(merchantId)}, ${id("f", n)}, o.id, ${id("e", n)},
          (array['at_risk', 'at_risk', 'late', 'late', 'late', 'stuck', 'lost'])[1 + ${chance(n, "which", 7)}], 'apology', 'passed', 2,
          o.placed_at + interval '3 days', o.placed_at + interval '3 days',
          case when ${isOpen} then null else o.placed_at + interval '6 days' end ${late}`,
    },
    {
      table: "remedies",
      insert: sql`
        insert into remedies (merchant_id, id, order_id, shipment_id, remedy, state, chosen_at, due_at, settled_at)
        select ${merchant(merchantId)}, ${id("9", n)}, o.id, ${id("e", n)}, 'refund',
          case when ${isOpen} then 'waiting' else 'done' end, o.placed_at + interval '4 days', o.placed_at + interval '6 days',
          case when ${isOpen} then null else o.placed_at + interval '5 days' end ${late} and ${chance(n, "chosen", 5)} = 0`,
    },
  ];
}

/** The words by which each order is found, as `writeSearchTerms` writes them. */
export function searchRows(merchantId: MerchantId): readonly TableRows[] {
  return [
    {
      table: "search_terms",
      insert: sql`
        insert into search_terms (merchant_id, term, kind, order_id, placed_at)
        select ${merchant(merchantId)}, t.term, t.kind, o.id, o.placed_at
        from orders o join shoppers p on p.merchant_id = o.merchant_id and p.id = o.shopper_id
        cross join lateral (
          select o.number_key as term, 'number' as kind
          union select reverse(o.number_key), 'number_end'
          union select p.email, 'email'
          union select regexp_split_to_table(translate(lower(p.name), 'ü', 'u'), ' '), 'name'
          union select lower(s.tracking_number), 'tracking' from shipments s where s.merchant_id = o.merchant_id and s.order_id = o.id
          union select reverse(lower(s.tracking_number)), 'tracking_end' from shipments s
            where s.merchant_id = o.merchant_id and s.order_id = o.id
          union select regexp_split_to_table(lower(l.title), ' '), 'product' from line_items l
            where l.merchant_id = o.merchant_id and l.order_id = o.id
          union select replace(lower(l.sku), '-', ''), 'sku' from line_items l
            where l.merchant_id = o.merchant_id and l.order_id = o.id
        ) t`,
    },
  ];
}
