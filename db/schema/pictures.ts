import { foreignKey, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytes, createdAt, merchantId, tenantPolicy } from "./columns.ts";
import { merchants } from "./merchants.ts";

/** Product pictures and logos, served by ourselves: a shopper's page asks no third party. `id` is the SHA-256 of the bytes. */
export const pictures = pgTable(
  "pictures",
  {
    merchantId: merchantId(),
    id: text("id").notNull(),
    contentType: text("content_type").notNull(),
    bytes: bytes("bytes").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
