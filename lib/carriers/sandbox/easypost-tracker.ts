import { EASYPOST_WORDS } from "./easypost-words.ts";
import type { Given } from "./given-numbers.ts";
import { inCapitals } from "./place-text.ts";
import type { Played, PlayedEvent } from "./played.ts";
import type { SandboxCarrier, ScriptPlace } from "./script.ts";
import { allScans, stepSaid } from "./step-said.ts";
import { isParcelDe } from "./tracking-numbers.ts";
import { wallClock } from "./wall-clock.ts";

const NAMES: Readonly<Record<SandboxCarrier, string>> = { ups: "UPS", fedex: "FedEx", usps: "USPS", dhl: "DHLExpress" };

/** A tracker, scans oldest first and in UTC. One that nothing is known of yet is `unknown`. */
export function easypostTracker({ id, number, carrier, atMs }: Given, played: Played | null) {
  const name = easypostCarrier(carrier, number);
  const tracker = {
    id: `trk_${id}`,
    object: "Tracker",
    mode: "test",
    tracking_code: number,
    ...stateOf(played),
    created_at: utc(atMs),
    updated_at: utc(Math.max(atMs, played?.events[0].atMs ?? atMs)),
    signed_by: played?.delivered == null ? null : played.signedBy,
    weight: null,
    est_delivery_date: estimateOf(played),
    shipment_id: null,
    carrier: name,
    tracking_details: allScans(played)
      .toReversed()
      .map(({ event, of }) => detailOf(event, name, of)),
    carrier_detail: played === null ? null : carrierDetail(played),
    finalized: played?.delivered != null,
    is_return: false,
    public_url: `https://track.easypost.com/${Buffer.from(`djE6${id}`).toString("base64url")}`,
    fees: [],
  };
  return tracker;
}

/** EasyPost's name of the carrier of a number; DHL has one for each of its networks. */
function easypostCarrier(carrier: SandboxCarrier, number: string): string {
  return carrier === "dhl" && isParcelDe(number) ? "DHLPaket" : NAMES[carrier];
}

/** Whose number it is by EasyPost's name of the carrier; null for one that the sandbox does not play. */
export function carrierOfEasypost(name: string): SandboxCarrier | null {
  const key = name.toLowerCase();
  if (key.startsWith("dhl")) return "dhl";
  return key === "ups" || key === "fedex" || key === "usps" ? key : null;
}

function stateOf(played: Played | null) {
  if (played === null) return { status: "unknown", status_detail: "unknown" };
  const { status, detail } = EASYPOST_WORDS[stepSaid(played.current, played)];
  return { status, status_detail: detail };
}

function detailOf(event: PlayedEvent, source: string, played: Played) {
  const { status, detail } = EASYPOST_WORDS[stepSaid(event, played)];
  const { message } = EASYPOST_WORDS[event.step];
  return {
    object: "TrackingDetail",
    message,
    description: "",
    status,
    status_detail: event.step === "note" ? EASYPOST_WORDS.note.detail : detail,
    datetime: utc(event.atMs),
    source,
    carrier_code: "",
    tracking_location: event.step === "label" ? nowhere() : locationOf(event.place),
  };
}

/** The end of the window as an instant; for a day its midnight, which is not one in UTC and not one there. */
function estimateOf(played: Played | null): string | null {
  const latest = played?.estimates.at(-1);
  if (played == null || latest === undefined) return null;
  if (latest.kind === "window") return utc(latest.toMs);
  return `${wallClock(latest.toMs, played.destination.zone).date}T00:00:00Z`;
}

function carrierDetail({ estimates, origin, destination, events }: Played) {
  const latest = estimates.at(-1);
  const expected = latest === undefined ? null : wallClock(latest.toMs, destination.zone);
  const attempt = events.findLast(({ step }) => step.startsWith("attempt"));
  return {
    object: "CarrierDetail",
    service: null,
    container_type: null,
    est_delivery_date_local: expected?.date ?? null,
    est_delivery_time_local: latest?.kind === "window" ? (expected?.time ?? null) : null,
    origin_location: lineOf(origin),
    origin_tracking_location: locationOf(origin),
    destination_location: lineOf(destination),
    destination_tracking_location: locationOf(destination),
    guaranteed_delivery_date: null,
    alternate_identifier: null,
    initial_delivery_attempt: attempt === undefined ? null : utc(attempt.atMs),
  };
}

function locationOf(place: ScriptPlace) {
  return {
    object: "TrackingLocation",
    city: inCapitals(place.city),
    state: place.region,
    country: place.country,
    zip: place.postalCode,
  };
}

function nowhere() {
  return { object: "TrackingLocation", city: null, state: null, country: null, zip: null };
}

function lineOf({ city, region, postalCode, country }: ScriptPlace): string {
  return `${inCapitals(city)} ${region ?? country}, ${postalCode}`;
}

function utc(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19)}Z`;
}
