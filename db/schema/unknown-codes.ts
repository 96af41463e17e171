import { bigint, foreignKey, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, merchantId, tenantPolicy } from "./columns.ts";
import { merchants } from "./merchants.ts";

/** Codes that carriers used and our tables do not know, for the operator: each is shown, counted, and moves nothing. */
export const unknownCodes = pgTable(
  "unknown_codes",
  {
    merchantId: merchantId(),
    /** Of the account that told it, as in `carrier_accounts.carrier`. */
    carrier: text("carrier").notNull(),
    code: text("code").notNull(),
    /** In the carrier's words, as it was told last. */
    description: text("description"),
    times: bigint("times", { mode: "number" }).notNull(),
    firstSeenAt: instant("first_seen_at").notNull().defaultNow(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.carrier, t.code] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
