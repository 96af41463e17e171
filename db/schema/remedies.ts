import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, merchantId, tenantPolicy } from "./columns.ts";
import { orders } from "./orders.ts";
import { shipments } from "./shipments.ts";

/** What a shopper chose when something went wrong. It waits for the shop until it is done, declined or taken back. */
export const remedies = pgTable(
  "remedies",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    orderId: uuid("order_id").notNull(),
    /** Null for what concerns the whole order. */
    shipmentId: uuid("shipment_id"),
    remedy: text("remedy", { enum: ["wait", "pickup", "address", "reship", "refund", "person"] }).notNull(),
    /** What the shopper wrote with it: another address, a few words. */
    details: jsonb("details").notNull().default({}),
    /** `accepted`: the shop has begun, so that it cannot be taken back. */
    state: text("state", { enum: ["waiting", "taken_back", "accepted", "done", "declined"] }).notNull(),
    chosenAt: instant("chosen_at").notNull(),
    /** By when the shop answers; null where nothing is asked of it. */
    dueAt: instant("due_at"),
    /** When it stopped waiting. */
    settledAt: instant("settled_at"),
    /** The page that it was chosen on: one form of it, sent twice, chooses once, also when it was taken back between. */
    requestKey: text("request_key"),
    /** How the request to the shop went; null where the shop is not asked. */
    request: text("request", { enum: ["queued", "sent", "failed"] }),
    requestError: text("request_error"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({ columns: [t.merchantId, t.orderId], foreignColumns: [orders.merchantId, orders.id] }).onDelete(
      "cascade",
    ),
    foreignKey({
      columns: [t.merchantId, t.shipmentId],
      foreignColumns: [shipments.merchantId, shipments.id],
    }).onDelete("cascade"),
    // One choice at a time for each parcel: chosen again it replaces the one that waits.
    uniqueIndex("remedies_waiting")
      .on(t.merchantId, t.orderId, sql`coalesce(shipment_id, order_id)`)
      .where(sql`state = 'waiting'`),
    // The page: what was chosen, newest first.
    index("remedies_by_order").on(t.merchantId, t.orderId, t.chosenAt.desc().nullsFirst()),
    // The desk: what waits, first due first.
    index("remedies_due").on(t.merchantId, t.dueAt).where(sql`state = 'waiting'`),
    // Numbers: what was chosen in a span.
    index("remedies_by_time").on(t.merchantId, t.chosenAt),
    check("remedies_remedy", sql`${t.remedy} in ('wait', 'pickup', 'address', 'reship', 'refund', 'person')`),
    check("remedies_state", sql`${t.state} in ('waiting', 'taken_back', 'accepted', 'done', 'declined')`),
    check("remedies_request", sql`${t.request} in ('queued', 'sent', 'failed')`),
    check("remedies_settled", sql`(${t.state} = 'waiting') = (${t.settledAt} is null)`),
    tenantPolicy(),
  ],
);
