import { sql } from "drizzle-orm";
import * as z from "zod";
import type { Db } from "#db/client.ts";
import { type ForeignKey, readCatalogue, type Table } from "./catalogue.ts";

type Row = Readonly<Record<string, unknown>>;

/** What the catalogue cannot tell: formats, and columns that only go together. */
const PARTICULAR: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  merchants: { currency: "EUR" },
  observations: { effect: "informs" },
};

/**
 * Puts one plausible row of this merchant into every table of schema `public`, as the owner. New tables need nothing here
 * unless a check asks for a format. Throws with the table's name when a row is refused.
 */
export async function fillEveryTable(ownerDb: Db, merchantId: string): Promise<void> {
  const tables = new Map((await readCatalogue(ownerDb)).map((table) => [table.name, table]));
  const rows = new Map<string, Row>();
  const fill = async (table: Table): Promise<void> => {
    if (rows.has(table.name)) return;
    const needed = table.foreignKeys.filter((key) => key.columns.every((name) => isRequired(table, name)));
    for (const { parent } of needed) {
      const parentTable = tables.get(parent);
      if (parentTable !== undefined) await fill(parentTable);
    }
    rows.set(table.name, await insert(ownerDb, table, valuesFor(table, needed, rows, merchantId)));
  };
  for (const table of tables.values()) await fill(table);
  // What was put in has left notes beside the table's own row.
  await ownerDb.execute(
    sql`delete from touched_days where merchant_id = ${merchantId} and id <> ${rows.get("touched_days")?.id}`,
  );
}

function isRequired(table: Table, column: string): boolean {
  return table.columns.some(({ name, required }) => name === column && required);
}

function valuesFor(table: Table, keys: readonly ForeignKey[], rows: ReadonlyMap<string, Row>, merchantId: string): Row {
  const values: Record<string, unknown> = {};
  for (const { name, type, required, hasDefault, choice } of table.columns) {
    if (required && !hasDefault) values[name] = choice ?? plausible(type, merchantId);
  }
  for (const key of keys) {
    for (const [at, column] of key.columns.entries())
      values[column] = rows.get(key.parent)?.[key.parentColumns[at] ?? ""];
  }
  const own = { [table.tenantColumn ?? ""]: merchantId };
  return { ...values, ...PARTICULAR[table.name], ...(table.tenantColumn === null ? {} : own) };
}

function plausible(type: string, merchantId: string): unknown {
  switch (type) {
    case "uuid":
      return crypto.randomUUID();
    case "smallint":
    case "integer":
    case "bigint":
    case "real":
    case "double precision":
      return 1;
    case "boolean":
      return true;
    case "jsonb":
      return {};
    case "date":
      return "2026-11-04";
    case "timestamp with time zone":
      return "2026-11-04T09:00:00Z";
    case "bytea":
      return "\\x00";
    default:
      // Unique between merchants, and a valid slug.
      return `x${merchantId}`;
  }
}

const inserted = z.array(z.object({ row: z.record(z.string(), z.unknown()) }));

/** By way of JSON, so that PostgreSQL itself reads each value as its column's type. */
async function insert(db: Db, table: Table, values: Row): Promise<Row> {
  const name = sql.identifier(table.name);
  const columns = sql.join(
    Object.keys(values).map((column) => sql.identifier(column)),
    sql`, `,
  );
  try {
    const result = await db.execute(sql`
      insert into ${name} as t (${columns})
      select ${columns} from jsonb_populate_record(null::${name}, ${JSON.stringify(values)}::text::jsonb)
      returning to_jsonb(t) as row`);
    return inserted.parse(result)[0]?.row ?? {};
  } catch (cause) {
    throw new Error(`No row could be made for ${table.name}; its formats may belong into PARTICULAR`, { cause });
  }
}
