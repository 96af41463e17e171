import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { TOPICS, type Topic } from "#lib/promise/concern/concern.ts";

/** How much waits, each counted up to `MOST_IN_QUEUE` and one more. */
export type QueueCounts = Readonly<Record<Topic, number>> & {
  readonly open: number;
  readonly mine: number;
  readonly nobody: number;
  readonly overdue: number;
  readonly snoozed: number;
};

export const MOST_IN_QUEUE = 999;

/** In an index' order, since PostgreSQL would rather begin to read the table, whosever rows come first there. */
const upTo = (what: SQL, order: SQL) => sql`(select count(*)::int from (
  select 1 from desk_items where ${what} order by ${order} limit ${MOST_IN_QUEUE + 1}) x)`;
const byTime = sql`attend_by, id`;
const byTopic = sql`topic, attend_by, id`;
const byPerson = sql`assigned_to, attend_by, id`;

/** Cheap however long the queue is: no part of it is counted beyond a thousand. Indexes: desk_items_of_topic, desk_items_of_person, desk_items_open, desk_items_asleep. */
export async function queueCounts(
  tx: Tx,
  { merchantId, me }: { readonly merchantId: MerchantId; readonly me: string },
): Promise<QueueCounts> {
  const mine = sql`merchant_id = ${merchantId} and resolved_at is null`;
  const awake = sql`${mine} and (snoozed_until is null or snoozed_until <= now())`;
  const topics = sql.join(
    TOPICS.map((topic) => sql`${upTo(sql`${awake} and topic = ${topic}`, byTopic)} as ${sql.identifier(topic)}`),
    sql`, `,
  );
  const [row] = await tx.execute<QueueCounts>(sql`
    select ${topics}, ${upTo(awake, byTime)} as open, ${upTo(sql`${awake} and assigned_to = ${me}`, byPerson)} as mine,
      ${upTo(sql`${awake} and assigned_to is null`, byPerson)} as nobody, ${upTo(sql`${awake} and attend_by < now()`, byTime)} as overdue,
      ${upTo(sql`${mine} and snoozed_until > now()`, sql`snoozed_until`)} as snoozed`);
  if (row === undefined) throw new Error("A count has a row");
  return row;
}
