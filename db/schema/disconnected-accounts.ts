import { foreignKey, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, merchantId, tenantPolicy } from "./columns.ts";
import { merchants } from "./merchants.ts";

/** Carrier accounts that somebody disconnected a moment ago, whole and sealed as they were, so that it can be undone. */
export const disconnectedAccounts = pgTable(
  "disconnected_accounts",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    /** The row of `carrier_accounts`, and its places in `carrier_routes`. */
    account: jsonb("account").notNull(),
    routes: jsonb("routes").notNull(),
    removedBy: text("removed_by").notNull(),
    removedAt: instant("removed_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
