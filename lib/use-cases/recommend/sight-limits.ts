import type { MerchantId } from "#lib/kernel/ids.ts";
import type { Limit } from "#lib/use-cases/limits/take.ts";

/** How often something is noted behind one link: a person who scrolls and taps stays below, a program does not. */
export function sightLimits(merchantId: MerchantId, asked: { readonly link: string }): readonly Limit[] {
  return [{ scope: "offer.link", merchantId, key: asked.link, burst: 30, periodMs: 5_000 }];
}
