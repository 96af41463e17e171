import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

/*
 * The doors: entered without a tenant, so they hold ids only and have no policy.
 * A door is read once, then `withTenant` for everything else.
 */

/** `/t/[token]`: the SHA-256 of a link's token. */
export const linkIndex = pgTable("link_index", {
  tokenHash: text("token_hash").primaryKey(),
  merchantId: uuid("merchant_id").notNull(),
  linkId: uuid("link_id").notNull(),
});

/** `/go/[merchant]`, `--merchant SLUG`, `/media/[merchant]`: a shop's public short name. */
export const slugIndex = pgTable("slug_index", {
  slug: text("slug").primaryKey(),
  merchantId: uuid("merchant_id").notNull().unique(),
});

/** A merchant's own domain. */
export const hostIndex = pgTable("host_index", {
  host: text("host").primaryKey(),
  merchantId: uuid("merchant_id").notNull(),
});

/** A carrier's push address: which account it belongs to. */
export const accountIndex = pgTable("account_index", {
  webhookKey: text("webhook_key").primaryKey(),
  merchantId: uuid("merchant_id").notNull(),
  accountId: uuid("account_id").notNull(),
});

/** Which parcels to ask about next; the worker claims from here in batches of one account. */
export const dueShipments = pgTable(
  "due_shipments",
  {
    merchantId: uuid("merchant_id").notNull(),
    shipmentId: uuid("shipment_id").notNull(),
    accountId: uuid("account_id"),
    nextCheckAt: instant("next_check_at").notNull(),
    leaseUntil: instant("lease_until"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.shipmentId] }),
    // The worker's claim: the most overdue parcels of one account first.
    index("due_shipments_by_account").on(t.accountId, t.nextCheckAt),
  ],
);
