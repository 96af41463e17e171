import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, merchantId, tenantPolicy, updatedAt } from "./columns.ts";
import { lineItems } from "./line-items.ts";
import { orders } from "./orders.ts";

/** One parcel: a carrier and a tracking number. */
export const shipments = pgTable(
  "shipments",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    orderId: uuid("order_id").notNull(),
    carrier: text("carrier").notNull(),
    trackingNumber: text("tracking_number").notNull(),
    direction: text("direction", { enum: ["outbound", "return"] })
      .notNull()
      .default("outbound"),
    shippedAt: instant("shipped_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({ columns: [t.merchantId, t.orderId], foreignColumns: [orders.merchantId, orders.id] }).onDelete(
      "cascade",
    ),
    // Imports, and carriers' pushes: the parcel with this number.
    uniqueIndex("shipments_by_number").on(t.merchantId, t.carrier, t.trackingNumber),
    // The page: all parcels of an order.
    index("shipments_by_order").on(t.merchantId, t.orderId),
    check("shipments_direction", sql`${t.direction} in ('outbound', 'return')`),
    tenantPolicy(),
  ],
);

/** Which lines are in which parcel. `quantity` is null where the source does not say. */
export const shipmentItems = pgTable(
  "shipment_items",
  {
    merchantId: merchantId(),
    shipmentId: uuid("shipment_id").notNull(),
    orderId: uuid("order_id").notNull(),
    position: integer("position").notNull(),
    quantity: integer("quantity"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.shipmentId, t.position] }),
    foreignKey({
      columns: [t.merchantId, t.shipmentId],
      foreignColumns: [shipments.merchantId, shipments.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.merchantId, t.orderId, t.position],
      foreignColumns: [lineItems.merchantId, lineItems.orderId, lineItems.position],
    }).onDelete("cascade"),
    // The page: which parcel each line of an order is in.
    index("shipment_items_by_order").on(t.merchantId, t.orderId),
    check("shipment_items_quantity", sql`${t.quantity} > 0`),
    tenantPolicy(),
  ],
);
