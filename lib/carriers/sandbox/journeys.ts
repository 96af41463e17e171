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
const DAY = 1_440;
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
  const daysFromArrival = arrivalDays(plan, events);
  const spanOf = (from: At, to: At | undefined) => {
    if (to !== undefined) return { fromMinutes: since(from), toMinutes: since(to), kind: "window" as const };
    const minutes = daysFromArrival(from) ?? since(from);
    return { fromMinutes: minutes, toMinutes: minutes, kind: "day" as const };
  };
  const sinceScan = (at: At) => events[plan.rows.findIndex((row) => row[0] === at)]?.atMinutes ?? since(at);
  return {
    events: events.flatMap((event, index) => (plan.rows[index]?.[3]?.twice === true ? [event, event] : [event])),
    estimates: plan.estimates.map(([at, from, to]) => ({ atMinutes: sinceScan(at), ...spanOf(from, to) })),
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

const ARRIVES: ReadonlySet<JourneyEvent["step"]> = new Set(["delivered", "held_for_pickup", "in_locker"]);

/**
 * The minute that stands for a named day: whole days from the parcel's own arrival. Else a journey that is first asked for in
 * the evening, and so arrives later in the day, would have been named the day after.
 */
function arrivalDays(plan: JourneyPlan, events: readonly JourneyEvent[]): (day: At) => number | null {
  const index = plan.rows.findIndex(([, step]) => ARRIVES.has(step));
  const [row, event] = [plan.rows[index], events[index]];
  if (row === undefined || event === undefined) return () => null;
  const days = (at: At) => Math.floor(planMinutes(at) / DAY);
  return (day) => event.atMinutes + (days(day) - days(row[0])) * DAY;
}

/** The sender's clock, in minutes of the day, when a named journey is first asked for. */
export function clockAtStart(name: JourneyName): number {
  return zeroOf(planOf(name)) % DAY;
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
