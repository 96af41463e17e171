import type { MerchantId } from "#lib/kernel/ids.ts";
import type { Limit } from "#lib/use-cases/limits/take.ts";

const MINUTE = 60_000;

/** How often a postcode may be tried: few times at one link, since many countries have few postcodes to guess from. */
export function addressLimits(
  merchantId: MerchantId,
  tried: { readonly link: string; readonly addressBlock: string },
): readonly Limit[] {
  return [
    { scope: "address.link", merchantId, key: tried.link, burst: 5, periodMs: 15 * MINUTE },
    { scope: "address.block", merchantId, key: tried.addressBlock, burst: 12, periodMs: 3 * MINUTE },
  ];
}
