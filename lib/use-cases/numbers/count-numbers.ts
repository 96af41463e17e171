import { Temporal } from "temporal-polyfill";
import type { Db, Tx } from "#db/client.ts";
import { countDays, TOPICS, type Topic } from "#db/queries/numbers/count-days.ts";
import {
  type CountedSpan,
  type CountingState,
  countedSpan,
  dropCountedOutside,
  findCountingState,
  noteCounted,
} from "#db/queries/numbers/number-counts.ts";
import { forgetTouchedDays, lockCounting, takeTouchedDays } from "#db/queries/numbers/touched-days.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { countHoldOut } from "./count-hold-out.ts";

/** So many days of a topic are counted by one statement: in a very large shop some seconds. */
const DAYS_AT_ONCE = 7;
/** Wherever a parcel goes, its day is over within two of ours. */
const TURNING_DAYS = 2;

type Deps = { readonly db: Db };
type Shop = { readonly merchantId: MerchantId };

/** How many days of a topic were counted. */
export type Counted = { readonly days: number };

/**
 * Counts what a shop's numbers lack: days that were touched since, and those that time itself changes (a promise passes). All
 * of it the first time, and when the shop's clock is another one. Doing it twice does no harm. Ends early when `stopping` is
 * aborted.
 */
export async function countNumbers(
  deps: Deps & { readonly stopping: AbortSignal },
  { merchantId }: Shop,
): Promise<Counted> {
  const state = await withTenant(deps.db, merchantId, (tx) => findCountingState(tx, { merchantId }));
  if (state.countedZone !== state.zone) return rebuildNumbers(deps, { merchantId });
  let days = 0;
  while (!deps.stopping.aborted) {
    const taken = await withTenant(deps.db, merchantId, (tx) => countTouched(tx, { merchantId, zone: state.zone }));
    if (taken === 0) break;
    days += taken;
  }
  if (!deps.stopping.aborted) await withTenant(deps.db, merchantId, (tx) => countTurning(tx, merchantId, state));
  if (!state.isSameHour && state.countedOn !== state.today) await countHoldOut(deps, { merchantId });
  return { days };
}

async function countTouched(tx: Tx, { merchantId, zone }: Shop & { readonly zone: string }): Promise<number> {
  await lockCounting(tx, { merchantId });
  const taken = await takeTouchedDays(tx, { merchantId, zone, limit: DAYS_AT_ONCE });
  for (const topic of TOPICS) {
    const days = taken.filter((touched) => touched.topic === topic).map(({ day }) => day);
    await countDays(tx, { merchantId, zone, topic, days });
  }
  return taken.length;
}

/** What changes without anybody writing: views, which leave no note, and once an hour the promises that have passed. */
async function countTurning(tx: Tx, merchantId: MerchantId, state: CountingState): Promise<void> {
  const { zone, today, countedOn, isSameHour } = state;
  await lockCounting(tx, { merchantId });
  const from = countedOn ?? today;
  await countDays(tx, { merchantId, zone, topic: "seen", days: daysBetween(from, today) });
  const turned = isSameHour ? [] : daysBetween(moved(from, -TURNING_DAYS), moved(today, 1));
  await countDays(tx, { merchantId, zone, topic: "due", days: turned });
  await noteCounted(tx, { merchantId, zone });
}

/** What a whole count has got to. */
export type RebuildProgress = { readonly done: number; readonly total: number };

/**
 * Counts all days of a shop anew, a week at a time, and forgets what was counted before. Who dies in the middle begins again.
 * Ends early when `stopping` is aborted.
 */
export async function rebuildNumbers(
  deps: Deps & { readonly stopping?: AbortSignal; readonly onProgress?: (progress: RebuildProgress) => void },
  { merchantId }: Shop,
): Promise<Counted> {
  const { zone, span } = await withTenant(deps.db, merchantId, async (tx) => {
    await lockCounting(tx, { merchantId });
    const { zone } = await findCountingState(tx, { merchantId });
    await forgetTouchedDays(tx, { merchantId });
    const span = await countedSpan(tx, { merchantId, zone });
    await dropCountedOutside(tx, { merchantId, span });
    return { zone, span };
  });
  const days = span === null ? [] : daysBetween(span.from, span.to);
  for (let at = 0; at < days.length; at += DAYS_AT_ONCE) {
    if (deps.stopping?.aborted === true) return { days: at };
    await countAll(deps.db, { merchantId, zone, days: days.slice(at, at + DAYS_AT_ONCE) });
    deps.onProgress?.({ done: Math.min(days.length, at + DAYS_AT_ONCE), total: days.length });
  }
  await withTenant(deps.db, merchantId, (tx) => noteCounted(tx, { merchantId, zone }));
  await countHoldOut(deps, { merchantId });
  return { days: days.length };
}

function countAll(db: Db, counted: Shop & { readonly zone: string; readonly days: readonly string[] }): Promise<void> {
  return withTenant(db, counted.merchantId, async (tx) => {
    await lockCounting(tx, counted);
    for (const topic of TOPICS satisfies readonly Topic[]) await countDays(tx, { ...counted, topic });
  });
}

/** All days from one to another, both included. */
function daysBetween(from: CountedSpan["from"], to: CountedSpan["to"]): readonly string[] {
  const first = Temporal.PlainDate.from(from);
  const count = first.until(to, { largestUnit: "days" }).days + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => first.add({ days: at }).toString());
}

function moved(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
