import type { MerchantId } from "#lib/kernel/ids.ts";
import type { Limit } from "#lib/use-cases/limits/take.ts";

const MINUTE = 60_000;

/**
 * How often the look-up of a shop may be used. An order's limit counts the number as typed, whether or not there is such
 * an order; the shop's own is there against many addresses that guess together.
 */
export function lookUpLimits(
  merchantId: MerchantId,
  tried: { readonly addressBlock: string; readonly numberKey: string },
): readonly Limit[] {
  return [
    { scope: "find.block", merchantId, key: tried.addressBlock, burst: 10, periodMs: 2 * MINUTE },
    { scope: "find.order", merchantId, key: tried.numberKey, burst: 6, periodMs: 10 * MINUTE },
    { scope: "find.shop", merchantId, key: "", burst: 300, periodMs: MINUTE / 60 },
  ];
}
