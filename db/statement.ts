import { fillPlaceholders, type SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { ISql } from "postgres";
import type { Tx } from "./client.ts";

type Values = Readonly<Record<string, string | number>>;

/** SQL that is written out once and that each connection prepares at its first use; then only the values travel. */
export type Statement<Row> = { readonly text: string; readonly params: readonly unknown[]; readonly row?: Row };

const dialect = new PgDialect();

/** A statement of a query whose values are `sql.placeholder(name)`. For what is asked at every page view. */
export function statement<Row>(query: SQL): Statement<Row> {
  const { sql: text, params } = dialect.sqlToQuery(query);
  return { text, params };
}

/** Asks on a connection, behind what was asked there before. A database URL with `?prepare=false` has it planned each time. */
export function ask<Row>(driver: ISql, { text, params }: Statement<Row>, values: Values): Promise<readonly Row[]> {
  return driver.unsafe<Row[]>(text, fillPlaceholders([...params], { ...values }) as string[], { prepare: true });
}

/** The same within a transaction, which sees its tenant's rows only. */
export async function askWithin<Row>(tx: Tx, read: Statement<Row>, values: Values): Promise<readonly Row[]> {
  const query = { sql: read.text, params: [...read.params] };
  // A name has it prepared by the driver, which tells statements apart by their text.
  const prepared = tx._.session.prepareQuery(query, undefined, "prepared", false);
  return (await prepared.execute({ ...values })) as readonly Row[];
}
