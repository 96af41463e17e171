import { Temporal } from "temporal-polyfill";
import type { ParcelRecord } from "#db/queries/judged-parcels.ts";
import type { Thresholds } from "#lib/promise/delay/delay.ts";
import { isOutToday } from "#lib/promise/delay/sight.ts";
import type { DelayRecord } from "#lib/promise/judging/delay-record.ts";
import type { Expectation } from "#lib/promise/judging/expectation.ts";
import { lastNewsMs } from "#lib/promise/judging/last-news.ts";
import { localDay } from "#lib/promise/judging/local-moment.ts";
import { type ParcelSeen, parcelSeen } from "#lib/promise/judging/parcel-seen.ts";
import { instantMsOf, isoSeconds } from "#lib/tracking/epoch.ts";
import type { Observation } from "#lib/tracking/observation.ts";
import { parcelZone } from "#lib/tracking/page/destination-zone.ts";
import { stateOf } from "#lib/tracking/state-of.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { ShopJudge } from "#lib/use-cases/promises/shop-judge.ts";
import { verdictOf } from "#lib/use-cases/promises/verdict-of.ts";
import { dailyMoments } from "./daily-moments.ts";
import type { JudgedMoment } from "./judged-moment.ts";
import { unsentDays } from "./replayed-unsent.ts";

/** A parcel with everything that was ever said of it. */
export type ParcelToReplay = {
  readonly record: ParcelRecord;
  /** Oldest asking first. */
  readonly observations: readonly Observation[];
  readonly cancelledMs: number | null;
};

/** What is known at a moment and the same whatever the rules are. */
export type KnownMoment = { readonly ms: number; readonly parcel: ParcelRecord; readonly seen: ParcelSeen };

/** Nobody reckons a parcel's days for ever: after so many without an end it is let go. */
const MOST_DAYS = 60;

/**
 * The moments at which a parcel was judged or could have been, with what was known then: each answer that told something, and
 * once a day when the scans of the day before have come in. Pure, and made once for however many rules are tried.
 */
export function knownMoments(
  { zone: shopZone }: Pick<ShopJudge, "zone">,
  { record, observations, cancelledMs }: ParcelToReplay,
  untilMs: number,
): readonly KnownMoment[] {
  // Whole seconds are read at a tenth of what a fraction costs, and there are a dozen readings for each moment.
  const dated = observations.map((observation) => {
    const ms = instantMsOf(observation.observedAt) ?? untilMs;
    return { ms, observation: { ...observation, observedAt: isoSeconds(ms) } };
  });
  const heard = [...new Set(dated.map(({ ms }) => ms))].toSorted((a, b) => a - b);
  // Where it goes does not change while it goes there.
  const zone = parcelZone(observations, record, shopZone);
  const known: KnownMoment[] = [];
  for (const [at, fromMs] of heard.entries()) {
    const said = dated.flatMap(({ ms, observation }) => (ms <= fromMs ? [observation] : []));
    const asked = Temporal.Instant.fromEpochMilliseconds(fromMs);
    const state = stateOf(said, asked, { supported: true, checkedAt: asked.toString(), problem: null });
    // Places stay where they are: what was reckoned at the last judging is the same at any.
    const km = record.expectation?.km ?? null;
    const seen = parcelSeen(said, state, { zone, kmFrom: () => km });
    const nextMs = heard[at + 1] ?? untilMs;
    const days = seen.isOpen ? dailyMoments({ fromMs, toMs: nextMs, zone, most: MOST_DAYS }) : [];
    const last = seen.isOpen && nextMs === untilMs && untilMs > fromMs ? [untilMs] : [];
    const newsMs = lastNewsMs(said, fromMs);
    for (const ms of [fromMs, ...days, ...last])
      known.push({ ms, seen, parcel: recordAt(record, { ms, status: state.status, newsMs, cancelledMs }) });
  }
  return known;
}

function recordAt(
  record: ParcelRecord,
  at: {
    readonly ms: number;
    readonly status: Status;
    readonly newsMs: number | null;
    readonly cancelledMs: number | null;
  },
): ParcelRecord {
  const { ms, status, newsMs, cancelledMs } = at;
  return {
    ...record,
    ...{ status, newsMs, checkedMs: Math.min(ms, record.checkedMs ?? ms) },
    isCancelled: cancelledMs !== null && cancelledMs <= ms,
    ledger: record.ledger.filter(({ saidAt }) => (instantMsOf(saidAt) ?? 0) <= ms),
    expectation: null,
    delay: null,
  };
}

/**
 * What a shopper would have been told of a parcel with these thresholds: every judging that changed something about its delay,
 * by the very function that judges parcels.
 */
export function replayedParcel(
  shop: ShopJudge,
  thresholds: Thresholds,
  { parcel, known }: { readonly parcel: ParcelToReplay; readonly known: readonly KnownMoment[] },
): readonly JudgedMoment[] {
  const { record } = parcel;
  const firstMs = known[0]?.ms ?? Number.POSITIVE_INFINITY;
  const moments: JudgedMoment[] = [...unsentDays(shop, thresholds, { record, beforeMs: firstMs })];
  let stored: DelayRecord | null = moments.at(-1)?.record ?? null;
  let expectation: Expectation | null = null;
  for (const { ms, parcel: then, seen } of known) {
    const judge = { ...shop.judge, nowMs: ms, thresholds };
    const delay: ParcelRecord["delay"] = stored === null ? null : { ...stored, id: "" };
    const verdict = verdictOf({ ...shop, judge }, { ...then, expectation, delay }, seen);
    expectation = verdict.expectation ?? expectation;
    if (verdict.record === null) continue;
    stored = withoutId(verdict.record);
    const today = localDay(ms, seen.zone);
    moments.push({
      ...{ ms, delay: verdict.delay, record: stored, status: then.status, actionRequired: seen.actionRequired },
      isOutToday: isOutToday({ status: then.status, statusSinceDay: seen.statusSince, today }),
    });
  }
  return moments;
}

/** A delay that goes on is the stored one with its id, which a replay has none of. */
function withoutId(record: DelayRecord): DelayRecord {
  const { id: _, ...rest } = record as DelayRecord & { readonly id?: string };
  return rest;
}
