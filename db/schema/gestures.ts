import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, merchantId, tenantPolicy } from "./columns.ts";
import { delays } from "./delays.ts";
import { merchants } from "./merchants.ts";

/** Compensation that was granted: one a delay, ever. What it is and by which rule stands as it was then. */
export const gestures = pgTable(
  "gestures",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    delayId: uuid("delay_id").notNull(),
    orderId: uuid("order_id").notNull(),
    ruleId: text("rule_id").notNull(),
    ruleName: text("rule_name").notNull(),
    gesture: jsonb("gesture").notNull(),
    costMinor: bigint("cost_minor", { mode: "number" }).notNull(),
    currency: text("currency").notNull(),
    /** What the shopper gives the shop to have it; null for what needs none. */
    code: text("code"),
    /** Which month's budget paid for it: its first day, in the merchant's zone. */
    month: date("month", { mode: "string" }).notNull(),
    grantedAt: instant("granted_at").notNull(),
    /** How telling the shop of it went: it has to make the code, or to give the money back. */
    request: text("request", { enum: ["queued", "sent", "failed"] }).notNull(),
    requestError: text("request_error"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({ columns: [t.merchantId, t.delayId], foreignColumns: [delays.merchantId, delays.id] }).onDelete(
      "cascade",
    ),
    unique("gestures_once").on(t.merchantId, t.delayId),
    unique("gestures_code").on(t.merchantId, t.code),
    // What an order has had, against its budget.
    index("gestures_by_order").on(t.merchantId, t.orderId),
    // The desk: spend by month.
    index("gestures_by_month").on(t.merchantId, t.month.desc().nullsFirst(), t.grantedAt.desc().nullsFirst()),
    // The desk: what the shop's own system did not take.
    index("gestures_failed").on(t.merchantId, t.orderId).where(sql`request = 'failed'`),
    check("gestures_cost", sql`${t.costMinor} >= 0`),
    check("gestures_request", sql`${t.request} in ('queued', 'sent', 'failed')`),
    tenantPolicy(),
  ],
);

/** What a month's gestures have cost, kept when an order goes. Whoever grants takes its turn first (`lockGestures`). */
export const gestureSpend = pgTable(
  "gesture_spend",
  {
    merchantId: merchantId(),
    month: date("month", { mode: "string" }).notNull(),
    spentMinor: bigint("spent_minor", { mode: "number" }).notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.month] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    check("gesture_spend_positive", sql`${t.spentMinor} >= 0`),
    tenantPolicy(),
  ],
);
