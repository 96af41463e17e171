import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, merchantId, tenantPolicy } from "./columns.ts";
import { products } from "./products.ts";
import { shoppers } from "./shoppers.ts";

/** What a shopper said of a product, 1 to 5 stars. */
export const reviews = pgTable(
  "reviews",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    shopperId: uuid("shopper_id").notNull(),
    productId: uuid("product_id").notNull(),
    rating: integer("rating").notNull(),
    title: text("title"),
    body: text("body"),
    reviewedAt: instant("reviewed_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({ columns: [t.merchantId, t.shopperId], foreignColumns: [shoppers.merchantId, shoppers.id] }),
    foreignKey({ columns: [t.merchantId, t.productId], foreignColumns: [products.merchantId, products.id] }),
    // Imports and the gate: a shopper's reviews, one per product and moment.
    uniqueIndex("reviews_of_shopper").on(t.merchantId, t.shopperId, t.productId, t.reviewedAt),
    // How a product is rated.
    index("reviews_by_product").on(t.merchantId, t.productId),
    // The desk: one and two stars, newest first.
    index("reviews_bad").on(t.merchantId, t.reviewedAt.desc().nullsFirst()).where(sql`rating <= 2`),
    check("reviews_rating", sql`${t.rating} between 1 and 5`),
    tenantPolicy(),
  ],
);
