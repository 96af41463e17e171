import { ARRIVED_JOURNEYS } from "./arrived-journeys.ts";
import { DELAYED_JOURNEYS } from "./delayed-journeys.ts";
import { FAILED_JOURNEYS } from "./failed-journeys.ts";
import { FAULT_JOURNEYS } from "./fault-journeys.ts";
import type { JourneyPlan } from "./journey-plan.ts";
import { ODD_JOURNEYS } from "./odd-journeys.ts";
import { PLAIN_JOURNEYS } from "./plain-journeys.ts";
import { TROUBLED_JOURNEYS } from "./troubled-journeys.ts";

const OF_PARCELS = {
  ...PLAIN_JOURNEYS,
  ...DELAYED_JOURNEYS,
  ...FAILED_JOURNEYS,
  ...ARRIVED_JOURNEYS,
  ...TROUBLED_JOURNEYS,
  ...ODD_JOURNEYS,
};
const PLANS = { ...OF_PARCELS, ...FAULT_JOURNEYS };
export type JourneyName = keyof typeof PLANS;

/** Journeys of a parcel, by name. */
export const JOURNEY_NAMES = Object.keys(OF_PARCELS) as readonly JourneyName[];

/** Journeys in which the carrier itself cannot be asked properly. */
export const FAULT_JOURNEY_NAMES = Object.keys(FAULT_JOURNEYS) as readonly JourneyName[];

/** Other words by which people look for a journey. */
const ALSO: Readonly<Record<string, JourneyName>> = {
  "late-by-weather": "weather-delay",
  late: "operations-delay",
  "customs-action-required": "customs-documents-missing",
  "not-found-first": "not-found-for-a-while",
  damaged: "damaged-and-returned",
  refused: "refused-and-returned",
  returned: "returned-undeliverable",
  "label-never-used": "label-only",
  neighbor: "left-with-neighbor",
  neighbour: "left-with-neighbor",
  locker: "in-a-locker",
  "late-arriving-scans": "scans-late",
  "multi-piece": "several-parcels",
  "401": "keys-refused",
  "403": "forbidden",
  "429": "quota-spent",
  "500": "server-error",
  "503": "outage",
  timeout: "no-answer",
  html: "gateway-page",
  truncated: "cut-off",
};

/** The plan of a journey. */
export function planOf(name: JourneyName): JourneyPlan {
  return PLANS[name];
}

/** The journey that somebody means by a name, whatever its capitals, spaces and underscores; null where there is none. */
export function journeyNamed(text: string): JourneyName | null {
  const name = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, "-");
  return isJourneyName(name) ? name : (ALSO[name] ?? null);
}

function isJourneyName(name: string): name is JourneyName {
  return Object.hasOwn(PLANS, name);
}
