import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { merchantId, tenantPolicy } from "./columns.ts";
import { orders } from "./orders.ts";
import { products } from "./products.ts";

/** One line of an order. The key is order + position (1-based), since sources give lines no id that lasts. */
export const lineItems = pgTable(
  "line_items",
  {
    merchantId: merchantId(),
    orderId: uuid("order_id").notNull(),
    position: integer("position").notNull(),
    productId: uuid("product_id").notNull(),
    sku: text("sku").notNull(),
    title: text("title").notNull(),
    quantity: integer("quantity").notNull(),
    unitPriceMinor: bigint("unit_price_minor", { mode: "number" }).notNull(),
    requiresShipping: boolean("requires_shipping").notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.orderId, t.position] }),
    foreignKey({ columns: [t.merchantId, t.orderId], foreignColumns: [orders.merchantId, orders.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.merchantId, t.productId], foreignColumns: [products.merchantId, products.id] }),
    // Who bought this product: returns cross-check and, later, recommendations.
    index("line_items_by_product").on(t.merchantId, t.productId),
    check("line_items_quantity", sql`${t.quantity} > 0`),
    tenantPolicy(),
  ],
);
