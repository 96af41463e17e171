import { contentsOfOrders, type PresentShipment, presentShipments, saveShipments } from "#db/queries/save-shipments.ts";
import { allocateParcels, type OrderLine } from "#lib/orders/allocate-parcels.ts";
import { orderNumberKey } from "#lib/orders/order-number.ts";
import type { WriteContext } from "./write-context.ts";

type Parcel = { readonly shipment: PresentShipment; readonly skus: readonly string[] };
/** What was in the parcels of some orders, by order number, before their lines are replaced. */
export type ParcelsBefore = ReadonlyMap<string, readonly Parcel[]>;

/** Remembers which SKUs are in which parcel, since replaced lines may move to other positions. */
export async function parcelsBefore(
  { tx, merchantId }: WriteContext,
  orderNumbers: readonly string[],
): Promise<ParcelsBefore> {
  if (orderNumbers.length === 0) return new Map();
  const contents = await contentsOfOrders(tx, { merchantId, numberKeys: orderNumbers.map(orderNumberKey) });
  const orderIds = [...contents.values()].map((order) => order.orderId);
  const present = await presentShipments(tx, { merchantId, orderIds, parcels: [] });
  const byOrder = Map.groupBy(present, (shipment) => shipment.orderId);
  return new Map(
    [...contents].map(([key, { orderId, lines }]) => [
      key,
      (byOrder.get(orderId) ?? []).map((shipment) => ({ shipment, skus: skusAt(lines, shipment.positions) })),
    ]),
  );
}

function skusAt(lines: readonly OrderLine[], positions: readonly number[]): readonly string[] {
  return positions.flatMap((position) => lines.find((line) => line.position === position)?.sku ?? []);
}

/** Puts the same SKUs into the same parcels again, wherever their lines stand now. */
export async function keepParcels({ tx, merchantId }: WriteContext, before: ParcelsBefore): Promise<void> {
  const numberKeys = [...before].filter(([, parcels]) => parcels.length > 0).map(([key]) => key);
  if (numberKeys.length === 0) return;
  const contents = await contentsOfOrders(tx, { merchantId, numberKeys });
  const parcels = [...contents].flatMap(([key, { orderId, lines }]) => {
    const held = before.get(key) ?? [];
    const positions = allocateParcels(
      lines,
      held.map(({ skus }) => skus),
    );
    return held.map(({ shipment }, at) => ({ orderId, shipment, positions: positions[at] ?? [] }));
  });
  await saveShipments(tx, {
    merchantId,
    shipments: parcels.map(({ orderId, shipment }) => ({
      id: shipment.id,
      order_id: orderId,
      carrier: shipment.carrier,
      tracking_number: shipment.trackingNumber,
      shipped_at: shipment.shippedAt,
    })),
    items: parcels.flatMap(({ orderId, shipment, positions }) =>
      positions.map((position) => ({ shipment_id: shipment.id, order_id: orderId, position, quantity: null })),
    ),
  });
}
