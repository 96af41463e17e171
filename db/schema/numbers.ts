import { sql } from "drizzle-orm";
import { bigint, check, date, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { byteText, instant, merchantId, tenantPolicy } from "./columns.ts";
import { merchants } from "./merchants.ts";
import { orders } from "./orders.ts";

/**
 * That an order's page was opened: one row an order and day of the shop's clock, written behind the response. Ids only; who
 * looked, and from where, is not kept.
 */
export const pageViews = pgTable(
  "page_views",
  {
    merchantId: merchantId(),
    day: date("day", { mode: "string" }).notNull(),
    orderId: uuid("order_id").notNull(),
    /** What the page said of the order when it was opened last on that day. */
    state: text("state").notNull(),
    views: integer("views").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.day, t.orderId] }),
    foreignKey({ columns: [t.merchantId, t.orderId], foreignColumns: [orders.merchantId, orders.id] }).onDelete(
      "cascade",
    ),
    // An order that goes takes its views with it.
    index("page_views_by_order").on(t.merchantId, t.orderId),
    check("page_views_some", sql`${t.views} > 0`),
    tenantPolicy(),
  ],
);

/**
 * What the desk's numbers are added up from: counts a day, of a part (a lane, a reason) and a bucket (days, tenths). Kept by
 * the worker; `touched_days` says what it has to count again.
 */
export const dailyNumbers = pgTable(
  "daily_numbers",
  {
    merchantId: merchantId(),
    measure: byteText("measure").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    part: byteText("part").notNull(),
    bucket: integer("bucket").notNull(),
    count: bigint("count", { mode: "number" }).notNull(),
    /** Of what was counted, where that has a size: views, ten thousandths of a chance. */
    sum: bigint("sum", { mode: "number" }).notNull(),
  },
  (t) => [
    // The desk: a measure's days.
    primaryKey({ columns: [t.merchantId, t.measure, t.day, t.part, t.bucket] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

/**
 * Days of which something changed since they were counted, added by triggers and taken by the worker before it counts. Never
 * updated: those who change things do not wait for each other. No key to the shop, since its row would be locked each time.
 * The day of a moment is the one by UTC, that of a promise the promised one.
 */
export const touchedDays = pgTable(
  "touched_days",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull().default(sql`gen_random_uuid()`),
    topic: text("topic", { enum: ["placed", "due", "arrived", "offered", "seen"] }).notNull(),
    day: date("day", { mode: "string" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    check("touched_days_topic", sql`${t.topic} in ('placed', 'due', 'arrived', 'offered', 'seen')`),
    tenantPolicy(),
  ],
);

/** How far a shop's numbers are counted. No row: never yet. */
export const numberCounts = pgTable(
  "number_counts",
  {
    merchantId: merchantId(),
    countedAt: instant("counted_at").notNull(),
    /** The clock by which its days were counted: another one is a reason to count all of them again. */
    zone: text("zone").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
