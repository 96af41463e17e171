import { z } from "zod";
import { id, list, objectOf, part, scansOf, text } from "#lib/carriers/reading.ts";

/** One scan. `datetime` is by the clock of the place where EasyPost knows the place, else in UTC. Source: EasyPost API, Tracker. */
const detail = z.object({
  datetime: text,
  status: text,
  status_detail: text,
  message: text,
  tracking_location: part({ city: text, state: text, zip: text, country: text }),
});
/** What of a scan identifies nobody: codes, words, the time, and the place down to its city. */
const KEPT = [
  ...["datetime", "status", "status_detail", "message", "source", "carrier_code"],
  ...["tracking_location", "city", "state", "zip", "country"],
];
export type EasypostDetail = z.output<typeof detail> & { readonly raw: unknown };

/** One tracker: all that EasyPost knows of one number. */
export const trackerSchema = z.object({
  object: text,
  tracking_code: id,
  status: text,
  status_detail: text,
  signed_by: text,
  est_delivery_date: text,
  carrier_detail: part({
    est_delivery_date_local: text,
    est_delivery_time_local: text,
    guaranteed_delivery_date: text,
  }),
  tracking_details: scansOf(detail, KEPT),
});
export type EasypostTracker = z.output<typeof trackerSchema>;

/** A page of trackers. */
export const pageSchema = part({ trackers: list });

/** What is pushed: `result` is what the event is about, mostly a tracker. */
export const eventSchema = part({
  id: text,
  object: text,
  description: text,
  created_at: text,
  result: z.unknown().optional(),
});

/** A reply that has no tracker. Some errors are their words alone. */
const error = objectOf(z.object({ code: text }));
export const failureSchema = part({
  error: z
    .unknown()
    .optional()
    .transform((value) => (typeof value === "string" && value !== "" ? { code: null } : error.parse(value))),
});
