import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, merchantId, tenantPolicy } from "./columns.ts";
import { orders } from "./orders.ts";
import { products } from "./products.ts";
import { shoppers } from "./shoppers.ts";

/** Goods that came back, or an invoice taken back. `reference` is the shop's own number for it. */
export const returns = pgTable(
  "returns",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    reference: text("reference").notNull(),
    /** Null where the source does not name the order, or the shopper. */
    orderId: uuid("order_id"),
    shopperId: uuid("shopper_id"),
    reason: text("reason"),
    returnedAt: instant("returned_at").notNull(),
    sourceHash: text("source_hash").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({ columns: [t.merchantId, t.orderId], foreignColumns: [orders.merchantId, orders.id] }),
    foreignKey({ columns: [t.merchantId, t.shopperId], foreignColumns: [shoppers.merchantId, shoppers.id] }),
    // Imports: the return with this reference.
    uniqueIndex("returns_by_reference").on(t.merchantId, t.reference),
    // The gate and the desk: a shopper's returns.
    index("returns_by_shopper").on(t.merchantId, t.shopperId),
    tenantPolicy(),
  ],
);

/** One line of a return. */
export const returnItems = pgTable(
  "return_items",
  {
    merchantId: merchantId(),
    returnId: uuid("return_id").notNull(),
    position: integer("position").notNull(),
    productId: uuid("product_id").notNull(),
    quantity: integer("quantity").notNull(),
    unitPriceMinor: bigint("unit_price_minor", { mode: "number" }),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.returnId, t.position] }),
    foreignKey({ columns: [t.merchantId, t.returnId], foreignColumns: [returns.merchantId, returns.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.merchantId, t.productId], foreignColumns: [products.merchantId, products.id] }),
    // How often a product comes back.
    index("return_items_by_product").on(t.merchantId, t.productId),
    check("return_items_quantity", sql`${t.quantity} > 0`),
    tenantPolicy(),
  ],
);
