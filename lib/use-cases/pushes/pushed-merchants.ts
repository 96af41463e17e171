import type { Db } from "#db/client.ts";
import { pushAccountsAfter } from "#db/queries/push-subscriptions.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

const PAGE = 200;

/** All merchants to whom carriers push, each once, until `stopping` is aborted. */
export async function* pushedMerchants(db: Db, stopping: AbortSignal): AsyncGenerator<MerchantId, void, void> {
  const told = new Set<MerchantId>();
  let after = "";
  for (;;) {
    const accounts = await pushAccountsAfter(db, after, PAGE);
    for (const { merchantId } of accounts) {
      if (stopping.aborted) return;
      if (told.has(merchantId)) continue;
      told.add(merchantId);
      yield merchantId;
    }
    const last = accounts.at(-1);
    if (last === undefined || accounts.length < PAGE) return;
    after = last.webhookKey;
  }
}
