import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, merchantId, tenantPolicy } from "./columns.ts";
import { orders } from "./orders.ts";
import { shipments } from "./shipments.ts";

/**
 * A promise that is broken or likely to be. One a parcel, for ever: what was solved and breaks again is the same delay, so
 * that dates which move to and fro bring no second apology and no second gesture (product rule 6).
 */
export const delays = pgTable(
  "delays",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    orderId: uuid("order_id").notNull(),
    /** Null while nothing was handed over. */
    shipmentId: uuid("shipment_id"),
    state: text("state", { enum: ["at_risk", "late", "stuck", "lost"] }).notNull(),
    level: text("level", { enum: ["calm", "apology"] }).notNull(),
    cause: text("cause").notNull(),
    severity: smallint("severity").notNull(),
    daysLate: integer("days_late"),
    late: real("late"),
    reason: text("reason"),
    responsible: text("responsible"),
    missesNeeded: boolean("misses_needed").notNull().default(false),
    /** The promised window and the one that we now believe. */
    wasFrom: date("was_from", { mode: "string" }),
    wasTo: date("was_to", { mode: "string" }),
    nowFrom: date("now_from", { mode: "string" }),
    nowTo: date("now_to", { mode: "string" }),
    beganAt: instant("began_at").notNull(),
    apologisedAt: instant("apologised_at"),
    /** When the shopper was first told, in the outbox or on a page, and first looked after it began. */
    toldAt: instant("told_at"),
    viewedAt: instant("viewed_at"),
    solvedAt: instant("solved_at"),
    /** How late it came in the end. */
    endedDaysLate: integer("ended_days_late"),
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
    unique("delays_once").on(t.merchantId, t.orderId, t.shipmentId).nullsNotDistinct(),
    // The desk: what is open, gravest first.
    index("delays_open").on(t.merchantId, t.severity.desc().nullsFirst(), t.beganAt).where(sql`solved_at is null`),
    // Numbers: who was told when, newest first.
    index("delays_by_time").on(t.merchantId, t.beganAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    // Numbers: orders that nobody had handed over when their day was over.
    index("delays_unsent").on(t.merchantId, t.wasTo).where(sql`shipment_id is null`),
    check("delays_state", sql`${t.state} in ('at_risk', 'late', 'stuck', 'lost')`),
    check("delays_level", sql`${t.level} in ('calm', 'apology')`),
    check("delays_severity", sql`${t.severity} between 0 and 3`),
    check("delays_late", sql`${t.late} between 0 and 1`),
    tenantPolicy(),
  ],
);
