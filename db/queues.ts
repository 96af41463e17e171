import type { Queue } from "pg-boss";

/** The durable queues. `migrate` makes them as the owner; at run time the application only adds, takes and completes jobs. */
export const QUEUES = [
  { name: "housekeeping", retryLimit: 3, retryBackoff: true, expireInSeconds: 120, deleteAfterSeconds: 86_400 },
] as const satisfies readonly Queue[];

export type QueueName = (typeof QUEUES)[number]["name"];

/** The schema that pg-boss has for itself. */
export const QUEUE_SCHEMA = "pgboss";
