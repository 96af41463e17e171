import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** What every writer of drafts gets: one transaction of one merchant, and who the data comes from. */
export type WriteContext = {
  readonly tx: Tx;
  readonly merchantId: MerchantId;
  /** The order source: `orders`, `history`, `demo`, ... */
  readonly source: string;
  /** Leaves entries alone that are there already. */
  readonly skipsPresent: boolean;
};
