import type { MerchantId } from "#lib/kernel/ids.ts";
import type { Limit } from "#lib/use-cases/limits/take.ts";

const MINUTE = 60_000;

/** How often the settings behind one link may be saved: each saving may add to a ledger from which nothing is ever taken. */
export function dialsLimits(merchantId: MerchantId, saved: { readonly link: string }): readonly Limit[] {
  return [{ scope: "dials.link", merchantId, key: saved.link, burst: 20, periodMs: MINUTE }];
}
