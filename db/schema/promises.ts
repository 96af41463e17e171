import { sql } from "drizzle-orm";
import { check, date, foreignKey, pgTable, primaryKey, text, time, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, merchantId, tenantPolicy } from "./columns.ts";
import { orders } from "./orders.ts";

/** The window told to the shopper, and every later change of it, with who said it and why. Append-only: a ledger. */
export const promises = pgTable(
  "promises",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    orderId: uuid("order_id").notNull(),
    shipmentId: uuid("shipment_id"),
    fromDay: date("from_day", { mode: "string" }).notNull(),
    toDay: date("to_day", { mode: "string" }).notNull(),
    /** Within the days, local to the destination; null for the whole day. */
    fromTime: time("from_time"),
    toTime: time("to_time"),
    saidBy: text("said_by", { enum: ["checkout", "rule", "carrier", "merchant", "learned"] }).notNull(),
    reason: text("reason"),
    saidAt: instant("said_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({ columns: [t.merchantId, t.orderId], foreignColumns: [orders.merchantId, orders.id] }).onDelete(
      "cascade",
    ),
    // The page: all promises of an order in the order they were made; the same words are not written twice of one parcel.
    uniqueIndex("promises_of_order").on(
      t.merchantId,
      t.orderId,
      t.saidAt,
      t.saidBy,
      t.fromDay,
      t.toDay,
      sql`coalesce(shipment_id, order_id)`,
    ),
    check("promises_window", sql`${t.fromDay} <= ${t.toDay}`),
    check("promises_said_by", sql`${t.saidBy} in ('checkout', 'rule', 'carrier', 'merchant', 'learned')`),
    tenantPolicy(),
  ],
);
