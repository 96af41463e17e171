import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { arrivedNumbers } from "./arrived-numbers.ts";
import type { CountedDays } from "./counted-days.ts";
import { dueNumbers } from "./due-numbers.ts";
import { offeredNumbers } from "./offered-numbers.ts";
import { placedNumbers } from "./placed-numbers.ts";
import { seenNumbers } from "./seen-numbers.ts";

/** What is counted together, since it hangs on the same day of a thing: the order's, the promise's, the arrival's ... */
export const TOPICS = ["placed", "due", "arrived", "offered", "seen"] as const;
export type Topic = (typeof TOPICS)[number];

type Counting = { readonly measures: readonly string[]; readonly numbers: (counted: CountedDays) => SQL };

const COUNTINGS: Readonly<Record<Topic, Counting>> = {
  placed: { measures: ["orders", "contacts", "cancelled"], numbers: placedNumbers },
  due: { measures: ["due", "slipped", "told", "chance", "chance_kept"], numbers: dueNumbers },
  arrived: { measures: ["transit", "window"], numbers: arrivedNumbers },
  offered: { measures: ["rows", "offered", "withheld"], numbers: offeredNumbers },
  seen: { measures: ["seen"], numbers: seenNumbers },
};

/** All that is counted by day. */
export const MEASURES: readonly string[] = TOPICS.flatMap((topic) => COUNTINGS[topic].measures);

/** Counts these days of a topic anew, in place of what was counted of them. Index: the key of daily_numbers. */
export async function countDays(tx: Tx, { topic, ...counted }: CountedDays & { readonly topic: Topic }): Promise<void> {
  const { measures, numbers } = COUNTINGS[topic];
  const { merchantId, days } = counted;
  if (days.length === 0) return;
  const list = (texts: readonly string[]) =>
    sql`array(select jsonb_array_elements_text(${JSON.stringify(texts)}::text::jsonb))`;
  await tx.execute(sql`
    delete from daily_numbers
    where merchant_id = ${merchantId} and measure = any(${list(measures)}) and day = any(${list(days)}::date[])`);
  await tx.execute(sql`
    insert into daily_numbers (merchant_id, measure, day, part, bucket, count, sum)
    select ${merchantId}::uuid, measure, day, part, bucket, count, sum from (${numbers(counted)}) counted`);
}
