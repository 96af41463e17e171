import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, merchantId, tenantPolicy } from "./columns.ts";
import { orders } from "./orders.ts";
import { shipments } from "./shipments.ts";
import { shoppers } from "./shoppers.ts";

/** The outbox: one message to one shopper about one milestone, written in the transaction that caused it. */
export const messages = pgTable(
  "messages",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    shopperId: uuid("shopper_id").notNull(),
    orderId: uuid("order_id").notNull(),
    /** Null for what concerns the whole order. */
    shipmentId: uuid("shipment_id"),
    milestone: text("milestone").notNull(),
    channel: text("channel", { enum: ["email", "sms", "push"] }).notNull(),
    state: text("state", { enum: ["queued", "sent", "failed", "suppressed"] })
      .notNull()
      .default("queued"),
    /** Why it failed or was suppressed. */
    reason: text("reason"),
    payload: jsonb("payload").notNull().default({}),
    createdAt: createdAt(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({ columns: [t.merchantId, t.shopperId], foreignColumns: [shoppers.merchantId, shoppers.id] }),
    foreignKey({ columns: [t.merchantId, t.orderId], foreignColumns: [orders.merchantId, orders.id] }).onDelete(
      "cascade",
    ),
    foreignKey({
      columns: [t.merchantId, t.shipmentId],
      foreignColumns: [shipments.merchantId, shipments.id],
    }).onDelete("cascade"),
    // Once per shipment, milestone and channel (product rule 11).
    unique("messages_once").on(t.merchantId, t.orderId, t.shipmentId, t.milestone, t.channel).nullsNotDistinct(),
    // The sender: what waits, oldest first.
    index("messages_queued").on(t.merchantId, t.createdAt).where(sql`state = 'queued'`),
    check("messages_channel", sql`${t.channel} in ('email', 'sms', 'push')`),
    check("messages_state", sql`${t.state} in ('queued', 'sent', 'failed', 'suppressed')`),
    tenantPolicy(),
  ],
);
