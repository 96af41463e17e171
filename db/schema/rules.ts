import { sql } from "drizzle-orm";
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, merchantId, tenantPolicy, updatedAt } from "./columns.ts";
import { merchants } from "./merchants.ts";

/** What a merchant has set, read through the schemas of `lib/use-cases` only. Every change is in the audit. */
export const rules = pgTable(
  "rules",
  {
    merchantId: merchantId(),
    kind: text("kind", { enum: ["promise", "delay", "recommend"] }).notNull(),
    /** Raised by each change: who changes what somebody else changed meanwhile is told so. */
    version: integer("version").notNull(),
    rules: jsonb("rules").notNull(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.kind] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    check("rules_kind", sql`${t.kind} in ('promise', 'delay', 'recommend')`),
    tenantPolicy(),
  ],
);

/**
 * What somebody has typed into a form of rules and not saved: it outlives a mistake, a look at the last 90 days and a colleague
 * who saves first. One a person and form.
 */
export const ruleDrafts = pgTable(
  "rule_drafts",
  {
    merchantId: merchantId(),
    userId: text("user_id").notNull(),
    /** The form: `promises`, `gestures`, ... */
    form: text("form").notNull(),
    /** The rules that it was begun with, as a hash: whether somebody else changed them meanwhile. */
    base: text("base").notNull(),
    version: integer("version").notNull(),
    fields: jsonb("fields").notNull(),
    /** What the last 90 days would have been with them; null until somebody asked. */
    tried: jsonb("tried"),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.userId, t.form] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

/** Where a shop is asked to refund, to send again, and so on; the secret is sealed with the server key. */
export const shopHooks = pgTable(
  "shop_hooks",
  {
    merchantId: merchantId(),
    url: text("url").notNull(),
    secret: jsonb("secret").notNull(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

/** What was learned from a merchant's own deliveries, as `lib/promise/arrival` writes it. */
export const arrivalModels = pgTable(
  "arrival_models",
  {
    merchantId: merchantId(),
    builtAt: instant("built_at").notNull(),
    parcels: integer("parcels").notNull(),
    model: jsonb("model").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
