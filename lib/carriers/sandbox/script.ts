import * as z from "zod";
import { isDayZero } from "./day-zero.ts";

/** The carriers that the sandbox plays. */
export const SANDBOX_CARRIERS = ["ups", "fedex", "usps", "dhl"] as const;
export type SandboxCarrier = (typeof SANDBOX_CARRIERS)[number];

/** What can happen to a parcel, in words of no carrier. `note` informs and moves nothing. */
export const STEPS = [
  "label",
  "picked_up",
  "departed",
  "arrived",
  "customs_in",
  "customs_out",
  "at_destination",
  "out_for_delivery",
  "attempt_not_home",
  "attempt_address",
  "attempt_closed",
  "held_for_pickup",
  "in_locker",
  "delivered",
  "delay_weather",
  "delay_operations",
  "missorted",
  "holiday",
  "held_on_request",
  "handed_over",
  "damaged",
  "address_problem",
  "customs_documents",
  "customs_payment",
  "refused",
  "lost",
  "found",
  "return_started",
  "returned",
  "cancelled",
  "note",
] as const;
export type Step = (typeof STEPS)[number];

/**
 * What can go wrong with an answer. `timeout` never answers, `slow` answers late, `reset` drops the connection, `html` and
 * `html_200` are a gateway's page, `xml` is XML instead of JSON, `redirect` sends elsewhere. The rest is said in the carrier's
 * own words: `outage` is a 503, `error` a 500, `credentials` a 401, `forbidden` a 403; `quota` is a 429 as the carrier usually
 * writes it, `quota_wait` one with `Retry-After`, `quota_bare` one that does not say until when.
 */
export const FAULTS = [
  "outage",
  "error",
  "timeout",
  "slow",
  "html",
  "html_200",
  "xml",
  "redirect",
  "truncated",
  "empty",
  "credentials",
  "forbidden",
  "quota",
  "quota_wait",
  "quota_bare",
  "invalid",
  "not_found",
  "reset",
] as const;
export type Fault = (typeof FAULTS)[number];

const dayZero = z.string().refine(isDayZero, "is neither a day nor a day of the week");
const knownZones = new Set<string>();
const minutes = z.number().min(-5_000_000).max(5_000_000);

const zone = z.string().refine(isKnownZone, "is no time zone of the IANA list");

/** Reads a place; says what is wrong with what is none. */
export const scriptPlace = z.strictObject({
  city: z.string(),
  region: z.string().nullable(),
  postalCode: z.string(),
  country: z.string().regex(/^[A-Z]{2}$/),
  zone,
});

const journeyEvent = z.strictObject({
  step: z.enum(STEPS),
  atMinutes: minutes,
  place: scriptPlace,
  shownAtMinutes: minutes.optional(),
  removedAtMinutes: minutes.optional(),
  clockZone: zone.optional(),
});

/** What the carrier says from `atMinutes` on about the arrival: a day (that of `toMinutes`, there), or a window. */
const scriptEstimate = z.strictObject({
  atMinutes: minutes,
  fromMinutes: minutes,
  toMinutes: minutes,
  kind: z.enum(["day", "window"]),
});

/** A shop or a locker where a held parcel waits, in the town of the scan. */
const pickupPoint = z.strictObject({ name: z.string(), street: z.string() });
export type PickupPoint = z.infer<typeof pickupPoint>;

/** A fault that comes and goes: in the script's minutes, and for so many answers. */
const passingFault = z.strictObject({
  fault: z.enum(FAULTS),
  times: z.int().min(1).max(1_000_000).optional(),
  fromMinutes: minutes.optional(),
  untilMinutes: minutes.optional(),
});
export type PassingFault = z.infer<typeof passingFault>;

/** Whom a parcel is handed to for the last mile, and the number that it has there. */
const partner = z.strictObject({ carrier: z.string(), number: z.string() });

/** Reads a script from JSON; says what is wrong with one that is none. */
export const journeyScript = z.strictObject({
  events: z.array(journeyEvent).max(100),
  estimates: z.array(scriptEstimate).max(100).optional(),
  signedBy: z.string().optional(),
  leftAt: z.string().optional(),
  pickupPoint: pickupPoint.optional(),
  fault: z.union([z.enum(FAULTS), passingFault]).nullish(),
  earlier: z.array(journeyEvent).max(100).optional(),
  listed: z.enum(["by_time", "as_reported"]).optional(),
  pieces: z.int().min(1).max(99).optional(),
  partner: partner.optional(),
  dayZero: dayZero.optional(),
});

/** `zone` is an IANA name, `country` ISO 3166-1 alpha-2. */
export type ScriptPlace = z.infer<typeof scriptPlace>;

/**
 * `atMinutes` counts from when the number was first asked for: what is before that passed at real pace, what comes after
 * passes at the sandbox's speed. `shownAtMinutes`: the carrier reports it that late. `removedAtMinutes`: it takes it back.
 * `clockZone`: the carrier writes its time by the clock of another place.
 */
export type JourneyEvent = z.infer<typeof journeyEvent>;

/**
 * What one parcel goes through. `leftAt` is in plain words ("front door"), `pickupPoint` is where it waits whenever it is held
 * for pick-up. Before its first event it is not found; with `earlier`, the number tells another parcel's journey until then,
 * and after. `listed`: in which order the carrier lists scans. `pieces`: how many parcels the shipment has. With `dayZero`
 * minutes count from the midnight at which that day began at the place of the first event, and pass at real pace.
 */
export type JourneyScript = z.infer<typeof journeyScript>;

/** Whether a text is an IANA time zone. Remembered: asking the runtime is slow, and every scan of a script names its zone. */
export function isKnownZone(zone: string): boolean {
  if (knownZones.has(zone)) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone }).format(0);
    knownZones.add(zone);
    return true;
  } catch {
    return false;
  }
}
