import type { CarrierError } from "#lib/carriers/carrier.ts";
import type { CarrierAccountId, MerchantId, ShipmentId } from "#lib/kernel/ids.ts";

/** Parcels of one account that the caller has claimed, at most its carrier's batch. */
export type Flight = {
  readonly merchantId: MerchantId;
  readonly accountId: CarrierAccountId;
  readonly shipmentIds: readonly ShipmentId[];
  readonly leaseId: string;
};

export type Synced = {
  /** Parcels that the carrier answered about, "not found" included, and those that it did not. */
  readonly answered: number;
  readonly failed: number;
  /** Observations that nobody had told before. */
  readonly news: number;
  /** The first thing that kept a parcel from being answered about; for the operator. */
  readonly trouble: CarrierError | null;
  /** The account as a whole is to be left alone for a while. */
  readonly paused: boolean;
};
