import { foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { carrierAccounts } from "./carrier-accounts.ts";
import { merchantId, tenantPolicy } from "./columns.ts";

/**
 * Which accounts answer for a carrier's parcels, in which order: the first one that can. A carrier without rows is answered by
 * its own accounts, then by aggregators, the oldest first.
 */
export const carrierRoutes = pgTable(
  "carrier_routes",
  {
    merchantId: merchantId(),
    /** As in `shipments.carrier`. */
    carrier: text("carrier").notNull(),
    position: integer("position").notNull(),
    accountId: uuid("account_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.carrier, t.position] }),
    foreignKey({
      columns: [t.merchantId, t.accountId],
      foreignColumns: [carrierAccounts.merchantId, carrierAccounts.id],
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
