import { sql } from "drizzle-orm";
import { bigint, date, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, merchantId, tenantPolicy } from "./columns.ts";
import { merchants } from "./merchants.ts";
import { shoppers } from "./shoppers.ts";

/** What was bought. `numberKey` is the number without `#` and in lower case: how people and links name it. */
export const orders = pgTable(
  "orders",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    number: text("number").notNull(),
    numberKey: text("number_key").notNull(),
    shopperId: uuid("shopper_id"),
    placedAt: instant("placed_at").notNull(),
    currency: text("currency").notNull(),
    subtotalMinor: bigint("subtotal_minor", { mode: "number" }).notNull(),
    shippingMinor: bigint("shipping_minor", { mode: "number" }).notNull(),
    taxMinor: bigint("tax_minor", { mode: "number" }).notNull(),
    discountMinor: bigint("discount_minor", { mode: "number" }).notNull(),
    totalMinor: bigint("total_minor", { mode: "number" }).notNull(),
    shippingMethod: text("shipping_method"),
    financialStatus: text("financial_status"),
    cancelledAt: instant("cancelled_at"),
    note: text("note"),
    /** The day by which the shopper says that it is needed; imports never touch it. */
    neededBy: date("needed_by"),
    shipName: text("ship_name"),
    shipStreet: text("ship_street"),
    shipCity: text("ship_city"),
    shipPostcode: text("ship_postcode"),
    shipRegion: text("ship_region"),
    shipCountry: text("ship_country"),
    shipPhone: text("ship_phone"),
    /** Which order source brought it: `orders`, `history`, `demo`, ... */
    source: text("source").notNull(),
    /** SHA-256 over all that the source said: equal means nothing to do. */
    sourceHash: text("source_hash").notNull(),
    /** Of the statement, not the transaction: written while `lockImports` is held, so that nothing earlier comes in later. */
    createdAt: instant("created_at").notNull().default(sql`statement_timestamp()`),
    updatedAt: instant("updated_at").notNull().default(sql`statement_timestamp()`),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    foreignKey({ columns: [t.merchantId, t.shopperId], foreignColumns: [shoppers.merchantId, shoppers.id] }),
    // Imports, `/go` and `link`: the order with this number.
    uniqueIndex("orders_by_number").on(t.merchantId, t.numberKey),
    // A shopper's history, newest first.
    index("orders_by_shopper").on(t.merchantId, t.shopperId, t.placedAt.desc().nullsFirst()),
    // `links --csv` and the desk's list, paged by time.
    index("orders_by_time").on(t.merchantId, t.placedAt.desc().nullsFirst(), t.id),
    // Learning: what came in since, and what of it was changed afterwards.
    index("orders_by_arrival").on(t.merchantId, t.createdAt),
    index("orders_changed").on(t.merchantId, t.updatedAt).where(sql`updated_at > created_at`),
    tenantPolicy(),
  ],
);
