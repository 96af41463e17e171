import { type Draws, drawsOf } from "./draws.ts";
import { JOURNEY_NAMES, type JourneyName, planOf } from "./journey-library.ts";
import { type At, type JourneyPlan, type PlanRow, planMinutes } from "./journey-plan.ts";
import { lockerOf, pickupPointOf } from "./pickup-points.ts";
import { waitsForPickup } from "./played.ts";
import { type Route, routeOf, strangeZone } from "./route.ts";
import type { JourneyEvent, JourneyScript, SandboxCarrier } from "./script.ts";
import { partnerOf } from "./tracking-numbers.ts";

const WEIGHT = JOURNEY_NAMES.reduce((sum, name) => sum + (planOf(name).weight ?? 0), 0);
const JITTER_MINUTES = 50;
const SIGNATURES = ["M. Okafor", "R. Alvarez", "J. Lindqvist", "T. Brandt", "A. Moreau", "S. Whitfield"] as const;
const PLACES = ["front door", "porch", "mailbox", "reception", "garage", "neighbor", "parcel locker"] as const;
/** Where clocks never change. */
const NO_SUMMER_TIME: ReadonlySet<string> = new Set(["America/Phoenix", "Pacific/Honolulu"]);

/** The journey that a number has when nobody scripted another: always the same for the same number. */
export function chosenJourney(carrier: SandboxCarrier, number: string): JourneyName {
  let left = drawsOf(`journey ${carrier} ${number}`).fraction() * WEIGHT;
  for (const name of JOURNEY_NAMES) {
    left -= planOf(name).weight ?? 0;
    if (left < 0) return name;
  }
  return "on-time";
}

/** A named journey for one number: its towns, minutes and signature follow from the number. */
export function journeyOf(name: JourneyName, carrier: SandboxCarrier, number: string): JourneyScript {
  const plan = planOf(name);
  const draws = drawsOf(`details ${carrier} ${number}`);
  const route = routeFor(plan, carrier, number, draws);
  const zero = zeroOf(plan);
  const since = (at: At) => planMinutes(at) - zero;
  const events = plan.rows.map((row, index) => eventOf(row, plan.rows[index + 1], route, since, draws));
  const sinceScan = (at: At) => events[plan.rows.findIndex((row) => row[0] === at)]?.atMinutes ?? since(at);
  return {
    events: events.flatMap((event, index) => (plan.rows[index]?.[3]?.twice === true ? [event, event] : [event])),
    estimates: plan.estimates.map(([at, from, to]) => ({
      atMinutes: sinceScan(at),
      fromMinutes: since(from),
      toMinutes: since(to ?? from),
      kind: to === undefined ? "day" : "window",
    })),
    ...handedOver(draws, plan),
    ...(plan.rows.some(([, step]) => waitsForPickup(step)) ? { pickupPoint: pointOf(plan, carrier, number) } : {}),
    ...earlierOf(plan, carrier, number, since),
    ...(plan.hasPartner === true ? { partner: partnerOf(carrier, number) } : {}),
    ...(plan.listed === undefined ? {} : { listed: plan.listed }),
    ...(plan.pieces === undefined ? {} : { pieces: plan.pieces }),
    ...(plan.dayZero === undefined ? {} : { dayZero: plan.dayZero }),
    ...(plan.fault === undefined ? {} : { fault: plan.fault }),
  };
}

/** The sender's clock, in minutes of the day, when a named journey is first asked for. */
export function clockAtStart(name: JourneyName): number {
  return zeroOf(planOf(name)) % 1_440;
}

/** Journeys that hang on the calendar count from midnight, the others from when they are first asked for. */
function zeroOf(plan: JourneyPlan): number {
  if (plan.dayZero !== undefined) return 0;
  return planMinutes(plan.askedAt ?? plan.rows[0]?.[0] ?? "0 0:0");
}

function routeFor(plan: JourneyPlan, carrier: SandboxCarrier, number: string, draws: Draws): Route {
  const route = routeOf(carrier, plan.abroad === true, draws);
  const needsChange = plan.dayZero === "before_clock_change";
  const keepsTime = [route.origin, route.destination].some(({ zone }) => NO_SUMMER_TIME.has(zone));
  return needsChange && keepsTime ? routeFor(plan, carrier, number, draws) : route;
}

function pointOf(plan: JourneyPlan, carrier: SandboxCarrier, number: string) {
  return plan.isLocker === true ? lockerOf(carrier, number) : pickupPointOf(carrier, number);
}

/** Another parcel, with towns of its own. */
function earlierOf(
  plan: JourneyPlan,
  carrier: SandboxCarrier,
  number: string,
  since: (at: At) => number,
): Pick<JourneyScript, "earlier"> {
  if (plan.earlier === undefined) return {};
  const draws = drawsOf(`earlier ${carrier} ${number}`);
  const route = routeOf(carrier, false, draws);
  return { earlier: plan.earlier.map((row, at) => eventOf(row, plan.earlier?.[at + 1], route, since, draws)) };
}

/** A little later than planned, never past the next row, so that no two parcels have the same minutes. The label is exact. */
function eventOf(
  [at, step, stop, extras = {}]: PlanRow,
  next: PlanRow | undefined,
  route: Route,
  since: (at: At) => number,
  draws: Draws,
): JourneyEvent {
  const room = next === undefined ? JITTER_MINUTES : Math.min(JITTER_MINUTES, (since(next[0]) - since(at)) * 0.6);
  const delay = step === "label" ? 0 : Math.round(draws.fraction() * room * 60) / 60;
  const { shown, removed, isStrange } = extras;
  return {
    step,
    atMinutes: since(at) + delay,
    place: route[stop],
    ...(shown === undefined ? {} : { shownAtMinutes: since(shown) }),
    ...(removed === undefined ? {} : { removedAtMinutes: since(removed) }),
    ...(isStrange === true ? { clockZone: strangeZone(route[stop].zone) } : {}),
  };
}

/** Signed for, left somewhere, or neither said. */
function handedOver(draws: Draws, { leftAt }: JourneyPlan): { readonly signedBy?: string; readonly leftAt?: string } {
  const how = draws.fraction();
  if (leftAt !== undefined) return { leftAt };
  if (how < 0.4) return { signedBy: draws.pick(SIGNATURES) };
  return how < 0.9 ? { leftAt: draws.pick(PLACES) } : {};
}
