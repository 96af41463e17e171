import type { Db } from "#db/client.ts";
import type { MerchantId, ShipmentId } from "#lib/kernel/ids.ts";
import { judgeParcels } from "./judge-parcels.ts";

/**
 * Judges parcels whose facts changed, after the transaction that kept those. Never rejects: what fails is told to `onError`
 * and is judged with the next news of the parcel.
 */
export async function judgeAfter(
  deps: { readonly db: Db; readonly onError: (error: unknown) => void },
  parcels: { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] },
): Promise<void> {
  if (parcels.shipmentIds.length === 0) return;
  try {
    await judgeParcels(deps, parcels);
  } catch (error) {
    deps.onError(error);
  }
}
