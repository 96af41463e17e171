import { sql } from "drizzle-orm";
import * as z from "zod";
import type { Db } from "#db/client.ts";

const column = z.object({
  name: z.string(),
  type: z.string(),
  required: z.boolean(),
  hasDefault: z.boolean(),
  /** PostgreSQL makes it from others: nobody writes it. */
  isMade: z.boolean(),
  /** One of the values that a check allows. */
  choice: z.string().nullable(),
});
const foreignKey = z.object({ parent: z.string(), columns: z.array(z.string()), parentColumns: z.array(z.string()) });
const table = z.object({
  name: z.string(),
  /** `merchant_id`, or `id` of the merchants themselves; null for a table that belongs to nobody. */
  tenantColumn: z.string().nullable(),
  rowSecurity: z.boolean(),
  forced: z.boolean(),
  owner: z.string(),
  columns: z.array(column),
  foreignKeys: z.array(foreignKey),
});

export type ForeignKey = z.infer<typeof foreignKey>;
export type Table = z.infer<typeof table>;

/** Every table of schema `public` as PostgreSQL knows it, so that no test can forget a new one. */
export async function readCatalogue(db: Db): Promise<readonly Table[]> {
  const rows = await db.execute(sql`
    select c.relname as name, c.relrowsecurity as "rowSecurity", c.relforcerowsecurity as forced,
      pg_get_userbyid(c.relowner) as owner,
      case when c.relname = 'merchants' then 'id'
           else (select attname from pg_attribute where attrelid = c.oid and attname = 'merchant_id') end as "tenantColumn",
      (select jsonb_agg(jsonb_build_object(
          'name', a.attname, 'type', format_type(a.atttypid, null), 'required', a.attnotnull, 'hasDefault', a.atthasdef,
          'isMade', a.attgenerated <> '',
          'choice', (select substring(pg_get_constraintdef(k.oid) from '[(]' || a.attname || ' = ANY [(]ARRAY\\[''([^'']+)''')
                     from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'
                       and pg_get_constraintdef(k.oid) like '%(' || a.attname || ' = ANY (ARRAY[%' limit 1)
        ) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select jsonb_agg(jsonb_build_object('parent', p.relname,
          'columns', (select jsonb_agg(attname order by n) from unnest(f.conkey) with ordinality u(k, n)
                      join pg_attribute on attrelid = f.conrelid and attnum = k),
          'parentColumns', (select jsonb_agg(attname order by n) from unnest(f.confkey) with ordinality u(k, n)
                            join pg_attribute on attrelid = f.confrelid and attnum = k)))
        from pg_constraint f join pg_class p on p.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f'), '[]') as "foreignKeys"
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`);
  return z.array(table).parse([...rows]);
}
