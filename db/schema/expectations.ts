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
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, merchantId, tenantPolicy } from "./columns.ts";
import { shipments } from "./shipments.ts";

/**
 * What a parcel's promise is judged by, and what we believe of its arrival. The facts are those of its last judging, so that
 * all open parcels can be judged anew each hour without reading their scans; what has arrived is what estimates are learned
 * from. Days are the destination's.
 */
export const expectations = pgTable(
  "expectations",
  {
    merchantId: merchantId(),
    shipmentId: uuid("shipment_id").notNull(),
    orderId: uuid("order_id").notNull(),
    isOpen: boolean("is_open").notNull().default(true),
    /** The clock of its destination. */
    zone: text("zone").notNull(),
    carrier: text("carrier").notNull(),
    /** First seen in the carrier's hands. */
    handedOverAt: instant("handed_over_at"),
    arrivedAt: instant("arrived_at"),
    arrivedOn: date("arrived_on", { mode: "string" }),
    /** After it nobody knows what became of it: sent back, forgotten by the carrier. */
    watchedUntil: instant("watched_until"),
    outForDeliveryAt: instant("out_for_delivery_at"),
    /** The longest stretch without a scan, once it has arrived. */
    silentFrom: instant("silent_from"),
    silentTo: instant("silent_to"),
    /** Where the carrier took it over, and how far that is from where it goes. */
    fromTown: text("from_town"),
    fromCountry: text("from_country"),
    km: integer("km"),
    statusSince: date("status_since", { mode: "string" }),
    /** The first try at the door that failed. */
    triedOn: date("tried_on", { mode: "string" }),
    /** The carrier's window now, and the last day of its first one: what its word is worth is measured by that. */
    carrierFrom: date("carrier_from", { mode: "string" }),
    carrierTo: date("carrier_to", { mode: "string" }),
    carrierFirstTo: date("carrier_first_to", { mode: "string" }),
    /** What we had learned to expect at hand-over, for the same comparison: the window, and its likely day. */
    learnedFirstFrom: date("learned_first_from", { mode: "string" }),
    learnedFirstTo: date("learned_first_to", { mode: "string" }),
    learnedFirstDay: date("learned_first_day", { mode: "string" }),
    /** The learned centre at hand-over, kept for calibrating windows, and the chance then that it comes late. */
    forecast: real("forecast"),
    lateFirst: real("late_first"),
    reason: text("reason"),
    responsible: text("responsible"),
    actionRequired: text("action_required"),
    /** The promise that it was judged by: what the shopper was told that counts. */
    promisedFrom: date("promised_from", { mode: "string" }),
    promisedTo: date("promised_to", { mode: "string" }),
    /** The window that the shopper sees and who says it. */
    fromDay: date("from_day", { mode: "string" }),
    toDay: date("to_day", { mode: "string" }),
    source: text("source", { enum: ["carrier", "learned", "promised"] }),
    /** Chances, 0 to 1: that it comes after the promised day, and never. Null where nothing tells. */
    late: real("late"),
    lost: real("lost"),
    /** That it comes after the day by which the shopper needs it; null where there is none. */
    lateNeeded: real("late_needed"),
    /** What is learned whoever says the window: with whose day it is reckoned once that one is over. */
    learnedFrom: date("learned_from", { mode: "string" }),
    learnedTo: date("learned_to", { mode: "string" }),
    learnedDay: date("learned_day", { mode: "string" }),
    silenceUnusual: boolean("silence_unusual").notNull().default(false),
    handedOverLate: boolean("handed_over_late").notNull().default(false),
    /** What the chances rest on: which level of the model, and how many parcels. */
    basis: text("basis"),
    basisParcels: integer("basis_parcels"),
    judgedAt: instant("judged_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.shipmentId] }),
    foreignKey({
      columns: [t.merchantId, t.shipmentId],
      foreignColumns: [shipments.merchantId, shipments.id],
    }).onDelete("cascade"),
    // The hourly judging: a merchant's open parcels, page by page.
    index("expectations_open").on(t.merchantId, t.shipmentId).where(sql`is_open`),
    // Learning, and how well we told: what was handed over last, newest first.
    index("expectations_handed_over")
      .on(t.merchantId, t.handedOverAt.desc().nullsFirst())
      .where(sql`handed_over_at is not null`),
    // Numbers: what arrived in a span, and what was due then.
    index("expectations_arrived").on(t.merchantId, t.arrivedAt).where(sql`arrived_at is not null`),
    index("expectations_promised").on(t.merchantId, t.promisedTo).where(sql`promised_to is not null`),
    check("expectations_window", sql`${t.fromDay} <= ${t.toDay}`),
    check(
      "expectations_source",
      sql`(${t.source} is null) = (${t.toDay} is null) and ${t.source} in ('carrier', 'learned', 'promised')`,
    ),
    check(
      "expectations_chances",
      sql`${t.late} between 0 and 1 and ${t.lost} between 0 and 1 and ${t.lateFirst} between 0 and 1 and ${t.lateNeeded} between 0 and 1`,
    ),
    tenantPolicy(),
  ],
);
