import { sql } from "drizzle-orm";
import { connect } from "#db/client.ts";

export type SteppedClock = {
  /** Sets the database's time for all who connect from now on, and for those who are connected. */
  readonly set: (iso: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * Gives a database a clock that stands until it is stepped: `now()` and `clock_timestamp()` of a schema that comes before
 * PostgreSQL's own. Everything that asks the database for the time runs unchanged.
 */
export async function steppedClock(ownerUrl: string, iso: string): Promise<SteppedClock> {
  const { db, close } = connect({ url: ownerUrl, maxConnections: 1, name: "bench clock" });
  const [row] = await db.execute<{ name: string }>(sql`select current_database() as name`);
  await db.execute(sql`create schema bench_clock`);
  await db.execute(sql`create table bench_clock.shown (at timestamptz not null)`);
  await db.execute(sql`insert into bench_clock.shown values (${iso}::timestamptz)`);
  for (const name of ["now", "clock_timestamp"]) {
    await db.execute(sql`
      create function bench_clock.${sql.identifier(name)}() returns timestamptz language sql stable
      as 'select at from bench_clock.shown'`);
  }
  await db.execute(sql`grant usage on schema bench_clock to public`);
  await db.execute(sql`grant select on bench_clock.shown to public`);
  await db.execute(
    sql`alter database ${sql.identifier(row?.name ?? "")} set search_path = bench_clock, public, pg_catalog`,
  );
  return {
    set: async (at) => void (await db.execute(sql`update bench_clock.shown set at = ${at}::timestamptz`)),
    close,
  };
}
