import { z } from "zod";
import { id, list, objectOf, part, scansOf, text } from "#lib/carriers/reading.ts";

/** One scan, in the names of all versions since 2023. `checkpoint_time` is the carrier's, with an offset or without. */
const checkpoint = z.object({
  checkpoint_time: text,
  message: text,
  tag: text,
  subtag: text,
  city: text,
  state: text,
  zip: text,
  postal_code: text,
  location: text,
  country_region: text,
  country_iso3: text,
  country_region_name: text,
  country_name: text,
});
/** What of a scan identifies nobody: codes, words, the time, and the place down to its city. */
const KEPT = [
  ...["checkpoint_time", "message", "slug", "tag", "subtag", "raw_tag"],
  ...["city", "state", "zip", "postal_code", "country_region", "country_iso3", "country_name"],
];
const checkpoints = scansOf(checkpoint, KEPT);
export type AftershipCheckpoint = z.output<typeof checkpoint> & { readonly raw: unknown };

/** One estimate. The latest has other names than those of the courier and of AfterShip's own; old versions have a text. */
const datesOf = objectOf(
  z.object({
    datetime: text,
    datetime_min: text,
    datetime_max: text,
    estimated_delivery_date: text,
    estimated_delivery_date_min: text,
    estimated_delivery_date_max: text,
  }),
);
const dates = z
  .unknown()
  .optional()
  .transform((value) => datesOf.parse(typeof value === "string" ? { datetime: value } : value));
export type AftershipDates = z.output<typeof dates>;

/** One tracking: all that AfterShip knows of one number. */
export const trackingSchema = z.object({
  tracking_number: id,
  tag: text,
  subtag: text,
  subtag_message: text,
  signed_by: text,
  delivery_location_type: text,
  pickup_location: text,
  shipment_delivery_date: text,
  courier_estimated_delivery_date: dates,
  latest_estimated_delivery: dates,
  aftership_estimated_delivery_date: dates,
  expected_delivery: dates,
  checkpoints,
  /** What "last checkpoint" replies of old versions have in its place. */
  checkpoint: z
    .unknown()
    .optional()
    .transform((value) => checkpoints.parse([value])?.at(0) ?? null),
});
export type AftershipTracking = z.output<typeof trackingSchema>;

/** A reply: `data` is a page of trackings, holds one, or is one. A push has it in `msg`. */
export const replySchema = part({
  meta: part({ code: text }),
  data: part({ trackings: list, tracking: z.unknown().optional() }),
});

/** The same `data` as it came, for where it is the tracking itself. */
export const rawDataSchema = part({ data: z.unknown().optional(), msg: z.unknown().optional() });

export const pushSchema = part({ event: text, event_id: text, ts: text, msg: z.unknown().optional() });
