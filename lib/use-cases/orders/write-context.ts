import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { PromiseByRule } from "#lib/use-cases/promises/promise-by-rule.ts";

/** What every writer of drafts gets: one transaction of one merchant, and who the data comes from. */
export type WriteContext = {
  readonly tx: Tx;
  readonly merchantId: MerchantId;
  /** The order source: `orders`, `history`, `demo`, ... */
  readonly source: string;
  /** Leaves entries alone that are there already. */
  readonly skipsPresent: boolean;
  /** What the merchant's rules promise an order; null where none fits. Left out where it has no rules. */
  readonly promises?: PromiseByRule;
};
