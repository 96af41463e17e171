import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { byteText, createdAt, instant, merchantId, tenantPolicy, updatedAt } from "./columns.ts";
import { merchants } from "./merchants.ts";

/** A product variant, known by its SKU within one merchant. */
export const products = pgTable(
  "products",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    sku: text("sku").notNull(),
    title: text("title").notNull(),
    /** In small letters and compared by their bytes, so that a range is what begins with a text. */
    skuKey: byteText("sku_key").generatedAlwaysAs(sql`lower(left(sku, 100))`),
    titleKey: byteText("title_key").generatedAlwaysAs(sql`lower(left(title, 100))`),
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
    // The desk: products picked by how their SKU or title begins.
    index("products_by_sku_key").on(t.merchantId, t.skuKey),
    index("products_by_title_key").on(t.merchantId, t.titleKey),
    check("products_stock", sql`${t.stock} >= 0`),
    tenantPolicy(),
  ],
);
