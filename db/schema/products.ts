import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, merchantId, tenantPolicy, updatedAt } from "./columns.ts";
import { merchants } from "./merchants.ts";

/** A product variant, known by its SKU within one merchant. */
export const products = pgTable(
  "products",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    sku: text("sku").notNull(),
    title: text("title").notNull(),
    /** When the title was true: the latest order's title wins, in whatever order files arrive. */
    titleAsOf: instant("title_as_of").notNull(),
    category: text("category"),
    priceMinor: bigint("price_minor", { mode: "number" }),
    currency: text("currency"),
    /** Pieces in stock; null when the shop does not tell. */
    stock: integer("stock"),
    replenishable: boolean("replenishable").notNull().default(false),
    pageUrl: text("page_url"),
    pictureId: text("picture_id"),
    /** `{ setup?, care?, film? }`: where the shopper learns to use it. */
    guideLinks: jsonb("guide_links").$type<{ setup?: string; care?: string; film?: string }>().notNull().default({}),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    // Imports: the product with this SKU.
    uniqueIndex("products_by_sku").on(t.merchantId, t.sku),
    check("products_stock", sql`${t.stock} >= 0`),
    tenantPolicy(),
  ],
);
