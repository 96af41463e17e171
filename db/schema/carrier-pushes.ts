import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { carrierAccounts } from "./carrier-accounts.ts";
import { instant, merchantId, tenantPolicy } from "./columns.ts";

/**
 * What carriers pushed, stored before it is answered and worked in by a job. The body goes once it is worked in; the row stays
 * for a while, so that a replay is known.
 */
export const carrierPushes = pgTable(
  "carrier_pushes",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    /** SHA-256 of the delivery's own id, or of its body. */
    deliveryKey: text("delivery_key").notNull(),
    body: text("body"),
    receivedAt: instant("received_at").notNull().defaultNow(),
    workedAt: instant("worked_at"),
    outcome: text("outcome", { enum: ["news", "nothing_new", "no_parcel", "hint", "unreadable"] }),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({
      columns: [t.merchantId, t.accountId],
      foreignColumns: [carrierAccounts.merchantId, carrierAccounts.id],
    }).onDelete("cascade"),
    // A delivery that comes twice is stored once.
    uniqueIndex("carrier_pushes_once").on(t.merchantId, t.accountId, t.deliveryKey),
    // Housekeeping: what is old enough to be forgotten.
    index("carrier_pushes_by_age").on(t.merchantId, t.receivedAt),
    // Housekeeping: what nobody has worked yet.
    index("carrier_pushes_unworked").on(t.merchantId, t.receivedAt).where(sql`worked_at is null`),
    check("carrier_pushes_outcome", sql`${t.outcome} in ('news', 'nothing_new', 'no_parcel', 'hint', 'unreadable')`),
    tenantPolicy(),
  ],
);
