import { pgTable, text } from "drizzle-orm/pg-core";
import { createdAt } from "./columns.ts";

/** Which server keys this database was written with, by a fingerprint that gives nothing away: other keys are refused at the start. */
export const serverKeys = pgTable("server_keys", {
  keyId: text("key_id").primaryKey(),
  fingerprint: text("fingerprint").notNull(),
  createdAt: createdAt(),
});
