import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { carrierAccounts } from "./carrier-accounts.ts";
import { instant, merchantId, tenantPolicy } from "./columns.ts";
import { shipments } from "./shipments.ts";

/** Parcels of which the carrier was asked to push news, number by number (UPS for 14 days, USPS). */
export const pushSubscriptions = pgTable(
  "push_subscriptions",
  {
    merchantId: merchantId(),
    shipmentId: uuid("shipment_id").notNull(),
    accountId: uuid("account_id").notNull(),
    /** When to ask for it the next time, or again. */
    renewAt: instant("renew_at").notNull(),
    /** Tries in a row that failed, and why the last one did. */
    failures: integer("failures").notNull().default(0),
    problem: text("problem"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.shipmentId] }),
    foreignKey({
      columns: [t.merchantId, t.shipmentId],
      foreignColumns: [shipments.merchantId, shipments.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.merchantId, t.accountId],
      foreignColumns: [carrierAccounts.merchantId, carrierAccounts.id],
    }).onDelete("cascade"),
    // The worker: which of an account's subscriptions run out.
    index("push_subscriptions_by_renewal").on(t.merchantId, t.accountId, t.renewAt),
    tenantPolicy(),
  ],
);
