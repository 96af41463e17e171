import type { Limit } from "#lib/use-cases/limits/take.ts";

const MINUTE = 60_000;

/** How often a shop's rules may be changed: each change is kept for ever. */
export function ruleLimits(merchantId: string): readonly Limit[] {
  return [{ scope: "desk.rules", merchantId, key: "", burst: 120, periodMs: MINUTE / 4 }];
}

/** How often rules may be tried: each try takes seconds of a processor. */
export function tryLimits(merchantId: string): readonly Limit[] {
  return [{ scope: "desk.rules.try", merchantId, key: "", burst: 12, periodMs: MINUTE / 2 }];
}
