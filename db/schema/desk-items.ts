import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, merchantId, tenantPolicy } from "./columns.ts";
import { members } from "./members.ts";
import { merchants } from "./merchants.ts";
import { orders } from "./orders.ts";

/**
 * The desk's queue: one row for each thing that needs a person, by what it is about (a delay, a choice, a review ...). Written
 * with its cause, so that a page of it is one short read of an index however large the shop is (decision 0026).
 */
export const deskItems = pgTable(
  "desk_items",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    /** What it is about: the id of a delay, remedy, gesture, review or parcel. Once a topic. */
    subjectId: uuid("subject_id").notNull(),
    topic: text("topic", { enum: ["choice", "trouble", "unsent", "shop", "voice", "number"] }).notNull(),
    kind: text("kind").notNull(),
    /** Null for what names no order: a review of something that was bought elsewhere. */
    orderId: uuid("order_id"),
    shipmentId: uuid("shipment_id"),
    shopperId: uuid("shopper_id"),
    severity: smallint("severity").notNull(),
    /** Since when somebody waits, and by when a person should have looked: the queue's order (`attendBy`). */
    since: instant("since").notNull(),
    attendBy: instant("attend_by").notNull(),
    /** What its sentence needs and stands nowhere else, and what the shopper wrote with it. */
    facts: jsonb("facts").notNull().default({}),
    /** Its cause still stands. Where a cause comes back after it was gone, the row opens again. */
    isCaused: boolean("is_caused").notNull().default(true),
    /** A member's user id. */
    assignedTo: text("assigned_to"),
    snoozedUntil: instant("snoozed_until"),
    resolvedAt: instant("resolved_at"),
    /** Who said that nothing is left to do; null where the cause went by itself. */
    resolvedBy: text("resolved_by"),
    /** Raised by each thing that a person does to it: the second of two who act at once is told. */
    version: integer("version").notNull().default(1),
    changedBy: text("changed_by"),
    changedAt: instant("changed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({ columns: [t.merchantId, t.orderId], foreignColumns: [orders.merchantId, orders.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    // Who leaves the shop leaves what was theirs to nobody; the migration names the one column that is emptied.
    foreignKey({
      name: "desk_items_assigned_to",
      columns: [t.merchantId, t.assignedTo],
      foreignColumns: [members.merchantId, members.userId],
    }).onDelete("set null"),
    unique("desk_items_once").on(t.merchantId, t.subjectId, t.topic),
    // The queue, as it is ordered; overdue is its beginning.
    index("desk_items_open").on(t.merchantId, t.attendBy, t.id).where(sql`resolved_at is null`),
    // One kind of it, and one person's.
    index("desk_items_of_topic").on(t.merchantId, t.topic, t.attendBy, t.id).where(sql`resolved_at is null`),
    index("desk_items_of_person").on(t.merchantId, t.assignedTo, t.attendBy, t.id).where(sql`resolved_at is null`),
    // What sleeps.
    index("desk_items_asleep")
      .on(t.merchantId, t.snoozedUntil)
      .where(sql`resolved_at is null and snoozed_until is not null`),
    // What an order's causes came to.
    index("desk_items_by_order").on(t.merchantId, t.orderId),
    // What was settled last.
    index("desk_items_resolved")
      .on(t.merchantId, t.resolvedAt.desc().nullsFirst(), t.id)
      .where(sql`resolved_at is not null`),
    check("desk_items_topic", sql`${t.topic} in ('choice', 'trouble', 'unsent', 'shop', 'voice', 'number')`),
    check("desk_items_severity", sql`${t.severity} between 0 and 3`),
    tenantPolicy(),
  ],
);
