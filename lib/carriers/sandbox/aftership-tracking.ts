import { AFTERSHIP_WORDS, type AftershipWords, aftershipDelivered } from "./aftership-words.ts";
import { drawsOf } from "./draws.ts";
import type { Given } from "./given-numbers.ts";
import { inTitleCase } from "./place-text.ts";
import { type Played, type PlayedEstimate, type PlayedEvent, waitsForPickup } from "./played.ts";
import type { SandboxCarrier, ScriptPlace } from "./script.ts";
import { allScans, stepSaid } from "./step-said.ts";
import { isParcelDe } from "./tracking-numbers.ts";
import { localText, wallClock } from "./wall-clock.ts";

/** ISO 3166-1 alpha-3 of the countries where the sandbox's parcels are, as far as they are known here. */
const ALPHA3 = new Map(
  "USA-US DEU-DE FRA-FR NLD-NL BEL-BE AUT-AT ESP-ES ITA-IT PRT-PT DNK-DK SWE-SE FIN-FI POL-PL IRL-IE GBR-GB JPN-JP IND-IN AUS-AU CHE-CH NOR-NO TUR-TR"
    .split(" ")
    .map((both) => [both.slice(4), both.slice(0, 3)] as const),
);

/** A tracking of version 2026-07, checkpoints oldest first. Without news it is `Pending`. */
export function aftershipTracking({ id, number, carrier, atMs }: Given, played: Played | null) {
  const slug = aftershipSlug(carrier, number);
  const { subtag, says } = played === null ? PENDING : wordsOf(played.current, played);
  return {
    id,
    legacy_id: id.slice(0, 24),
    created_at: utc(atMs),
    updated_at: utc(Math.max(atMs, played?.events[0].atMs ?? atMs)),
    tracking_number: number,
    slug,
    active: played?.delivered == null,
    title: number,
    origin_country_region: played === null ? null : countryOf(played.origin),
    destination_country_region: played === null ? null : countryOf(played.destination),
    tag: tagOf(subtag),
    subtag,
    subtag_message: says,
    signed_by: played?.delivered == null ? null : played.signedBy,
    shipment_pickup_date: timeOf(
      played?.events.findLast(({ step }) => step === "picked_up"),
      number,
    ),
    shipment_delivery_date: timeOf(played?.delivered ?? undefined, number),
    delivery_location_type: played?.delivered == null || played.leftAt === null ? null : inTitleCase(played.leftAt),
    pickup_location: played !== null && waitsForPickup(played.current.step) ? (played.pickupPoint?.name ?? null) : null,
    ...estimatesOf(played),
    first_attempted_at: timeOf(
      played?.events.findLast(({ step }) => step.startsWith("attempt")),
      number,
    ),
    checkpoints: allScans(played)
      .toReversed()
      .map(({ event, of }) => checkpointOf(event, slug, of)),
  };
}

/** AfterShip's name of the carrier of a number; DHL has one for each of its networks. */
function aftershipSlug(carrier: SandboxCarrier, number: string): string {
  return carrier === "dhl" && isParcelDe(number) ? "dhl-germany" : carrier;
}

/** Whose number it is by AfterShip's slug; null for one that the sandbox does not play. */
export function carrierOfSlug(slug: string): SandboxCarrier | null {
  if (slug.startsWith("dhl")) return "dhl";
  return slug === "ups" || slug === "fedex" || slug === "usps" ? slug : null;
}

const PENDING: AftershipWords = { subtag: "Pending_001", says: "Pending", message: "" };

function checkpointOf(event: PlayedEvent, slug: string, played: Played) {
  const { subtag, says } = wordsOf(event, played);
  const place = event.step === "label" ? null : event.place;
  return {
    created_at: utc(event.atMs),
    slug,
    checkpoint_time: timeOf(event, played.number),
    coordinate: null,
    country_region: countryOf(event.place),
    country_region_name: null,
    state: place?.region ?? null,
    city: place?.city ?? null,
    postal_code: place?.postalCode ?? null,
    location: place === null ? null : [place.city, place.region ?? place.country].join(", "),
    message: AFTERSHIP_WORDS[event.step].message,
    tag: tagOf(subtag),
    subtag,
    subtag_message: says,
    raw_tag: null,
    events: [],
  };
}

function wordsOf(event: PlayedEvent, played: Played): AftershipWords {
  const step = stepSaid(event, played);
  return step === "delivered" ? aftershipDelivered(played) : AFTERSHIP_WORDS[step];
}

function tagOf(subtag: string): string {
  return subtag.split("_")[0] ?? subtag;
}

/** By the clock of the place; half of the numbers have its offset, the others nothing. */
function timeOf(event: PlayedEvent | undefined, number: string): string | null {
  if (event === undefined) return null;
  const clock = wallClock(event.atMs, event.zone);
  return drawsOf(`aftership ${number}`).chance(0.5) ? `${localText(clock)}${clock.offset}` : localText(clock);
}

/** The carrier's own word in the two fields that have it; a day is a day, a window has both ends. */
function estimatesOf(played: Played | null) {
  const latest = played?.estimates.at(-1);
  const first = played?.estimates[0];
  if (played == null || latest === undefined || first === undefined) {
    return {
      courier_estimated_delivery_date: null,
      latest_estimated_delivery: null,
      first_estimated_delivery: null,
      aftership_estimated_delivery_date: null,
    };
  }
  const now = rangeOf(latest, played.destination);
  return {
    courier_estimated_delivery_date: {
      estimated_delivery_date: now.datetime ?? now.datetime_max,
      estimated_delivery_date_min: now.datetime_min,
      estimated_delivery_date_max: now.datetime_max,
    },
    latest_estimated_delivery: { ...now, source: "Carrier", revise_reason: null },
    first_estimated_delivery: { ...rangeOf(first, played.destination), source: "Carrier" },
    aftership_estimated_delivery_date: null,
  };
}

function rangeOf({ fromMs, toMs, kind }: PlayedEstimate, { zone }: ScriptPlace) {
  if (kind === "day") {
    return { type: "specific", datetime: wallClock(toMs, zone).date, datetime_min: null, datetime_max: null };
  }
  const ends = { datetime_min: localText(wallClock(fromMs, zone)), datetime_max: localText(wallClock(toMs, zone)) };
  return { type: "range", datetime: null, ...ends };
}

function countryOf({ country }: ScriptPlace): string {
  return ALPHA3.get(country) ?? country;
}

function utc(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19)}+00:00`;
}
