import type { MerchantId } from "#lib/kernel/ids.ts";
import type { Limit } from "#lib/use-cases/limits/take.ts";

/** How often the links of a shop's orders may be changed at its desk. */
export function linkLimits(merchantId: MerchantId): readonly Limit[] {
  return [{ scope: "desk.links", merchantId, key: "", burst: 120, periodMs: 5_000 }];
}
