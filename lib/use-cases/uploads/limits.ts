import type { Limit } from "#lib/use-cases/limits/take.ts";

/** How often files may be brought to a shop: each one is kept for days and read twice by a worker. */
export function uploadLimits(merchantId: string): readonly Limit[] {
  return [{ scope: "desk.upload", merchantId, key: "", burst: 20, periodMs: 30_000 }];
}

/** How often files may be checked again or brought in. */
export function uploadWorkLimits(merchantId: string): readonly Limit[] {
  return [{ scope: "desk.upload.work", merchantId, key: "", burst: 40, periodMs: 10_000 }];
}
