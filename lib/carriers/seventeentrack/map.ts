import type { CarrierReport } from "#lib/carriers/carrier.ts";
import { meaningOfReported } from "#lib/carriers/meaning.ts";
import { isOver, waitsWhere, whenAndWhere } from "#lib/carriers/summary-parts.ts";
import { carrierTime, type ScanTime, scanTime } from "#lib/tracking/carrier-time.ts";
import { compareText } from "#lib/tracking/distinct-observations.ts";
import { newestFirst } from "#lib/tracking/newest-first.ts";
import type { Reported } from "#lib/tracking/observation.ts";
import { pickupAt } from "#lib/tracking/pickup.ts";
import { reported } from "#lib/tracking/reported.ts";
import { meaningOfEvent, meaningOfStatus } from "./codes.ts";
import { estimateOf } from "./estimate.ts";
import { placeOf } from "./place-of.ts";
import type { SeventeentrackEvent, SeventeentrackInfo, SeventeentrackWhen } from "./schema.ts";

/** The report of one parcel: the scans of all carriers that had it, each of which is listed newest first, the last one first. */
export function reportOf(trackingNumber: string | null, info: SeventeentrackInfo): CarrierReport {
  const lists = info.tracking.providers?.map(({ events }) => ({
    events: events ?? [],
    newest: newestIn(events ?? []),
  }));
  const all = lists?.toSorted((a, b) => compareText(b.newest, a.newest)).flatMap(({ events }) => events) ?? [];
  const events = all.length === 0 && info.latest_event !== null ? [info.latest_event] : all;
  const scans = newestFirst(events.map(scanOf));
  const summary = summaryOf(info, scans);
  if (scans.length === 0 && summary.effect === "unknown") return { found: false, trackingNumber };
  return { found: true, trackingNumber, summary, scans };
}

/** For comparing only: where not every scan has an instant, the carriers' lists stand in their own order. */
function newestIn(events: readonly SeventeentrackEvent[]): string {
  const times = events.map((event) => textOf(whenOf(event)) ?? "");
  return times.toSorted(compareText).at(-1) ?? "";
}

/** The latest status speaks for the parcel; where it is none that we know, the newest scan does. */
function summaryOf(info: SeventeentrackInfo, scans: readonly Reported[]): Reported {
  const [newest] = scans;
  const { status, sub_status, sub_status_descr } = info.latest_status;
  const own = meaningOfStatus(status, sub_status);
  const said =
    own.effect === "moves" || newest === undefined ? own : { ...meaningOfReported(newest), code: newest.code };
  const isDelivered = said.status === "delivered";
  return reported({
    ...said,
    ...whenAndWhere(newest),
    kind: "summary",
    description: sub_status_descr,
    reportPosition: scans.length,
    estimate: isDelivered || isOver(said) ? null : estimateOf(info),
    deliveredAt: isDelivered ? deliveredAt(info, scans) : null,
    pickup: said.status === "available_for_pickup" ? waitsWhere(scans) : null,
    raw: { latest_status: info.latest_status, time_metrics: info.time_metrics },
  });
}

function deliveredAt({ milestone }: SeventeentrackInfo, scans: readonly Reported[]): string | null {
  const scan = scans.find(({ status }) => status === "delivered");
  const reached = milestone?.find(({ key_stage }) => key_stage === "Delivered");
  return scan?.deliveredAt ?? (reached === undefined ? null : textOf(whenOf(reached)));
}

function scanOf(event: SeventeentrackEvent): Reported {
  const meaning = meaningOfEvent(event.sub_status, event.stage);
  const place = placeOf(event);
  const when = whenOf(event);
  return reported({
    ...meaning,
    ...when,
    kind: "scan",
    description: event.description,
    place,
    reportPosition: 0,
    deliveredAt: meaning.status === "delivered" ? textOf(when) : null,
    pickup: meaning.status === "available_for_pickup" ? pickupAt(place) : null,
    raw: event.raw,
  });
}

/**
 * The time with the offset that 17TRACK gave it; the day alone where the carrier wrote no clock beside it. UTC alone is
 * nobody's wall clock: then the carrier's own words are the local time, where they can be read.
 */
function whenOf({ time_iso, time_utc, time_raw }: SeventeentrackWhen): ScanTime {
  const { date, time } = time_raw;
  const written = carrierTime(time === null ? date : `${date}T${time}`);
  if (time === null && written?.localTime.length === DAY) return written;
  const iso = scanTime(time_iso);
  return {
    localTime: iso.localTime ?? written?.localTime ?? null,
    instant: iso.instant ?? carrierTime(time_utc)?.instant ?? written?.instant ?? null,
  };
}

const DAY = "2026-03-05".length;

function textOf({ instant, localTime }: ScanTime): string | null {
  return instant ?? localTime;
}
