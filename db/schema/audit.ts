import { sql } from "drizzle-orm";
import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, merchantId, tenantPolicy } from "./columns.ts";
import { merchants } from "./merchants.ts";

/** Who changed what, with before and after. Append-only; holds ids and settings, never a shopper's personal data. */
export const audit = pgTable(
  "audit",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    at: instant("at").notNull().defaultNow(),
    /** `cli`, `worker`, or a member's user id. */
    actor: text("actor").notNull(),
    /** `merchant.added`, `orders.imported`, `link.revoked`, ... */
    action: text("action").notNull(),
    subject: text("subject").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    // The desk: newest first.
    index("audit_by_time").on(t.merchantId, t.at.desc().nullsFirst()),
    // The desk: how rules of a kind came about, newest first, without reading everything else that happened.
    index("audit_of_rules").on(t.merchantId, t.subject, t.at.desc().nullsFirst()).where(sql`action = 'rules.set'`),
    tenantPolicy(),
  ],
);
