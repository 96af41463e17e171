import type { CarrierError } from "#lib/carriers/carrier.ts";
import type { CarrierAccountId, MerchantId, ShipmentId } from "#lib/kernel/ids.ts";

/** Parcels of one account that the caller has claimed and may ask about, with the calls for it taken from the budget. */
export type Flight = {
  readonly merchantId: MerchantId;
  readonly accountId: CarrierAccountId;
  readonly shipmentIds: readonly ShipmentId[];
  readonly leaseId: string;
  readonly starts: Starts;
};

/** When a flight's calls may start: the first after `firstInMs`, each next one `gapMs` later. */
export type Starts = { readonly firstInMs: number; readonly gapMs: number };

/** Where no limit holds anything up. */
export const AT_ONCE: Starts = { firstInMs: 0, gapMs: 0 };

export type Synced = {
  /** Parcels that the carrier answered about, "not found" included, and those that it did not. */
  readonly answered: number;
  readonly failed: number;
  /** How many calls were made, and how many parcels were given back without one, since it had become pointless. */
  readonly calls: number;
  readonly unasked: number;
  /** Observations that nobody had told before. */
  readonly news: number;
  /** The first thing that kept a parcel from being answered about; for the operator. */
  readonly trouble: CarrierError | null;
  /** The account as a whole is to be left alone for a while. */
  readonly paused: boolean;
};
