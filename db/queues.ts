import type { Queue } from "pg-boss";

/** The durable queues. `migrate` makes them as the owner; at run time the application only adds, takes and completes jobs. */
export const QUEUES = [
  // A tick, sent every few seconds: one that fails is not repeated, since the next one follows.
  { name: "track-due", policy: "short", retryLimit: 0, expireInSeconds: 30, deleteAfterSeconds: 600 },
  // `short`: at most one waiting job a key. Who dies in the middle is not waited for: leases free the parcels.
  { name: "track-account", policy: "short", retryLimit: 0, expireInSeconds: 60, deleteAfterSeconds: 600 },
  // A push that was stored: worked in at once, and again for half an hour where our own database fails.
  {
    name: "work-push",
    notify: true,
    retryLimit: 8,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 600,
    expireInSeconds: 60,
    deleteAfterSeconds: 600,
  },
  // A tick: which subscriptions to pushes are new or run out.
  { name: "renew-pushes", policy: "short", retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 600 },
  // A mail server that is away is tried again for about an hour, then what waits is too old. So is a job that nobody takes.
  {
    name: "send-message",
    retryLimit: 12,
    retryDelay: 15,
    retryBackoff: true,
    retryDelayMax: 600,
    expireInSeconds: 60,
    retentionSeconds: 7_200,
    deleteAfterSeconds: 600,
  },
  // A shop that is away is asked again for a day, then the desk says so. A job that runs says itself when the day is over.
  {
    name: "ask-shop",
    retryLimit: 60,
    retryDelay: 30,
    retryBackoff: true,
    retryDelayMax: 3_600,
    expireInSeconds: 60,
    retentionSeconds: 1_209_600,
    deleteAfterSeconds: 600,
  },
  // How all open parcels stand to their promises; the next hour looks again.
  {
    name: "judge-open",
    policy: "short",
    retryLimit: 2,
    retryDelay: 60,
    expireInSeconds: 1_800,
    deleteAfterSeconds: 86_400,
  },
  // What each shop's parcels taught, once a day.
  {
    name: "learn-arrivals",
    policy: "short",
    retryLimit: 2,
    retryDelay: 300,
    expireInSeconds: 3_600,
    deleteAfterSeconds: 86_400,
  },
  // What each shop's orders taught, once a day: an hour or two where many shops are large. Who dies begins again.
  {
    name: "learn-recommendations",
    policy: "short",
    retryLimit: 2,
    retryDelay: 300,
    expireInSeconds: 14_400,
    deleteAfterSeconds: 86_400,
  },
  // A tick: new orders, added to what is known.
  { name: "add-orders", policy: "short", retryLimit: 0, expireInSeconds: 3_600, deleteAfterSeconds: 600 },
  // A tick: what the desk's numbers lack. The first count of a large shop takes minutes.
  { name: "count-numbers", policy: "short", retryLimit: 0, expireInSeconds: 3_600, deleteAfterSeconds: 600 },
  { name: "housekeeping", retryLimit: 3, retryBackoff: true, expireInSeconds: 120, deleteAfterSeconds: 86_400 },
] as const satisfies readonly Queue[];

export type QueueName = (typeof QUEUES)[number]["name"];

/** The schema that pg-boss has for itself. */
export const QUEUE_SCHEMA = "pgboss";
