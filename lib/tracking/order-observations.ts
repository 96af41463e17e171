import { compareText, type Distinct, distinctObservations } from "./distinct-observations.ts";
import { instantRangeOf } from "./instant-range.ts";
import type { Observation } from "./observation.ts";
import { statusRank } from "./status.ts";
import type { InstantRange } from "./zone-clock.ts";

/**
 * An observation with the moment that decides its place in the order, in milliseconds since 1970. `turn` decides between
 * equal ones at one position: summaries follow each other as we heard them, scans without an exact time as `isToldBefore` says.
 */
export type Dated<T extends Observation> = Distinct<T> & { readonly at: number; readonly turn: number };

/** When it may have happened, at the earliest and at the latest, and whether the carrier gave any time. */
type Span<T extends Observation> = Distinct<T> & InstantRange & { readonly isTimed: boolean };

/**
 * The observations without repetitions, oldest first, in an order that depends neither on how they are given nor on how often.
 * It is that of the instants. What has only a local time is read in its place's zone; what that leaves open (divided states,
 * unknown places, days, no time at all) is settled by the carrier's own order within what the time allows; then by status rank.
 */
export function orderObservations<T extends Observation>(observations: readonly T[]): T[] {
  return datedObservations(observations).map((dated) => dated.observation);
}

/** The same, with the moments. A summary stands after the scans of its instant. */
export function datedObservations<T extends Observation>(observations: readonly T[]): readonly Dated<T>[] {
  const known = ORDERED.get(observations) as readonly Dated<T>[] | undefined;
  if (known !== undefined) return known;
  const ordered = inOrder(observations);
  ORDERED.set(observations, ordered);
  return ordered;
}

/** A page asks three times for the order of one list: its zone, its state and its journey. */
const ORDERED = new WeakMap<readonly Observation[], readonly Dated<Observation>[]>();

function inOrder<T extends Observation>(observations: readonly T[]): readonly Dated<T>[] {
  const spans = spansOf(distinctObservations(observations));
  const exact = spans.filter(isExact);
  const open = spans.filter((span) => !isExact(span));
  const fit = inOwnOrder(open.filter(isScan).map((span) => fitted(span, exact)));
  const scans = [
    ...exact.filter(isScan).map((span) => ({ ...span, at: span.earliest, turn: 0 })),
    ...fit.map((span) => ({ ...span, at: middle(span.earliest, span.latest), turn: -span.heardAt })),
  ];
  const summaries = spans
    .filter((span) => !isScan(span))
    .map((span) => ({ ...span, at: isExact(span) ? span.earliest : momentOfSummary(span, scans), turn: span.heardAt }));
  return [...scans, ...summaries].sort(byOrder);
}

function isExact({ earliest, latest }: InstantRange): boolean {
  return earliest === latest;
}

function isScan({ observation }: Distinct<Observation>): boolean {
  return observation.kind === "scan";
}

function byOrder<T extends Observation>(a: Dated<T>, b: Dated<T>): number {
  return (
    a.at - b.at ||
    Number(a.observation.kind === "summary") - Number(b.observation.kind === "summary") ||
    a.position - b.position ||
    a.turn - b.turn ||
    rankOf(a) - rankOf(b) ||
    compareText(a.content, b.content) ||
    a.heardAt - b.heardAt
  );
}

function rankOf<T extends Observation>({ observation }: Dated<T>): number {
  return observation.status === null ? -1 : statusRank(observation.status);
}

/**
 * What was seen cannot have happened later: that ends what the carrier left open. Where it gave no time at all, a scan begins
 * with the oldest thing known, a summary is left to its place among the scans.
 */
function spansOf<T extends Observation>(all: readonly Distinct<T>[]): Span<T>[] {
  const told = all.map((one) => ({ ...one, range: instantRangeOf(one.observation, one.observation.place) }));
  const oldest = Math.min(...told.map(({ range, heardAt }) => range?.earliest ?? heardAt));
  return told.map(({ range, ...one }) => {
    if (range !== null && isExact(range)) return { ...one, ...range, isTimed: true };
    const seenAt = told.reduce(
      (latest, other) => (other.heardAt <= one.heardAt ? Math.max(latest, other.range?.earliest ?? latest) : latest),
      one.heardAt,
    );
    if (range === null) return { ...one, earliest: oldest - 1, latest: seenAt, isTimed: false };
    return {
      ...one,
      earliest: range.earliest,
      latest: Math.max(range.earliest, Math.min(range.latest, seenAt)),
      isTimed: true,
    };
  });
}

/** After all exact times that the carrier puts before it, and before those that it puts after it, as far as its own time allows. */
function fitted<T extends Observation>(span: Span<T>, exact: readonly Span<T>[]): Span<T> {
  let { earliest, latest } = span;
  for (const other of exact) {
    if (isToldBefore(other, span) && other.earliest <= span.latest) earliest = Math.max(earliest, other.earliest);
    if (isToldBefore(span, other) && other.earliest >= span.earliest) latest = Math.min(latest, other.earliest);
  }
  return { ...span, earliest, latest: Math.max(earliest, latest) };
}

/** Spans narrowed until their middles follow the carrier's order, as far as the spans overlap. */
function inOwnOrder<T extends Observation>(spans: readonly Span<T>[]): Span<T>[] {
  const begun = spans.map((span) => ({
    ...span,
    earliest: spans.reduce(
      (most, other) =>
        isToldBefore(other, span) && other.earliest <= span.latest ? Math.max(most, other.earliest) : most,
      span.earliest,
    ),
  }));
  return begun.map((span) => ({
    ...span,
    latest: begun.reduce(
      (least, other) =>
        isToldBefore(span, other) && other.latest >= span.earliest ? Math.min(least, other.latest) : least,
      span.latest,
    ),
  }));
}

/**
 * The carrier's own order. At one position a summary comes before the scan by which its report grew; of two scans the one
 * heard of later was put in below the other, as histories grow at the top: it is the older.
 */
function isToldBefore<T extends Observation>(a: Distinct<T>, b: Distinct<T>): boolean {
  if (a.position !== b.position) return a.position < b.position;
  return a.observation.kind === b.observation.kind ? a.heardAt > b.heardAt : a.observation.kind === "summary";
}

/**
 * A summary speaks of the scans of its report and of none that came later: it stands between them, as near its time as can
 * be. Where it has no time, that is when we asked, but never after what its report did not know.
 */
function momentOfSummary<T extends Observation>(summary: Span<T>, scans: readonly Dated<T>[]): number {
  const latest = summary.isTimed ? summary.latest : Number.POSITIVE_INFINITY;
  let after = summary.isTimed ? summary.earliest : Number.NEGATIVE_INFINITY;
  for (const scan of scans) if (speaksOf(summary, scan) && scan.at <= latest) after = Math.max(after, scan.at);
  let before = Number.POSITIVE_INFINITY;
  for (const scan of scans) if (!speaksOf(summary, scan) && scan.at > after) before = Math.min(before, scan.at);
  if (!summary.isTimed && summary.heardAt < before) return Math.max(after, summary.heardAt);
  const from = Number.isFinite(after) ? after : before - 1;
  return middle(from, Math.max(from, Math.min(latest, before)));
}

/** Whether a scan was in the report of a summary. A report without scans that is not of the beginning speaks of all known. */
function speaksOf<T extends Observation>(summary: Distinct<T>, scan: Distinct<T>): boolean {
  if (scan.heardAt > summary.heardAt) return false;
  const { status } = summary.observation;
  return (
    scan.position < summary.position || (summary.position === 0 && status !== "pending" && status !== "info_received")
  );
}

function middle(from: number, to: number): number {
  return from + (to - from) / 2;
}
