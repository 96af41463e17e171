import type { Db } from "#db/client.ts";
import { slugsAfter } from "#db/queries/slugs.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

const PAGE = 200;

/** Every merchant, by slug, until `stopping` is aborted. */
export async function* allMerchants(db: Db, stopping: AbortSignal): AsyncGenerator<MerchantId, void, void> {
  let after = "";
  for (;;) {
    const shops = await slugsAfter(db, after, PAGE);
    for (const { merchantId } of shops) {
      if (stopping.aborted) return;
      yield merchantId;
    }
    const last = shops.at(-1);
    if (last === undefined || shops.length < PAGE) return;
    after = last.slug;
  }
}
