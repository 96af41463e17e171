import { sql } from "drizzle-orm";
import { check, date, foreignKey, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, merchantId, tenantPolicy, updatedAt } from "./columns.ts";
import { products } from "./products.ts";
import { shoppers } from "./shoppers.ts";

/** A product that a shopper receives again and again. The interval is `intervalCount` x `intervalUnit`. */
export const subscriptions = pgTable(
  "subscriptions",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    shopperId: uuid("shopper_id").notNull(),
    productId: uuid("product_id").notNull(),
    intervalCount: integer("interval_count").notNull(),
    intervalUnit: text("interval_unit", { enum: ["day", "week", "month"] }).notNull(),
    status: text("status", { enum: ["active", "paused", "cancelled"] }).notNull(),
    startedOn: date("started_on", { mode: "string" }).notNull(),
    nextOn: date("next_on", { mode: "string" }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({ columns: [t.merchantId, t.shopperId], foreignColumns: [shoppers.merchantId, shoppers.id] }),
    foreignKey({ columns: [t.merchantId, t.productId], foreignColumns: [products.merchantId, products.id] }),
    // Imports and the gate: what a shopper subscribes to.
    uniqueIndex("subscriptions_of_shopper").on(t.merchantId, t.shopperId, t.productId),
    check("subscriptions_interval", sql`${t.intervalCount} > 0 and ${t.intervalUnit} in ('day', 'week', 'month')`),
    check("subscriptions_status", sql`${t.status} in ('active', 'paused', 'cancelled')`),
    tenantPolicy(),
  ],
);
