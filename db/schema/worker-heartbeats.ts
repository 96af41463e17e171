import { pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

/** Which workers are alive, for `/api/health`. Holds nothing of any merchant. */
export const workerHeartbeats = pgTable("worker_heartbeats", {
  workerId: text("worker_id").primaryKey(),
  startedAt: instant("started_at").notNull().defaultNow(),
  beatAt: instant("beat_at").notNull().defaultNow(),
});
