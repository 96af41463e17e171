import type { Db } from "#db/client.ts";
import { failStaleEmails } from "#db/queries/messages.ts";
import { slugsAfter } from "#db/queries/slugs.ts";
import { withTenant } from "#db/tenant.ts";
import { LINK_REQUESTED, STALE_MINUTES } from "./link-mail-rules.ts";

const PAGE = 200;

/** Marks links as failed that waited for longer than they are worth sending, shop by shop; returns how many. */
export async function giveUpStale({ db }: { readonly db: Db }, stopping: AbortSignal): Promise<number> {
  let count = 0;
  let after = "";
  for (;;) {
    const shops = await slugsAfter(db, after, PAGE);
    for (const { merchantId } of shops) {
      if (stopping.aborted) return count;
      const about = { merchantId, milestone: LINK_REQUESTED, staleMinutes: STALE_MINUTES };
      count += await withTenant(db, merchantId, (tx) => failStaleEmails(tx, about));
    }
    const last = shops.at(-1);
    if (last === undefined || shops.length < PAGE) return count;
    after = last.slug;
  }
}
