import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { byteText, instant, merchantId, tenantPolicy } from "./columns.ts";
import { orders } from "./orders.ts";

/**
 * The words by which an order is found: under row-level security only equality and ranges reach an index, so everything that is
 * searched stands here as a folded word. `*_end` is written backwards: what is known of a number is often its end.
 */
export const searchTerms = pgTable(
  "search_terms",
  {
    merchantId: merchantId(),
    /** Folded (lower case, no accents) and compared by its bytes, so that a range is what begins with a text. */
    term: byteText("term").notNull(),
    kind: text("kind", {
      enum: ["number", "number_end", "name", "email", "tracking", "tracking_end", "sku"],
    }).notNull(),
    orderId: uuid("order_id").notNull(),
    placedAt: instant("placed_at").notNull(),
  },
  (t) => [
    // The desk's search: what begins with a word, the newest of each word first.
    primaryKey({ columns: [t.merchantId, t.term, t.placedAt, t.orderId, t.kind] }),
    foreignKey({ columns: [t.merchantId, t.orderId], foreignColumns: [orders.merchantId, orders.id] }).onDelete(
      "cascade",
    ),
    // Writing the words of an order anew.
    index("search_terms_of_order").on(t.merchantId, t.orderId),
    check(
      "search_terms_kind",
      sql`${t.kind} in ('number', 'number_end', 'name', 'email', 'tracking', 'tracking_end', 'sku', 'product')`,
    ),
    tenantPolicy(),
  ],
);
