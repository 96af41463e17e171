import { inCapitals } from "./place-text.ts";
import type { Played, PlayedEvent } from "./played.ts";
import type { SandboxCarrier, ScriptPlace } from "./script.ts";
import { SEVENTEENTRACK_STAGES, SEVENTEENTRACK_WORDS } from "./seventeentrack-words.ts";
import { allScans, stepSaid } from "./step-said.ts";
import { isParcelDe } from "./tracking-numbers.ts";
import { localText, wallClock } from "./wall-clock.ts";

/** 17TRACK's numbers and names of carriers. */
const CARRIERS: Readonly<Record<SandboxCarrier, { readonly key: number; readonly name: string }>> = {
  ups: { key: 100_002, name: "UPS" },
  fedex: { key: 100_003, name: "FedEx" },
  usps: { key: 21_051, name: "USPS" },
  dhl: { key: 100_001, name: "DHL Express" },
};
const PARCEL_DE = { key: 7_041, name: "DHL Paket" };
const DAY_MS = 86_400_000;

/** What 17TRACK knows of a number (`track_info`), scans newest first, at `nowMs`. */
export function seventeentrackInfo(played: Played, nowMs: number) {
  const { events, current, number, carrier, origin, destination } = played;
  const [newest] = events;
  const { subStatus } = SEVENTEENTRACK_WORDS[stepSaid(current, played)];
  return {
    shipping_info: { shipper_address: addressOf(origin), recipient_address: addressOf(destination) },
    latest_status: { status: subStatus.split("_")[0], sub_status: subStatus, sub_status_descr: null },
    latest_event: eventOf(newest, played),
    time_metrics: metricsOf(played, nowMs),
    milestone: SEVENTEENTRACK_STAGES.map((stage) => {
      const first = events.findLast(({ step }) => SEVENTEENTRACK_WORDS[step].stage === stage);
      return { key_stage: stage, ...timesOf(first) };
    }),
    misc_info: {
      risk_factor: 0,
      service_type: null,
      weight_raw: null,
      weight_kg: null,
      pieces: null,
      local_number: null,
    },
    tracking: {
      providers_hash: 0,
      providers: [
        {
          provider: { ...seventeentrackCarrier(carrier, number), country: destination.country },
          service_type: null,
          latest_sync_status: "Success",
          latest_sync_time: `${localText(wallClock(nowMs, "UTC"))}Z`,
          events_hash: 0,
          events: allScans(played).map(({ event, of }) => eventOf(event, of)),
        },
      ],
    },
  };
}

/** 17TRACK's number and name of the carrier of a parcel's number; DHL has one for each of its networks. */
export function seventeentrackCarrier(carrier: SandboxCarrier, number: string) {
  return carrier === "dhl" && isParcelDe(number) ? PARCEL_DE : CARRIERS[carrier];
}

/** Whose number it is by 17TRACK's number of the carrier; null for one that the sandbox does not play. */
export function carrierOfKey(key: number): SandboxCarrier | null {
  if (key === PARCEL_DE.key) return "dhl";
  const carriers: readonly SandboxCarrier[] = ["ups", "fedex", "usps", "dhl"];
  return carriers.find((carrier) => CARRIERS[carrier].key === key) ?? null;
}

function eventOf(event: PlayedEvent, played: Played) {
  const said = SEVENTEENTRACK_WORDS[stepSaid(event, played)];
  const { city, region, country } = event.place;
  const isLabel = event.step === "label";
  return {
    ...timesOf(event),
    description: SEVENTEENTRACK_WORDS[event.step].description,
    description_translation: { lang: null, description: null },
    location: isLabel ? null : [inCapitals(city), region, country].filter((part) => part !== null).join(", "),
    stage: event.step === "note" ? null : said.stage,
    sub_status: said.subStatus,
    address: isLabel ? nowhere(country) : addressOf(event.place),
  };
}

/** With the offset of the place, in UTC, and as the carrier wrote it. */
function timesOf(event: PlayedEvent | undefined) {
  if (event === undefined) {
    return { time_iso: null, time_utc: null, time_raw: { date: null, time: null, timezone: null } };
  }
  const clock = wallClock(event.atMs, event.zone);
  return {
    time_iso: `${localText(clock)}${clock.offset}`,
    time_utc: `${localText(wallClock(event.atMs, "UTC"))}Z`,
    time_raw: { date: clock.date, time: clock.time, timezone: null },
  };
}

function metricsOf({ events, delivered, estimates, destination }: Played, nowMs: number) {
  const latest = estimates.at(-1);
  const isDay = latest?.kind === "day";
  const end = (atMs: number) => {
    const clock = wallClock(atMs, destination.zone);
    return isDay ? `${clock.date}T00:00:00${clock.offset}` : `${localText(clock)}${clock.offset}`;
  };
  const first = events.at(-1)?.atMs ?? nowMs;
  const days = (fromMs: number, toMs: number) => Math.max(Math.floor((toMs - fromMs) / DAY_MS), 0);
  return {
    days_after_order: days(first, nowMs),
    days_of_transit: days(first, delivered?.atMs ?? nowMs),
    days_of_transit_done: delivered === null ? 0 : days(first, delivered.atMs),
    days_after_last_update: days(events[0].atMs, nowMs),
    estimated_delivery_date:
      latest === undefined
        ? { source: null, from: null, to: null }
        : { source: "Official", from: end(isDay ? latest.toMs : latest.fromMs), to: end(latest.toMs) },
  };
}

function addressOf({ country, region, city, postalCode }: ScriptPlace) {
  return { ...nowhere(country), state: region, city: inCapitals(city), postal_code: postalCode };
}

function nowhere(country: string) {
  const coordinates = { longitude: null, latitude: null };
  return { country, state: null, city: null, street: null, postal_code: null, coordinates };
}
