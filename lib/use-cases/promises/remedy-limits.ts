import type { MerchantId } from "#lib/kernel/ids.ts";
import type { Limit } from "#lib/use-cases/limits/take.ts";

const MINUTE = 60_000;

/** How often something may be chosen or taken back behind one link: each may have the shop asked. */
export function remedyLimits(merchantId: MerchantId, asked: { readonly link: string }): readonly Limit[] {
  return [{ scope: "remedy.link", merchantId, key: asked.link, burst: 20, periodMs: MINUTE }];
}
