import * as z from "zod";

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
  "held_for_pickup",
  "delivered",
  "delay_weather",
  "delay_operations",
  "damaged",
  "address_problem",
  "customs_documents",
  "refused",
  "lost",
  "return_started",
  "returned",
  "cancelled",
  "note",
] as const;
export type Step = (typeof STEPS)[number];

/**
 * What can go wrong with an answer. `timeout` never answers, `slow` answers late, `reset` drops the connection, `html` and
 * `html_200` are a gateway's page; `credentials`, `quota`, `invalid` and `not_found` are said in the carrier's own words.
 */
export const FAULTS = [
  "outage",
  "timeout",
  "slow",
  "html",
  "html_200",
  "truncated",
  "empty",
  "credentials",
  "quota",
  "invalid",
  "not_found",
  "reset",
] as const;
export type Fault = (typeof FAULTS)[number];

const knownZones = new Set<string>();
const minutes = z.number().min(-5_000_000).max(5_000_000);

const scriptPlace = z.strictObject({
  city: z.string(),
  region: z.string().nullable(),
  postalCode: z.string(),
  country: z.string().regex(/^[A-Z]{2}$/),
  zone: z.string().refine(isKnownZone, "is no time zone of the IANA list"),
});

const journeyEvent = z.strictObject({
  step: z.enum(STEPS),
  atMinutes: minutes,
  place: scriptPlace,
  shownAtMinutes: minutes.optional(),
  removedAtMinutes: minutes.optional(),
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

/** Reads a script from JSON; says what is wrong with one that is none. */
export const journeyScript = z.strictObject({
  events: z.array(journeyEvent).max(100),
  estimates: z.array(scriptEstimate).max(100).optional(),
  signedBy: z.string().optional(),
  leftAt: z.string().optional(),
  pickupPoint: pickupPoint.optional(),
  fault: z.enum(FAULTS).nullish(),
});

/** `zone` is an IANA name, `country` ISO 3166-1 alpha-2. */
export type ScriptPlace = z.infer<typeof scriptPlace>;

/**
 * `atMinutes` counts from when the number was first asked for: what is before that passed at real pace, what comes after
 * passes at the sandbox's speed. `shownAtMinutes`: the carrier reports it that late. `removedAtMinutes`: it takes it back.
 */
export type JourneyEvent = z.infer<typeof journeyEvent>;

/**
 * What one parcel goes through. `leftAt` is in plain words ("front door"), `pickupPoint` is where it waits whenever it is held
 * for pick-up. Before its first event it is not found.
 */
export type JourneyScript = z.infer<typeof journeyScript>;

/** Asking the runtime is slow, and every scan of a script names its zone. */
function isKnownZone(zone: string): boolean {
  if (knownZones.has(zone)) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone }).format(0);
    knownZones.add(zone);
    return true;
  } catch {
    return false;
  }
}
