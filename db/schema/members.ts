import { sql } from "drizzle-orm";
import { check, foreignKey, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, merchantId, tenantPolicy } from "./columns.ts";
import { merchants } from "./merchants.ts";

/** Who may enter a merchant's desk, and as what. People are global (schema `auth`); this ties them to a merchant. */
export const members = pgTable(
  "members",
  {
    merchantId: merchantId(),
    userId: text("user_id").notNull(),
    role: text("role", { enum: ["owner", "editor", "support"] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.userId] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    check("members_role", sql`${t.role} in ('owner', 'editor', 'support')`),
    tenantPolicy(),
  ],
);
