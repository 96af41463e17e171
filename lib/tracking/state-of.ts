import type { Temporal } from "temporal-polyfill";
import { countedMoves, type Move, presentRun } from "./counted-moves.ts";
import { instantMsOf } from "./epoch.ts";
import { estimatesOf } from "./estimates-of.ts";
import { explanationOf } from "./explanation-of.ts";
import { healthOf } from "./health-of.ts";
import type { Observation, Place, When } from "./observation.ts";
import { type Dated, datedObservations } from "./order-observations.ts";
import { pickupOf } from "./pickup-of.ts";
import type { Status } from "./status.ts";
import type { CheckFacts, Delivery, Milestone, TrackingState } from "./tracking-state.ts";

/** Product: a parcel of which nobody has said anything for this long is `expired`. */
const SILENCE_MS = 30 * 86_400_000;
const FINAL: ReadonlySet<Status> = new Set(["delivered", "returned", "cancelled", "lost"]);

/**
 * Everything that a parcel's observations tell at this moment, whatever the order and number of times they are given in. The
 * status is that of the newest one that moves; only a return or a correction leaves `delivered`. 30 days without news, by what
 * the carrier answered when they were over, make anything that is not at its end `expired`, a return under way included.
 */
export function stateOf(observations: readonly Observation[], now: Temporal.Instant, check: CheckFacts): TrackingState {
  const ordered = datedObservations(observations);
  const counted = countedMoves(ordered);
  const run = presentRun(counted);
  const reached = run.at(-1)?.status ?? "pending";
  const status = !FINAL.has(reached) && isSilent(ordered, now, check) ? "expired" : reached;
  const decided = decidedBy(run)?.dated.observation;
  return {
    status,
    since: decided === undefined ? null : whenOf(decided),
    place: decided === undefined ? null : placeOf(decided),
    ...estimatesOf(
      ordered.map((dated) => dated.observation),
      reached,
    ),
    ...explanationOf(ordered, counted),
    delivery: reached === "delivered" ? deliveryOf(ordered, run) : null,
    pickup: status === "available_for_pickup" ? pickupOf(run) : null,
    milestones: milestonesOf(counted),
    health: healthOf(check, status, now),
    checkedAt: check.checkedAt,
  };
}

/**
 * Without any observation there is no silence: the parcel is just not known yet. Nor is there when the carrier was not asked
 * after all that time: then it is us who know nothing.
 */
function isSilent(ordered: readonly Dated<Observation>[], now: Temporal.Instant, { checkedAt }: CheckFacts): boolean {
  const askedMs = instantMsOf(checkedAt);
  const news = ordered.map(({ observation, at, heardAt }) => (isTimed(observation) ? at : heardAt));
  if (news.length === 0 || askedMs === null) return false;
  return Math.min(now.epochMilliseconds, askedMs) - Math.max(...news) >= SILENCE_MS;
}

/**
 * The newest scan that told the present status, since it knows time and place. Without scans the newest summary that has a
 * time, else the first of them: that is when we heard.
 */
function decidedBy(run: readonly Move[]): Move | undefined {
  return (
    run.findLast(({ dated }) => dated.observation.kind === "scan") ??
    run.findLast(({ dated }) => isTimed(dated.observation)) ??
    run[0]
  );
}

function isTimed(observation: Observation): boolean {
  return observation.instant !== null || observation.localTime !== null;
}

/** What the carrier left without any time is dated by our asking. */
function whenOf(observation: Observation): When {
  const { localTime, zone, instant, observedAt } = observation;
  return { localTime, zone, instant: isTimed(observation) ? instant : observedAt };
}

function placeOf({ place }: Observation): Place | null {
  const { city, region, postalCode, country } = place;
  return [city, region, postalCode, country].every((part) => part === null) ? null : place;
}

/**
 * What the carrier calls the delivery, newest word first, also of a report that moves nothing (a refund after it); its time is
 * that of the scan where it gave none.
 */
function deliveryOf(ordered: readonly Dated<Observation>[], run: readonly Move[]): Delivery {
  const moves = new Set(run.map(({ dated }) => dated));
  const told = ordered
    .slice(run[0] === undefined ? 0 : ordered.indexOf(run[0].dated))
    .filter((dated) => moves.has(dated) || dated.observation.status === null)
    .map(({ observation }) => observation)
    .reverse();
  const scan = run
    .map(({ dated }) => dated.observation)
    .find((observation) => observation.kind === "scan" && isTimed(observation));
  return {
    at: told.find(({ deliveredAt }) => deliveredAt !== null)?.deliveredAt ?? scan?.instant ?? scan?.localTime ?? null,
    signedBy: told.find(({ signedBy }) => signedBy !== null)?.signedBy ?? null,
    leftAt: told.find(({ leftAt }) => leftAt !== null)?.leftAt ?? null,
  };
}

function milestonesOf(counted: readonly Move[]): Milestone[] {
  const first = new Map<Status, When>();
  for (const { dated, status } of counted) if (!first.has(status)) first.set(status, whenOf(dated.observation));
  return [...first].map(([status, when]) => ({ status, when }));
}
