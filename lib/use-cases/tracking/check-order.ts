import { Temporal } from "temporal-polyfill";
import { askedParcels } from "#db/queries/asked-parcels.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { type Limit, take } from "#lib/use-cases/limits/take.ts";
import { askAboutOrder, type RefreshDeps } from "./ask-about-order.ts";
import { type CheckedParcel, checkedParcel } from "./checked-parcel.ts";

const MINUTE_MS = 60_000;

type Order = { readonly merchantId: MerchantId; readonly orderId: OrderId };

/**
 * Asks the carriers about an order's parcels for somebody at the desk, within the same floors and budgets as a shopper's look,
 * and says what came of each. Throws `limit` where the shop asked very often.
 */
export async function checkOrder(deps: RefreshDeps, { merchantId, orderId }: Order): Promise<readonly CheckedParcel[]> {
  const taken = await take(deps, checkLimits(merchantId));
  if (!taken.ok) throw new AppError("limit", "The shop asked very often.");
  const standing = () => withTenant(deps.db, merchantId, (tx) => askedParcels(tx, { merchantId, orderId }));
  const before = await standing();
  await askAboutOrder(deps, { merchantId, orderIn: async () => orderId });
  const recentAt = Temporal.Now.instant().subtract({ milliseconds: Math.max(deps.floorMs, MINUTE_MS) });
  const known = new Map(before.map((parcel) => [parcel.shipmentId, parcel]));
  return (await standing()).map((parcel) =>
    checkedParcel(known.get(parcel.shipmentId) ?? null, parcel, recentAt.toString()),
  );
}

function checkLimits(merchantId: MerchantId): readonly Limit[] {
  return [{ scope: "desk.check", merchantId, key: "", burst: 60, periodMs: MINUTE_MS / 20 }];
}
