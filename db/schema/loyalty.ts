import { sql } from "drizzle-orm";
import { check, date, foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { merchantId, tenantPolicy, updatedAt } from "./columns.ts";
import { shoppers } from "./shoppers.ts";

/** A shopper's tier. The balance is the sum of `loyaltyPoints` that have not expired. */
export const loyaltyAccounts = pgTable(
  "loyalty_accounts",
  {
    merchantId: merchantId(),
    shopperId: uuid("shopper_id").notNull(),
    tier: text("tier"),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.shopperId] }),
    foreignKey({ columns: [t.merchantId, t.shopperId], foreignColumns: [shoppers.merchantId, shoppers.id] }).onDelete(
      "cascade",
    ),
    tenantPolicy(),
  ],
);

/** Points by the day on which they expire; `position` 1-based in the order they expire. */
export const loyaltyPoints = pgTable(
  "loyalty_points",
  {
    merchantId: merchantId(),
    shopperId: uuid("shopper_id").notNull(),
    position: integer("position").notNull(),
    points: integer("points").notNull(),
    /** Null: these never expire. */
    expiresOn: date("expires_on", { mode: "string" }),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.shopperId, t.position] }),
    foreignKey({
      columns: [t.merchantId, t.shopperId],
      foreignColumns: [loyaltyAccounts.merchantId, loyaltyAccounts.shopperId],
    }).onDelete("cascade"),
    check("loyalty_points_positive", sql`${t.points} >= 0`),
    tenantPolicy(),
  ],
);
