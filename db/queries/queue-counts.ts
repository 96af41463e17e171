import { sql } from "drizzle-orm";
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

const upTo = (what: ReturnType<typeof sql>) =>
  sql`(select count(*)::int from (select 1 from desk_items where ${what} limit ${MOST_IN_QUEUE + 1}) x)`;

/** Cheap however long the queue is: no part of it is counted beyond a thousand. Indexes: desk_items_of_topic, desk_items_of_person, desk_items_open. */
export async function queueCounts(
  tx: Tx,
  { merchantId, me }: { readonly merchantId: MerchantId; readonly me: string },
): Promise<QueueCounts> {
  const mine = sql`merchant_id = ${merchantId} and resolved_at is null`;
  const awake = sql`${mine} and (snoozed_until is null or snoozed_until <= now())`;
  const topics = sql.join(
    TOPICS.map((topic) => sql`${upTo(sql`${awake} and topic = ${topic}`)} as ${sql.identifier(topic)}`),
    sql`, `,
  );
  const [row] = await tx.execute<QueueCounts>(sql`
    select ${topics}, ${upTo(awake)} as open, ${upTo(sql`${awake} and assigned_to = ${me}`)} as mine,
      ${upTo(sql`${awake} and assigned_to is null`)} as nobody, ${upTo(sql`${awake} and attend_by < now()`)} as overdue,
      ${upTo(sql`${mine} and snoozed_until > now()`)} as snoozed`);
  if (row === undefined) throw new Error("A count has a row");
  return row;
}
