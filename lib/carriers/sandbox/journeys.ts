import { DELAYED_JOURNEYS } from "./delayed-journeys.ts";
import { type Draws, drawsOf } from "./draws.ts";
import { FAILED_JOURNEYS } from "./failed-journeys.ts";
import { type At, type JourneyPlan, type PlanRow, planMinutes } from "./journey-plan.ts";
import { pickupPointOf } from "./pickup-points.ts";
import { PLAIN_JOURNEYS } from "./plain-journeys.ts";
import { type Route, routeOf } from "./route.ts";
import type { JourneyEvent, JourneyScript, SandboxCarrier } from "./script.ts";

const PLANS = { ...PLAIN_JOURNEYS, ...DELAYED_JOURNEYS, ...FAILED_JOURNEYS };
export type JourneyName = keyof typeof PLANS;

/** Every journey that the sandbox knows by name. */
export const JOURNEY_NAMES = Object.keys(PLANS) as readonly JourneyName[];

const WEIGHT = JOURNEY_NAMES.reduce((sum, name) => sum + PLANS[name].weight, 0);
const JITTER_MINUTES = 50;
const SIGNATURES = ["M. Okafor", "R. Alvarez", "J. Lindqvist", "T. Brandt", "A. Moreau", "S. Whitfield"] as const;
const PLACES = ["front door", "porch", "mailbox", "reception", "garage", "neighbor", "parcel locker"] as const;

/** The journey that a number has when nobody scripted another: always the same for the same number. */
export function chosenJourney(carrier: SandboxCarrier, number: string): JourneyName {
  let left = drawsOf(`journey ${carrier} ${number}`).fraction() * WEIGHT;
  for (const name of JOURNEY_NAMES) {
    left -= PLANS[name].weight;
    if (left < 0) return name;
  }
  return "on-time";
}

/** A named journey for one number: its towns, minutes and signature follow from the number. */
export function journeyOf(name: JourneyName, carrier: SandboxCarrier, number: string): JourneyScript {
  const plan: JourneyPlan = PLANS[name];
  const draws = drawsOf(`details ${carrier} ${number}`);
  const route = routeOf(carrier, plan.abroad === true, draws);
  const zero = zeroOf(plan);
  const since = (at: At) => planMinutes(at) - zero;
  const events = plan.rows.map((row, index) => eventOf(row, plan.rows[index + 1], route, since, draws));
  const sinceScan = (at: At) => events[plan.rows.findIndex((row) => row[0] === at)]?.atMinutes ?? since(at);
  return {
    events,
    estimates: plan.estimates.map(([at, from, to]) => ({
      atMinutes: sinceScan(at),
      fromMinutes: since(from),
      toMinutes: since(to ?? from),
      kind: to === undefined ? "day" : "window",
    })),
    ...handedOver(draws),
    ...(plan.rows.some(([, step]) => step === "held_for_pickup")
      ? { pickupPoint: pickupPointOf(carrier, number) }
      : {}),
  };
}

/** The sender's clock, in minutes of the day, when a named journey is first asked for. */
export function clockAtStart(name: JourneyName): number {
  return zeroOf(PLANS[name]) % 1_440;
}

function zeroOf(plan: JourneyPlan): number {
  return planMinutes(plan.askedAt ?? plan.rows[0]?.[0] ?? "0 0:0");
}

/** A little later than planned, never past the next row, so that no two parcels have the same minutes. The label is exact. */
function eventOf(
  [at, step, stop, late]: PlanRow,
  next: PlanRow | undefined,
  route: Route,
  since: (at: At) => number,
  draws: Draws,
): JourneyEvent {
  const room = next === undefined ? JITTER_MINUTES : Math.min(JITTER_MINUTES, (since(next[0]) - since(at)) * 0.6);
  const delay = step === "label" ? 0 : Math.round(draws.fraction() * room * 60) / 60;
  return {
    step,
    atMinutes: since(at) + delay,
    place: route[stop],
    ...(late?.shown === undefined ? {} : { shownAtMinutes: since(late.shown) }),
    ...(late?.removed === undefined ? {} : { removedAtMinutes: since(late.removed) }),
  };
}

/** Signed for, left somewhere, or neither said. */
function handedOver(draws: Draws): { readonly signedBy?: string; readonly leftAt?: string } {
  const how = draws.fraction();
  if (how < 0.4) return { signedBy: draws.pick(SIGNATURES) };
  return how < 0.9 ? { leftAt: draws.pick(PLACES) } : {};
}
