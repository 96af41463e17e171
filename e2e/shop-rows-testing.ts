import { sql } from "drizzle-orm";
import { connect } from "#db/client.ts";

/** What stands in the database of one shop, whoever looks. */
export type ShopRows = {
  /** Ids of its rows, of every table. */
  readonly ids: readonly string[];
  /** What nobody else may read: addresses, numbers of parcels and orders, names, titles. */
  readonly secrets: readonly string[];
};

/** What shoppers' looks and carriers' news change by themselves, while other journeys run. */
const MOVING: ReadonlySet<string> = new Set([
  ...["due_shipments", "tracking_states", "observations", "expectations", "promises", "delays", "order_marks"],
  ...["messages", "offers", "offer_sights", "unsent_orders", "unknown_codes", "call_budgets", "account_pauses"],
  ...["tracking_links", "link_index", "carrier_pushes", "recommend_runs", "page_views", "daily_numbers"],
  // Notes of the days on which the above changed; what else leaves such notes (orders, choices, the queue) is compared itself.
  "touched_days",
]);

/** Reads and compares what stands in the database at this address, as its owner. `close` it. */
export function openRows(databaseUrl: string) {
  const { db, close } = connect({ url: databaseUrl, maxConnections: 1, name: "desk fuzz" });
  // The catalogue itself: information_schema takes seconds for it.
  const tables = db
    .execute<{ table: string; ids: readonly string[] | null }>(sql`
      select c.relname as table,
        array_agg(a.attname::text) filter (where a.atttypid = 'uuid'::regtype and a.attname <> 'merchant_id') as ids
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and exists (select 1 from pg_attribute m where m.attrelid = c.oid and m.attname = 'merchant_id')
      group by 1 order by 1`)
    .then((rows) => [...rows]);
  const merchantOf = async (slug: string) => {
    const [row] = await db.execute<{ id: string }>(sql`select merchant_id as id from slug_index where slug = ${slug}`);
    if (row === undefined) throw new Error(`There is no shop ${slug}`);
    return row.id;
  };
  return {
    close,
    rowsOf: async (slug: string): Promise<ShopRows> => {
      const merchantId = await merchantOf(slug);
      const ids = new Set<string>([merchantId]);
      for (const { table, ids: columns } of await tables) {
        for (const column of columns ?? []) {
          const [t, c] = [sql.identifier(table), sql.identifier(column)];
          const found = await db.execute<{ id: string }>(
            sql`select distinct ${c} as id from ${t} where merchant_id = ${merchantId} and ${c} is not null limit 8`,
          );
          for (const { id } of found) ids.add(id);
        }
      }
      const told = await db.execute<{ text: string }>(sql`
        select email as text from shoppers where merchant_id = ${merchantId}
        union select name from shoppers where merchant_id = ${merchantId}
        union select tracking_number from shipments where merchant_id = ${merchantId}
        union select number from orders where merchant_id = ${merchantId}
        union select title from products where merchant_id = ${merchantId}`);
      return { ids: [...ids], secrets: told.map(({ text }) => text).filter((text) => (text?.length ?? 0) > 5) };
    },
    /** A checksum of each of the shop's tables that nothing but its own desk changes. */
    checksums: async (slug: string): Promise<Readonly<Record<string, string>>> => {
      const merchantId = await merchantOf(slug);
      const sums: Record<string, string> = {};
      for (const { table } of await tables) {
        if (MOVING.has(table)) continue;
        const [row] = await db.execute<{ sum: string | null }>(sql`
          select md5(string_agg(t::text, '|' order by t::text)) as sum from ${sql.identifier(table)} t
          where t.merchant_id = ${merchantId}`);
        sums[table] = row?.sum ?? "";
      }
      return sums;
    },
    /** Every change at a desk is written down with who made it: what somebody did at a shop, in whichever table. */
    deedsOf: async (slug: string, email: string): Promise<readonly string[]> => {
      const rows = await db.execute<{ action: string }>(sql`
        select action from audit where merchant_id = ${await merchantOf(slug)}
          and actor = (select id::text from auth."user" where email = ${email})`);
      return rows.map(({ action }) => action);
    },
  };
}
