import { foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { byteText, instant, merchantId, tenantPolicy } from "./columns.ts";
import { orders } from "./orders.ts";

/**
 * What the desk's list of orders can be narrowed to: `status:lost`, `carrier:ups`, `unsent`. With the order's time beside each, a
 * list comes page by page straight from the index, however many orders there are.
 */
export const orderMarks = pgTable(
  "order_marks",
  {
    merchantId: merchantId(),
    mark: byteText("mark").notNull(),
    placedAt: instant("placed_at").notNull(),
    orderId: uuid("order_id").notNull(),
    /** The parcel that has the mark, or the order itself: whoever writes of one parcel leaves the others' alone. */
    subjectId: uuid("subject_id").notNull(),
  },
  (t) => [
    // The desk's list: what has a mark, newest first.
    primaryKey({ columns: [t.merchantId, t.mark, t.placedAt, t.orderId, t.subjectId] }),
    foreignKey({ columns: [t.merchantId, t.orderId], foreignColumns: [orders.merchantId, orders.id] }).onDelete(
      "cascade",
    ),
    // Writing the marks of an order anew.
    index("order_marks_of_order").on(t.merchantId, t.orderId),
    tenantPolicy(),
  ],
);
