import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, merchantId, tenantPolicy } from "./columns.ts";
import { orders } from "./orders.ts";
import { shoppers } from "./shoppers.ts";

/**
 * The row of products that was made for an order's page, as the gate left it: it stays the same while the shopper looks, and is
 * what measurement counts by. Ids only.
 */
export const offers = pgTable(
  "offers",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    orderId: uuid("order_id").notNull(),
    /** Null where nobody is known to have ordered. */
    shopperId: uuid("shopper_id"),
    offeredAt: instant("offered_at").notNull(),
    /** `[{ product, because }]` in the order of the page; of a held-out shopper what would have been shown. */
    shown: jsonb("shown").notNull(),
    /** `[{ product, because, reason }]`. */
    withheld: jsonb("withheld").notNull(),
    /** Why the whole row stays away; null when it is shown. */
    reason: text("reason"),
    /** Of the shoppers who see none, so that what the row brings can be measured. */
    heldOut: boolean("held_out").notNull(),
    /** The engine that ranked it; null where nothing is learned yet. */
    engine: text("engine", { enum: ["transitions", "ease", "popularity"] }),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({ columns: [t.merchantId, t.orderId], foreignColumns: [orders.merchantId, orders.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.merchantId, t.shopperId], foreignColumns: [shoppers.merchantId, shoppers.id] }).onDelete(
      "cascade",
    ),
    // The page: an order's newest offer.
    index("offers_by_order").on(t.merchantId, t.orderId, t.offeredAt.desc().nullsFirst()),
    // What a shopper was offered before a purchase.
    index("offers_by_shopper").on(t.merchantId, t.shopperId, t.offeredAt.desc().nullsFirst()),
    // Numbers of a period.
    index("offers_by_time").on(t.merchantId, t.offeredAt.desc().nullsFirst()),
    check("offers_engine", sql`${t.engine} in ('transitions', 'ease', 'popularity')`),
    tenantPolicy(),
  ],
);

/** That an offered product was seen (on the screen for a second) or followed: each once. */
export const offerSights = pgTable(
  "offer_sights",
  {
    merchantId: merchantId(),
    offerId: uuid("offer_id").notNull(),
    productId: uuid("product_id").notNull(),
    kind: text("kind", { enum: ["seen", "clicked"] }).notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.offerId, t.productId, t.kind] }),
    foreignKey({ columns: [t.merchantId, t.offerId], foreignColumns: [offers.merchantId, offers.id] }).onDelete(
      "cascade",
    ),
    // Numbers of a period.
    index("offer_sights_by_time").on(t.merchantId, t.at.desc().nullsFirst()),
    check("offer_sights_kind", sql`${t.kind} in ('seen', 'clicked')`),
    tenantPolicy(),
  ],
);
