import { sql } from "drizzle-orm";
import { customType, pgPolicy, timestamp, uuid } from "drizzle-orm/pg-core";

const tenantOfTransaction = sql`merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid`;

/** The policy of every table that holds merchants' data: no tenant set, no rows. `db/migrate.ts` adds FORCE. */
export function tenantPolicy() {
  return pgPolicy("tenant", {
    as: "permissive",
    for: "all",
    to: "public",
    using: tenantOfTransaction,
    withCheck: tenantOfTransaction,
  });
}

/** The tenant: leading column of every key and index, so that the schema can be partitioned or distributed by merchant. */
export const merchantId = () => uuid("merchant_id").notNull();

/** An instant with microseconds, read as text so that nothing passes through `Date`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });

export const createdAt = () => instant("created_at").notNull().defaultNow();
export const updatedAt = () => instant("updated_at").notNull().defaultNow();

export const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
