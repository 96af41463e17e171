import type { MerchantId } from "#lib/kernel/ids.ts";
import type { Limit } from "#lib/use-cases/limits/take.ts";

const MINUTE = 60_000;

/** How often one person may do something with the queue: faster than anybody reads. */
export function todoLimits(merchantId: MerchantId, person: string): readonly Limit[] {
  return [{ scope: "desk.todo", merchantId, key: person, burst: 240, periodMs: MINUTE / 4 }];
}

/** How often mails may be written to shoppers: each one lands in somebody's letter box. */
export function writingLimits(merchantId: MerchantId, person: string): readonly Limit[] {
  return [
    ...todoLimits(merchantId, person),
    { scope: "desk.write", merchantId, key: person, burst: 30, periodMs: MINUTE / 2 },
  ];
}
