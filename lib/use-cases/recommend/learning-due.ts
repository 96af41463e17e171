import type { Db } from "#db/client.ts";
import { findModelNews, type ModelNews } from "#db/queries/recommend-increments.ts";
import { isRunning } from "#db/queries/recommend-runs.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** A run that has said nothing for so long was killed: the longest step of a large shop is shorter. */
const SILENT_SECONDS = 1_200;
/** From this share of new or changed orders on all is learned anew, since shop and tail may have changed with them. */
const MUCH = 0.1;
/** A smaller shop than this is not learned anew for every few orders. */
const FEW = 500;

/** More new orders than this are not held in memory at once. */
const MOST_ADDED = 50_000;
/** Adding more than these computes for longer than a busy event loop should wait. */
const MOST_ASIDE = 200;

/** What a shop's model needs: to be learned, to have many or some new orders added, or nothing. */
export type LearningDue = "learn" | "add many" | "add some" | null;

/** What is due between two nights; nothing while a learning is under way. */
export async function learningDue(
  { db }: { readonly db: Db },
  merchant: { readonly merchantId: MerchantId },
): Promise<LearningDue> {
  return withTenant(db, merchant.merchantId, async (tx) => {
    if (await isRunning(tx, { ...merchant, seconds: SILENT_SECONDS })) return null;
    return dueBy(await findModelNews(tx, merchant));
  });
}

/** Whether anything came or changed since all was learned. */
export async function isLearningWorthIt(
  { db }: { readonly db: Db },
  merchant: { readonly merchantId: MerchantId },
): Promise<boolean> {
  const news = await withTenant(db, merchant.merchantId, (tx) => findModelNews(tx, merchant));
  return news.builtAt === null ? news.hasOrders : news.sinceBuilt + news.changed > 0;
}

function dueBy({ builtAt, hasOrders, counted, added, changed }: ModelNews): LearningDue {
  if (builtAt === null) return hasOrders ? "learn" : null;
  if (added + changed > Math.min(MOST_ADDED, Math.max(FEW, counted * MUCH))) return "learn";
  if (added > MOST_ASIDE) return "add many";
  return added > 0 ? "add some" : null;
}
