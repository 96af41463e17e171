import type { MerchantId } from "#lib/kernel/ids.ts";
import type { AddressBlocks, Limit } from "#lib/use-cases/limits/take.ts";

const MINUTE = 60_000;

/**
 * How often the look-up of a shop may be used. An order's limit counts the number, whether or not there is such an order;
 * the shop's own is there against many addresses that guess together, and the wide block's keeps one person with many
 * addresses from using that up for everybody. The last one is for all shops of this installation together, far above what one
 * of them can use: it keeps the outbox from being filled through many shops at once.
 */
export function lookUpLimits(
  merchantId: MerchantId,
  tried: { readonly from: AddressBlocks; readonly numberKey: string },
): readonly Limit[] {
  return [
    { scope: "find.block", merchantId, key: tried.from.near, burst: 10, periodMs: 2 * MINUTE },
    { scope: "find.wide", merchantId, key: tried.from.wide, burst: 60, periodMs: MINUTE / 6 },
    { scope: "find.order", merchantId, key: tried.numberKey, burst: 6, periodMs: 10 * MINUTE },
    { scope: "find.shop", merchantId, key: "", burst: 300, periodMs: MINUTE / 60 },
    { scope: "find.all", merchantId: null, key: "", burst: 3_000, periodMs: MINUTE / 1_200 },
  ];
}
