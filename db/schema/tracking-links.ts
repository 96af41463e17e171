import { foreignKey, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, merchantId, tenantPolicy } from "./columns.ts";
import { orders } from "./orders.ts";

/** One order's tracking link. The token is computed from id and version and never stored; revoking raises the version. */
export const trackingLinks = pgTable(
  "tracking_links",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    orderId: uuid("order_id").notNull(),
    version: integer("version").notNull().default(1),
    /** Which server key makes the token, so that an old key still serves old links. */
    keyId: text("key_id").notNull(),
    tokenHash: text("token_hash").notNull(),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({ columns: [t.merchantId, t.orderId], foreignColumns: [orders.merchantId, orders.id] }).onDelete(
      "cascade",
    ),
    // `/go`, `link` and mails: the link of an order.
    uniqueIndex("tracking_links_by_order").on(t.merchantId, t.orderId),
    tenantPolicy(),
  ],
);
