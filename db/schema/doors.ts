import { sql } from "drizzle-orm";
import {
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
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

/** `/admin`: the shops that a person may enter. As what, only the shop's own `members` say. */
export const memberIndex = pgTable(
  "member_index",
  {
    userId: text("user_id").notNull(),
    merchantId: uuid("merchant_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.merchantId] })],
);

/** A carrier's push address: which account it belongs to. */
export const accountIndex = pgTable("account_index", {
  webhookKey: text("webhook_key").primaryKey(),
  merchantId: uuid("merchant_id").notNull(),
  accountId: uuid("account_id").notNull(),
});

/**
 * Which parcels to ask about next; workers and shoppers' pages claim from here. A row is gone once there is nothing more
 * to ask. All times are the database's own, so that processes with different clocks agree.
 */
export const dueShipments = pgTable(
  "due_shipments",
  {
    merchantId: uuid("merchant_id").notNull(),
    shipmentId: uuid("shipment_id").notNull(),
    /** 0 to 3, how much news of it matters (`urgencyOf` of `lib/tracking`): who goes first when there are too few calls. */
    urgency: smallint("urgency").notNull().default(2),
    /** Null while no account of the merchant answers for the carrier. */
    accountId: uuid("account_id"),
    nextCheckAt: instant("next_check_at").notNull(),
    /** Somebody is asking until then; a flight that died frees the parcel by it. */
    leaseUntil: instant("lease_until"),
    /** The account that may not tell about this parcel (another shipper's): others are asked, where there are any. */
    refusedBy: uuid("refused_by"),
    /** Whose lease: a flight that comes back after its lease went to another changes nothing here. */
    leaseId: uuid("lease_id"),
    /** When the carrier was last asked, whatever came of it: the floor under shoppers' looking. */
    triedAt: instant("tried_at"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.shipmentId] }),
    // The worker's claim: the most overdue parcels of one account and urgency first.
    index("due_shipments_by_account").on(t.accountId, t.urgency, t.nextCheckAt),
    check("due_shipments_urgency", sql`${t.urgency} between 0 and 3`),
    // How many calls to an account are under way.
    index("due_shipments_in_flight").on(t.accountId, t.leaseUntil).where(sql`lease_until is not null`),
  ],
);

/**
 * Accounts that are left alone for a while: the carrier said when to come back, refused the key, or answers nobody. Gone
 * with the first answer.
 */
export const accountPauses = pgTable("account_pauses", {
  accountId: uuid("account_id").primaryKey(),
  merchantId: uuid("merchant_id").notNull(),
  pausedUntil: instant("paused_until").notNull(),
  /** Calls in a row that failed as a whole. */
  failures: integer("failures").notNull().default(0),
  /** What keeps it from answering, and since when: the merchant is told, the shopper is not. */
  problem: text("problem"),
  since: instant("since").notNull().defaultNow(),
});

/**
 * How many calls an account may make, and how many it has made: one row that every process locks before it asks, so that
 * together they never make one call too many. Limits are null where there is none.
 */
export const callBudgets = pgTable("call_budgets", {
  accountId: uuid("account_id").primaryKey(),
  merchantId: uuid("merchant_id").notNull(),
  perSecond: doublePrecision("per_second"),
  perHour: integer("per_hour"),
  perDay: integer("per_day"),
  /** `Spent` of `lib/tracking/budget`. */
  spent: jsonb("spent").notNull().default({}),
  /** Before this no scheduled call is free; those who look have their own part. */
  freeAt: instant("free_at").notNull().defaultNow(),
});
