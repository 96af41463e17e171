import { and, asc, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { lineItems, orders, products, promises, shipmentItems, shipments, shoppers } from "#db/schema/index.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";

type OrderKey = { readonly merchantId: MerchantId; readonly orderId: OrderId };

/** What the page shows of the order itself; street, postcode, phone and notes are not read at all. Uses the primary key. */
export async function findOrderHead(tx: Tx, { merchantId, orderId }: OrderKey) {
  const [row] = await tx
    .select({
      number: orders.number,
      placedAt: orders.placedAt,
      cancelledAt: orders.cancelledAt,
      shipName: orders.shipName,
      shipCity: orders.shipCity,
      shipRegion: orders.shipRegion,
      shipCountry: orders.shipCountry,
      neededBy: orders.neededBy,
      shopperLocale: shoppers.locale,
      chosenLocale: shoppers.chosenLocale,
    })
    .from(orders)
    .leftJoin(shoppers, and(eq(shoppers.merchantId, orders.merchantId), eq(shoppers.id, orders.shopperId)))
    .where(and(eq(orders.merchantId, merchantId), eq(orders.id, orderId)))
    .limit(1);
  return row ?? null;
}

/** The order's lines by position, with their products' pictures and pages. Uses the primary keys. */
export function linesOfOrder(tx: Tx, { merchantId, orderId }: OrderKey) {
  return tx
    .select({
      position: lineItems.position,
      title: lineItems.title,
      quantity: lineItems.quantity,
      requiresShipping: lineItems.requiresShipping,
      pictureId: products.pictureId,
      pageUrl: products.pageUrl,
      guides: products.guideLinks,
    })
    .from(lineItems)
    .innerJoin(products, and(eq(products.merchantId, lineItems.merchantId), eq(products.id, lineItems.productId)))
    .where(and(eq(lineItems.merchantId, merchantId), eq(lineItems.orderId, orderId)))
    .orderBy(asc(lineItems.position));
}

/** The outbound parcels, first handed over first, and which lines are in each. Uses `shipments_by_order` and `shipment_items_by_order`. */
export async function parcelsOfOrder(tx: Tx, { merchantId, orderId }: OrderKey) {
  const parcels = await tx
    .select({ id: shipments.id, carrier: shipments.carrier, shippedAt: shipments.shippedAt })
    .from(shipments)
    .where(
      and(eq(shipments.merchantId, merchantId), eq(shipments.orderId, orderId), eq(shipments.direction, "outbound")),
    )
    .orderBy(asc(shipments.shippedAt), asc(shipments.id));
  const items = await tx
    .select({
      shipmentId: shipmentItems.shipmentId,
      position: shipmentItems.position,
      quantity: shipmentItems.quantity,
    })
    .from(shipmentItems)
    .where(and(eq(shipmentItems.merchantId, merchantId), eq(shipmentItems.orderId, orderId)))
    .orderBy(asc(shipmentItems.position));
  return parcels.map((parcel) => ({ ...parcel, items: items.filter((item) => item.shipmentId === parcel.id) }));
}

/** The promises for the whole order, oldest first. Uses `promises_of_order`. */
export function promisesOfOrder(tx: Tx, { merchantId, orderId }: OrderKey) {
  return tx
    .select({ fromDay: promises.fromDay, toDay: promises.toDay })
    .from(promises)
    .where(and(eq(promises.merchantId, merchantId), eq(promises.orderId, orderId), isNull(promises.shipmentId)))
    .orderBy(asc(promises.saidAt), asc(promises.id));
}
