import { foundBy, type Json, parsedBy } from "#lib/carriers/parsed-testing.ts";
import { aftership } from "./client.ts";

export const NUMBER = "9400100000000000000017";
export const OTHER = "1Z0000000000000003";

/** A scan in Boise. */
export function checkpoint(subtag: string, checkpoint_time: string | null, more: Json = {}): Json {
  return {
    ...{ slug: "usps", created_at: "2026-03-02T20:00:00+00:00", message: "Something happened", raw_tag: "X1" },
    ...{ tag: subtag.split("_")[0], subtag, subtag_message: "Words", checkpoint_time },
    ...{ city: "BOISE", state: "ID", postal_code: "83702", country_region: "USA" },
    ...more,
  };
}

/** A tracking, whose checkpoints are listed oldest first. */
export function tracking(subtag = "InTransit_001", more: Json = {}): Json {
  const tag = subtag.split("_")[0];
  return {
    id: "t1",
    tracking_number: NUMBER,
    slug: "usps",
    tag,
    subtag,
    subtag_message: "Words",
    checkpoints: [],
    ...more,
  };
}

/** The envelope of every reply. */
export function reply(data: unknown, code = 200): Json {
  return { meta: { code, message: "Some words for people" }, data };
}

export const page = (...trackings: readonly unknown[]) => reply({ pagination: { total: 2 }, trackings });

/** A page about two numbers that uses every field that we read; `more` stands in the first one's only checkpoint. */
export function fullReply(more: Json = {}): Json {
  const day = "2026-03-05";
  const old = { zip: "83702", country_iso3: "USA", location: "Boise, ID" };
  const delivered = checkpoint("Delivered_003", `${day}T16:30:00-07:00`, { ...old, ...more });
  const first = tracking("Delivered_003", {
    ...{ signed_by: "X", delivery_location_type: "Porch", pickup_location: "Kiosk", shipment_delivery_date: day },
    ...{ expected_delivery: day, courier_estimated_delivery_date: { estimated_delivery_date: day } },
    latest_estimated_delivery: { type: "specific", datetime: day, datetime_min: null, datetime_max: null },
    aftership_estimated_delivery_date: { estimated_delivery_date_min: day, estimated_delivery_date_max: day },
    checkpoints: [delivered],
  });
  return page(first, tracking("InTransit_001", { tracking_number: OTHER }));
}

/** An event as it is pushed. */
export function event(msg: unknown, more: Json = {}): string {
  return JSON.stringify({ event: "tracking_update", event_id: "e-7", msg, ts: 1_772_700_000, ...more });
}

export const parsed = (body: unknown) => parsedBy(aftership, body);

/** The report of a reply about one tracking. */
export const found = (subtag: string, more: Json = {}) => foundBy(aftership, reply(tracking(subtag, more)));
