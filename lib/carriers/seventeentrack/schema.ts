import { z } from "zod";
import { id, list, listOf, objectOf, part, scansOf, text } from "#lib/carriers/reading.ts";

const when = { time_iso: text, time_utc: text, time_raw: part({ date: text, time: text }) };

/** One scan. `time_iso` has the offset that 17TRACK gave it, `time_raw` what the carrier wrote. */
const event = z.object({
  ...when,
  description: text,
  location: text,
  stage: text,
  sub_status: text,
  address: part({ country: text, state: text, city: text, postal_code: text }),
});
/** What of a scan identifies nobody: codes, words, times, and the place down to its city. */
const KEPT = [
  ...["time_iso", "time_utc", "time_raw", "date", "time", "timezone", "description", "stage", "sub_status"],
  ...["address", "country", "state", "city", "postal_code"],
];
const events = scansOf(event, KEPT);
export type SeventeentrackEvent = z.output<typeof event> & { readonly raw: unknown };
export type SeventeentrackWhen = Pick<SeventeentrackEvent, "time_iso" | "time_utc" | "time_raw">;

const info = z.object({
  latest_status: part({ status: text, sub_status: text, sub_status_descr: text }),
  latest_event: z
    .unknown()
    .optional()
    .transform((value) => events.parse([value])?.at(0) ?? null),
  time_metrics: part({ estimated_delivery_date: part({ from: text, to: text }) }),
  milestone: listOf(z.object({ key_stage: text, ...when })),
  tracking: part({ providers: listOf(z.object({ events })) }),
});
export type SeventeentrackInfo = z.output<typeof info>;

/** A number that was accepted, with what is known of it; a push has the same form. `track` is how version 1 told it. */
export const parcelSchema = z.object({ number: id, track_info: objectOf(info), track: objectOf(z.object({})) });

/** A number that was not. */
export const rejectedSchema = z.object({ number: id, error: part({ code: text }) });

export const replySchema = part({
  code: text,
  data: part({ accepted: list, rejected: list, errors: listOf(z.object({ code: text })) }),
});

/** A push. Others call their events otherwise. */
const eventName = text.transform((name) => (name?.startsWith("TRACKING_") ? name : null));
export const pushSchema = part({ event: eventName, data: z.unknown().optional() });
