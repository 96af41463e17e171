import type { Reported } from "./observation.ts";

/**
 * The scans of one report, newest first, each once, with its place in the report (0 is the oldest). Carriers list newest
 * first; their order is corrected only where every scan has an instant, or where the times say the opposite throughout.
 */
export function newestFirst(scans: readonly Reported[]): readonly Reported[] {
  const sorted = ordered(withoutRepetitions(scans));
  return sorted.map((scan, at) => ({ ...scan, reportPosition: sorted.length - 1 - at }));
}

/** A scan counts once when it is repeated to the letter, the carrier's own words included. */
function withoutRepetitions(scans: readonly Reported[]): readonly Reported[] {
  const times = new Set(scans.map(({ code, localTime, instant }) => `${code} ${localTime} ${instant}`));
  if (times.size === scans.length) return scans;
  return [...new Map(scans.map((scan) => [JSON.stringify({ ...scan, reportPosition: 0 }), scan])).values()];
}

function ordered(scans: readonly Reported[]): readonly Reported[] {
  if (scans.every(({ instant }) => instant !== null)) {
    return scans.toSorted((a, b) => compare(b.instant ?? "", a.instant ?? ""));
  }
  return isOldestFirst(scans) ? scans.toReversed() : scans;
}

function isOldestFirst(scans: readonly Reported[]): boolean {
  const steps = scans.slice(1).map((scan, at) => step(scans[at], scan));
  return steps.some((direction) => direction < 0) && !steps.some((direction) => direction > 0);
}

/** Negative where `a` is earlier, 0 where nobody can tell: wall clocks compare within one country, a day with its days. */
function step(a: Reported | undefined, b: Reported): number {
  if (a?.instant && b.instant) return compare(a.instant, b.instant);
  if (!a?.localTime || !b.localTime || a.place.country !== b.place.country) return 0;
  const length = Math.min(a.localTime.length, b.localTime.length);
  return compare(a.localTime.slice(0, length), b.localTime.slice(0, length));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
