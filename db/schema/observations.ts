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
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, merchantId, tenantPolicy } from "./columns.ts";
import { shipments } from "./shipments.ts";

/**
 * What a carrier said, once: a scan, or the summary of one report. Append-only (the application may not update or delete);
 * the raw payload is kept. `contentHash` makes a repeated report a no-op.
 */
export const observations = pgTable(
  "observations",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    shipmentId: uuid("shipment_id").notNull(),
    kind: text("kind", { enum: ["scan", "summary"] }).notNull(),
    effect: text("effect", { enum: ["moves", "informs", "unknown"] }).notNull(),
    status: text("status"),
    code: text("code"),
    description: text("description"),
    /** As given: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`, local to the place. */
    localTime: text("local_time"),
    zone: text("zone"),
    instant: instant("instant"),
    /** The carrier's own order, 0 = oldest of its report (histories grow at the top): it decides where times cannot. */
    reportPosition: integer("report_position").notNull().default(0),
    city: text("city"),
    region: text("region"),
    postalCode: text("postal_code"),
    country: text("country"),
    reason: text("reason"),
    responsible: text("responsible"),
    actionRequired: text("action_required"),
    estimateFrom: text("estimate_from"),
    estimateTo: text("estimate_to"),
    deliveredAt: text("delivered_at"),
    signedBy: text("signed_by"),
    leftAt: text("left_at"),
    /** Where and until when it can be collected, `Pickup` of `lib/tracking/observation.ts`. */
    pickup: jsonb("pickup"),
    /** The carrier took back that the parcel was delivered. */
    corrects: boolean("corrects").notNull().default(false),
    source: text("source", { enum: ["poll", "push", "import"] }).notNull(),
    raw: jsonb("raw"),
    contentHash: text("content_hash").notNull(),
    /** When the carrier was asked. */
    observedAt: instant("observed_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({
      columns: [t.merchantId, t.shipmentId],
      foreignColumns: [shipments.merchantId, shipments.id],
    }).onDelete("cascade"),
    // A report that comes twice adds nothing.
    uniqueIndex("observations_once").on(t.merchantId, t.shipmentId, t.contentHash),
    // The fold: everything known of a parcel.
    index("observations_by_shipment").on(t.merchantId, t.shipmentId, t.observedAt),
    check("observations_kind", sql`${t.kind} in ('scan', 'summary')`),
    check("observations_effect", sql`${t.effect} in ('moves', 'informs', 'unknown')`),
    check("observations_status_moves", sql`(${t.effect} = 'moves') = (${t.status} is not null)`),
    check(
      "observations_status",
      sql`${t.status} in ('pending', 'info_received', 'picked_up', 'in_transit', 'customs', 'out_for_delivery', 'attempt_failed', 'available_for_pickup', 'delivered', 'exception', 'lost', 'returning', 'returned', 'cancelled', 'expired')`,
    ),
    check("observations_source", sql`${t.source} in ('poll', 'push', 'import')`),
    tenantPolicy(),
  ],
);
