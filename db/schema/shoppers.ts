import { foreignKey, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, merchantId, tenantPolicy, updatedAt } from "./columns.ts";
import { merchants } from "./merchants.ts";

/** A person who bought. Known by email within one merchant; `emailKey` is the lower-case form. */
export const shoppers = pgTable(
  "shoppers",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    email: text("email").notNull(),
    emailKey: text("email_key").notNull(),
    name: text("name"),
    locale: text("locale"),
    /** The language that the shopper chose on a page of ours; imports never touch it. */
    chosenLocale: text("chosen_locale"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    // Imports and look-up: the shopper with this email.
    uniqueIndex("shoppers_by_email").on(t.merchantId, t.emailKey),
    tenantPolicy(),
  ],
);
