import { epochOf, instantMsOf } from "./epoch.ts";
import type { Observation } from "./observation.ts";
import { wordsOfPickup } from "./pickup.ts";

/** One fact, however often it was told. Instants are milliseconds since 1970. */
export type Distinct<T extends Observation> = {
  readonly observation: T;
  /** When we first heard of it. */
  readonly heardAt: number;
  /** Its place in the newest report that told it. */
  readonly position: number;
  /** All that was said, as text: equal for equal facts. */
  readonly content: string;
};

/**
 * The observations without repetitions, in no particular order. A scan is one fact in whichever report it stands; only where
 * no time of day tells two apart does its position. A summary is the carrier's word *at that asking*: said again right away
 * it adds nothing, said again after another word it is new.
 */
export function distinctObservations<T extends Observation>(observations: readonly T[]): Distinct<T>[] {
  const scans = new Map<string, Distinct<T>[]>();
  const summaries: Distinct<T>[] = [];
  for (const observation of observations) {
    const found = distinct(observation);
    if (observation.kind === "summary") summaries.push(found);
    else scans.set(found.content, [...(scans.get(found.content) ?? []), found]);
  }
  summaries.sort(byHearing);
  return [
    ...[...scans.values()].flatMap(merged),
    ...summaries.filter((summary, index) => summaries[index - 1]?.content !== summary.content),
  ];
}

/** Tells apart in an order that depends on nothing but what is in them. */
function byHearing<T extends Observation>(a: Distinct<T>, b: Distinct<T>): number {
  return a.heardAt - b.heardAt || a.position - b.position || compareText(a.content, b.content);
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function merged<T extends Observation>(tellings: readonly Distinct<T>[]): Distinct<T>[] {
  const sorted = tellings.toSorted(byHearing);
  const [first] = sorted;
  const last = sorted.at(-1);
  return first === undefined || last === undefined ? [] : [{ ...first, position: last.position }];
}

function distinct<T extends Observation>(observation: T): Distinct<T> {
  const position = Number.isFinite(observation.reportPosition) ? observation.reportPosition : 0;
  const tellsItself = observation.kind === "scan" && hasClock(observation);
  return {
    observation,
    heardAt: instantMsOf(observation.observedAt) ?? 0,
    position,
    content: JSON.stringify([...contentOf(observation), tellsItself ? null : position]),
  };
}

function hasClock(observation: Observation): boolean {
  return epochOf(observation.instant)?.instantMs != null || epochOf(observation.localTime)?.hasClock === true;
}

function contentOf(o: Observation): readonly unknown[] {
  const { city, region, postalCode, country } = o.place;
  return [
    ...[o.kind, o.effect, o.status, o.code, o.description, o.localTime, o.zone, o.instant],
    ...[city, region, postalCode, country, o.reason, o.responsible, o.actionRequired],
    ...[o.estimate?.from, o.estimate?.to, o.deliveredAt, o.signedBy, o.leftAt, o.corrects],
    wordsOfPickup(o.pickup),
  ];
}
