import { index, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

/**
 * How far each limit is used up, shared by all processes. Entered before any tenant is known, so it has no policy; a key is an
 * HMAC with the server's key, and nobody can read an address or an order number out of it.
 */
export const throttles = pgTable(
  "throttles",
  {
    key: text("key").primaryKey(),
    /** When the limit will be whole again: the generic cell rate algorithm needs no more than this moment. */
    wholeAt: instant("whole_at").notNull(),
  },
  // Housekeeping: what is whole again is forgotten.
  (t) => [index("throttles_whole").on(t.wholeAt)],
);
