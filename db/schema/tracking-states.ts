import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, merchantId, tenantPolicy } from "./columns.ts";
import { shipments } from "./shipments.ts";

/**
 * How our asking about a parcel goes, and the status that its observations fold to. Written together with them, and locked
 * first by whoever writes: two flights about one parcel come one after the other.
 */
export const trackingStates = pgTable(
  "tracking_states",
  {
    merchantId: merchantId(),
    shipmentId: uuid("shipment_id").notNull(),
    status: text("status").notNull().default("pending"),
    /** The newest asking that is worked in, answered or not. */
    askedAt: instant("asked_at"),
    /** The newest asking that the carrier answered, "not found" included. */
    checkedAt: instant("checked_at"),
    /** Why the newest askings failed, since when, and how many in a row. */
    problem: text("problem"),
    problemSince: instant("problem_since"),
    failures: integer("failures").notNull().default(0),
    /** The newest thing that the carrier told of, by its own time: how long it is silent is counted from there. */
    newsAt: instant("news_at"),
    /** What its promise was judged by; another text is a reason to judge it again. */
    facts: text("facts"),
    /** The carrier pushes news of it until then, so it need not be asked often. */
    pushedUntil: instant("pushed_until"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.shipmentId] }),
    foreignKey({
      columns: [t.merchantId, t.shipmentId],
      foreignColumns: [shipments.merchantId, shipments.id],
    }).onDelete("cascade"),
    // What was never judged. Nothing that an ordinary check changes is in it, so that those stay cheap.
    index("tracking_states_unjudged").on(t.merchantId, t.shipmentId).where(sql`facts is null`),
    // The desk: numbers that no carrier knows. An ordinary check changes nothing in it.
    index("tracking_states_invalid").on(t.merchantId, t.shipmentId).where(sql`problem = 'invalid_number'`),
    check(
      "tracking_states_status",
      sql`${t.status} in ('pending', 'info_received', 'picked_up', 'in_transit', 'customs', 'out_for_delivery', 'attempt_failed', 'available_for_pickup', 'delivered', 'exception', 'lost', 'returning', 'returned', 'cancelled', 'expired')`,
    ),
    check(
      "tracking_states_problem",
      sql`${t.problem} in ('invalid_number', 'credentials_refused', 'forbidden', 'quota_spent', 'outage', 'unreadable', 'rejected')`,
    ),
    check("tracking_states_problem_since", sql`(${t.problem} is null) = (${t.problemSince} is null)`),
    tenantPolicy(),
  ],
);
