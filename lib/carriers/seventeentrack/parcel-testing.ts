import { foundBy, type Json, parsedBy } from "#lib/carriers/parsed-testing.ts";
import { seventeentrack } from "./client.ts";

export const NUMBER = "RR123456785CN";
export const OTHER = "1Z0000000000000003";

/** A scan in Boise. */
export function event(sub_status: string | null, time_iso: string | null, more: Json = {}): Json {
  const address = { country: "US", state: "ID", city: "BOISE", street: null, postal_code: "83702", coordinates: {} };
  const time_raw = { date: null, time: null, timezone: null };
  return {
    ...{ time_iso, time_utc: null, time_raw, description: "Something happened", location: "BOISE, ID, US" },
    ...{ stage: null, sub_status, address },
    ...more,
  };
}

/** What is known of one number; the scans of its one carrier are listed newest first. */
export function info(sub_status: string, events: readonly Json[] = [], more: Json = {}): Json {
  return {
    latest_status: { status: sub_status.split("_")[0], sub_status, sub_status_descr: null },
    latest_event: events[0] ?? null,
    time_metrics: { estimated_delivery_date: { source: null, from: null, to: null } },
    milestone: [],
    tracking: { providers_hash: 1, providers: [{ provider: { key: 21_051, name: "USPS" }, events }] },
    ...more,
  };
}

export function parcel(track_info: unknown, number: unknown = NUMBER): Json {
  return { number, carrier: 21_051, param: null, tag: null, track_info };
}

export function rejected(code: number, number: unknown = OTHER): Json {
  return { number, error: { code, message: "Some words for people" } };
}

/** The envelope of a reply about many numbers. */
export function reply(accepted: readonly unknown[], declined: readonly unknown[] = [], code = 0): Json {
  return { code, data: { accepted, rejected: declined } };
}

/** A reply about the whole request. */
export function failure(code: number): Json {
  return { code: 0, data: { errors: [{ code, message: "Some words for people" }] } };
}

/** A reply about two numbers that uses every field that we read; `more` stands in the first one's only scan. */
export function fullReply(more: Json = {}): Json {
  const at = "2026-03-05T16:30:00-07:00";
  const raw = { date: "2026-03-05", time: "16:30:00", timezone: null };
  const delivered = event("Delivered_Other", at, {
    time_utc: "2026-03-05T23:30:00Z",
    time_raw: raw,
    stage: "Delivered",
    ...more,
  });
  const told = info("Delivered_Other", [delivered], {
    latest_event: event("Delivered_Other", at),
    time_metrics: { estimated_delivery_date: { source: "Official", from: "2026-03-05", to: "2026-03-06" } },
    milestone: [{ key_stage: "Delivered", time_iso: at, time_utc: null, time_raw: raw }],
  });
  return reply([parcel(told)], [rejected(-18_019_909)]);
}

/** An event as it is pushed. */
export function push(data: unknown, name = "TRACKING_UPDATED"): string {
  return JSON.stringify({ event: name, data });
}

export const parsed = (body: unknown) => parsedBy(seventeentrack, body);

/** The report of a reply about one parcel. */
export const found = (sub: string, events: readonly Json[] = [], more: Json = {}) =>
  foundBy(seventeentrack, reply([parcel(info(sub, events, more))]));
