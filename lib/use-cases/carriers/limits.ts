import type { Limit } from "#lib/use-cases/limits/take.ts";

/** How often the accounts of a shop may be changed. */
export function carrierChangeLimits(merchantId: string): readonly Limit[] {
  return [{ scope: "desk.carriers", merchantId, key: "", burst: 40, periodMs: 15_000 }];
}

/** How often keys may be tried: a carrier locks a key that is refused too often, and each try is a call of its quota. */
export function carrierTrialLimits(merchantId: string): readonly Limit[] {
  return [{ scope: "desk.carriers.trial", merchantId, key: "", burst: 10, periodMs: 30_000 }];
}
