import { date, foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { merchantId, tenantPolicy } from "./columns.ts";
import { orders } from "./orders.ts";

/**
 * Orders that were promised and of which no parcel is known yet: those that the hourly judging looks at, which reads no other.
 * Kept by whatever writes orders, promises and parcels (`noteUnsent`).
 */
export const unsentOrders = pgTable(
  "unsent_orders",
  {
    merchantId: merchantId(),
    orderId: uuid("order_id").notNull(),
    /** The first day that may be broken: before it is over there is nothing to judge. */
    dueOn: date("due_on", { mode: "string" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.orderId] }),
    foreignKey({ columns: [t.merchantId, t.orderId], foreignColumns: [orders.merchantId, orders.id] }).onDelete(
      "cascade",
    ),
    // The hourly judging: what is due, page by page.
    index("unsent_orders_due").on(t.merchantId, t.dueOn, t.orderId),
    tenantPolicy(),
  ],
);
