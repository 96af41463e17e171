import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { Heard } from "./open-pages.ts";
import { percentile } from "./percentile.ts";

/** What is kept of the pushes; tells on stderr how long each step of their way took. */
export async function tellSteps(
  ownerDb: Db,
  heard: readonly Heard[],
): Promise<{ readonly scans: number; readonly summaries: number }> {
  const waits = await ownerDb.execute<{ ms: number }>(sql`
    select (extract(epoch from worked_at - received_at) * 1000)::float8 as ms from carrier_pushes where worked_at is not null`);
  tell(
    "From sending to the open page",
    heard.map(({ ms }) => ms),
  );
  tell(
    "of that from stored to taken by the worker",
    waits.map(({ ms }) => ms),
  );
  const outcomes = await ownerDb.execute<{ outcome: string | null; times: number }>(sql`
    select outcome, count(*)::int as times from carrier_pushes group by outcome order by outcome`);
  console.error(`Outcomes: ${outcomes.map(({ outcome, times }) => `${outcome ?? "waiting"} ${times}`).join(", ")}`);
  const [kept] = await ownerDb.execute<{ scans: number; summaries: number }>(sql`
    select count(*) filter (where kind = 'scan')::int as scans, count(*) filter (where kind = 'summary')::int as summaries
    from observations`);
  return kept ?? { scans: 0, summaries: 0 };
}

function tell(what: string, values: readonly number[]): void {
  const of = (share: number) => Math.round(percentile(values, share));
  console.error(`${what}: p50 ${of(0.5)} ms, p95 ${of(0.95)} ms, p99 ${of(0.99)} ms`);
}
