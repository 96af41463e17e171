import { boolean, foreignKey, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, merchantId, tenantPolicy, updatedAt } from "./columns.ts";
import { merchants } from "./merchants.ts";

/** A merchant's own account with a carrier. `credentials` is sealed (AES-256-GCM; merchant and carrier as additional data). */
export const carrierAccounts = pgTable(
  "carrier_accounts",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    carrier: text("carrier").notNull(),
    label: text("label").notNull(),
    sandbox: boolean("sandbox").notNull().default(false),
    /** Answers for other carriers' parcels (EasyPost, AfterShip, 17TRACK). */
    aggregator: boolean("aggregator").notNull().default(false),
    credentials: jsonb("credentials").notNull(),
    /** The last part of its push address; `account_index` leads from it to here. Null until somebody wants pushes. */
    webhookKey: text("webhook_key"),
    /** What the carrier signs its pushes with, sealed like the credentials. */
    webhookSecret: jsonb("webhook_secret"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    // Which account answers for a carrier.
    uniqueIndex("carrier_accounts_by_carrier").on(t.merchantId, t.carrier, t.label),
    tenantPolicy(),
  ],
);
