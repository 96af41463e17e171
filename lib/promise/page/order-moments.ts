import { Temporal } from "temporal-polyfill";
import type { Promised } from "#lib/promise/ledger.ts";
import { instantMsOf } from "#lib/tracking/epoch.ts";
import { carrierName } from "#lib/tracking/page/carrier-name.ts";
import type { OrderRecord, TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { trackingPageOf } from "#lib/tracking/page/tracking-page-of.ts";
import { type Clock, momentsOfScans, recordThen } from "./record-then.ts";

export type EventKind =
  | "placed"
  | "cancelled"
  | "promised"
  | "began"
  | "told"
  | "solved"
  | "chosen"
  | "gesture"
  | "message"
  | "now";

/** Something that happened to an order, at an ISO instant. */
export type OrderEvent = { readonly kind: EventKind; readonly at: string };

/** What happened at a moment; `said` is what a carrier told, and how many things. */
type Happened =
  | { readonly kind: EventKind }
  | { readonly kind: "said"; readonly carrier: string; readonly count: number };

/** An order at one moment, and the page that it had. */
export type OrderMoment = {
  /** An ISO instant. */
  readonly at: string;
  readonly happened: readonly Happened[];
  readonly page: TrackingPage;
};

const MINUTE_MS = 60_000;
/** The newest of a long story. */
const MOST = 120;
/** From so many askings on it is worth telling the order by them. */
const TOLD_APART = 3;

/** By when we heard, unless nearly everything was heard at once: then by when it happened. */
export function usualClock({ parcels }: OrderRecord): Clock {
  const heard = new Set(parcels.flatMap(({ observations }) => observations.map(({ observedAt }) => observedAt)));
  return heard.size >= TOLD_APART ? "heard" : "happened";
}

type Around = {
  readonly ledger: readonly Promised[];
  readonly events: readonly OrderEvent[];
  readonly clock: Clock;
  readonly now: Temporal.Instant;
  /** The merchant's. */
  readonly zone: string;
};

/** Every moment at which something happened to the order, oldest first, the last one now. What happens in one minute is one. */
export function orderMoments(record: OrderRecord, around: Around): readonly OrderMoment[] {
  const { ledger, events, clock, now, zone } = around;
  const own = [...events, { kind: "now" as const, at: now.toString() }].map(({ kind, at }) => ({
    ms: instantMsOf(at) ?? 0,
    happened: { kind },
  }));
  const said = record.parcels.flatMap(({ carrier, observations }) =>
    momentsOfScans(observations, clock).map(({ ms }) => ({ ms, happened: { said: carrierName(carrier) } })),
  );
  const past = [...own, ...said].filter(({ ms }) => ms <= now.epochMilliseconds).toSorted((a, b) => a.ms - b.ms);
  const minutes = [...Map.groupBy(past, ({ ms }) => Math.floor(ms / MINUTE_MS)).values()].slice(-MOST);
  return minutes.map((minute) => {
    const at = Temporal.Instant.fromEpochMilliseconds(minute.at(-1)?.ms ?? 0);
    return {
      at: at.toString(),
      happened: happenedIn(minute.map(({ happened }) => happened)),
      page: trackingPageOf(recordThen(record, ledger, { at, clock }), { now: at, zone }),
    };
  });
}

function happenedIn(all: readonly ({ readonly kind: EventKind } | { readonly said: string })[]): readonly Happened[] {
  const kinds = [...new Set(all.flatMap((each) => ("kind" in each ? each.kind : [])))];
  const said = all.flatMap((each) => ("said" in each ? each.said : []));
  const told = [...Map.groupBy(said, (carrier) => carrier)].map(
    ([carrier, { length: count }]) => ({ kind: "said", carrier, count }) as const,
  );
  return [...told, ...kinds.map((kind) => ({ kind }))];
}
