import { foundBy, type Json, parsedBy } from "#lib/carriers/parsed-testing.ts";
import { easypost } from "./client.ts";

export const NUMBER = "9400100000000000000017";
export const OTHER = "1Z0000000000000003";

/** A scan in Boise. */
export function detail(status: unknown, datetime: string | null, more: Json = {}): Json {
  const tracking_location = { object: "TrackingLocation", city: "BOISE", state: "ID", zip: "83702", country: "US" };
  return {
    ...{ object: "TrackingDetail", message: "Something happened", status, status_detail: "status_update", datetime },
    ...{ source: "USPS", carrier_code: "X1", tracking_location },
    ...more,
  };
}

/** A tracker, whose scans are listed oldest first. */
export function tracker(more: Json = {}): Json {
  return {
    ...{ id: "trk_1", object: "Tracker", mode: "production", tracking_code: NUMBER, carrier: "USPS" },
    ...{ status: "in_transit", status_detail: "status_update", signed_by: null, est_delivery_date: null },
    ...{ carrier_detail: null, tracking_details: [], public_url: "https://track.easypost.com/x" },
    ...more,
  };
}

/** A page about two numbers that uses every field that we read; `more` stands in the first one's only scan. */
export function fullReply(more: Json = {}): Json {
  const day = "2026-03-05";
  const carrier_detail = {
    ...{
      est_delivery_date_local: day,
      est_delivery_time_local: "18:00:00",
      guaranteed_delivery_date: `${day}T00:00:00Z`,
    },
  };
  const delivered = detail("delivered", `${day}T16:30:00Z`, { status_detail: "arrived_at_destination", ...more });
  const status = { status: "delivered", status_detail: "arrived_at_destination", signed_by: "X" };
  const first = tracker({
    ...status,
    est_delivery_date: `${day}T00:00:00Z`,
    carrier_detail,
    tracking_details: [delivered],
  });
  return { trackers: [first, tracker({ tracking_code: OTHER })], has_more: false };
}

/** An event as it is pushed. */
export function event(result: unknown, more: Json = {}): string {
  return JSON.stringify({
    id: "evt_7",
    object: "Event",
    description: "tracker.updated",
    mode: "test",
    result,
    ...more,
  });
}

/** A reply without a tracker. */
export function failure(code: string): Json {
  return { error: { code, message: "Some words for people", errors: [] } };
}

export const parsed = (reply: unknown) => parsedBy(easypost, reply);

/** The report of a reply about one tracker. */
export const found = (more: Json) => foundBy(easypost, tracker(more));
