import { atClock, dayZeroDate } from "./day-zero.ts";
import type { JourneyText, Moment, TextEstimate, TextEvent, TextFault } from "./journey-text.ts";
import { isSameMoment } from "./moment.ts";
import { playedAt } from "./played.ts";
import type { JourneyEvent, JourneyScript, ScriptPlace } from "./script.ts";
import { wallClock } from "./wall-clock.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * A script as text, on the clocks of its places, to the minute. `nowMs` is when its number would be first asked for: it
 * decides which hours of the day come out. Null for a script in which nothing happens.
 */
export function textOfScript(script: JourneyScript, title: string, nowMs: number): JourneyText | null {
  const [first] = script.events;
  if (first === undefined) return null;
  const zone = first.place.zone;
  const date = dayZeroDate(script.dayZero ?? "today", nowMs, zone);
  const zeroMs = script.dayZero === undefined ? Math.floor(nowMs / MINUTE_MS) * MINUTE_MS : atClock(date, 0, zone);
  const on = (minutes: number, there: string) => momentOn(zeroMs + minutes * MINUTE_MS, there, date);
  const eventsOf = (events: readonly JourneyEvent[]) => repeated(events.map((event) => textEvent(event, on)));
  const { from, to } = endsOf(script, first.place);
  const events = eventsOf(script.events);
  const said = (minutes: number) => momentSaid(minutes, script, on, to);
  const isAskedFirst = script.dayZero !== undefined || script.events.some(({ atMinutes }) => atMinutes === 0);
  return {
    title,
    from,
    to,
    dayZero: script.dayZero ?? null,
    asked: isAskedFirst ? null : on(0, zone),
    events,
    earlier: eventsOf(script.earlier ?? []),
    expected: (script.estimates ?? []).map((estimate) =>
      textEstimate(estimate, said, (minutes) => on(minutes, to.zone)),
    ),
    signedBy: script.signedBy ?? null,
    leftAt: script.leftAt ?? null,
    pickupPoint: script.pickupPoint ?? null,
    fault: textFault(script, said),
    isListedAsReported: script.listed === "as_reported",
    pieces: script.pieces ?? null,
    partner: script.partner ?? null,
  };
}

type On = (minutes: number, zone: string) => Moment;

function momentOn(ms: number, zone: string, date: string): Moment {
  const clock = wallClock(Math.floor(ms / MINUTE_MS) * MINUTE_MS, zone);
  const day = Math.round((Date.parse(clock.date) - Date.parse(date)) / DAY_MS);
  return { day, minutes: Number(clock.time.slice(0, 2)) * 60 + Number(clock.time.slice(3, 5)) };
}

function textEvent(
  { step, place, atMinutes, shownAtMinutes, removedAtMinutes, clockZone }: JourneyEvent,
  on: On,
): TextEvent {
  const there = (minutes: number | undefined) => (minutes === undefined ? null : on(minutes, place.zone));
  return {
    at: on(atMinutes, place.zone),
    step,
    place,
    shown: there(shownAtMinutes),
    removed: there(removedAtMinutes),
    clockZone: clockZone ?? null,
    times: 1,
  };
}

/** Lines that stand there several times, one below the other, as one that says so. */
function repeated(events: readonly TextEvent[]): readonly TextEvent[] {
  const lines: TextEvent[] = [];
  for (const event of events) {
    const above = lines.at(-1);
    if (above !== undefined && JSON.stringify({ ...above, times: 1 }) === JSON.stringify(event)) {
      lines[lines.length - 1] = { ...above, times: above.times + 1 };
    } else lines.push(event);
  }
  return lines;
}

/** From the first scan to the receiver, as the carriers would say it at the end. */
function endsOf(script: JourneyScript, first: ScriptPlace): { readonly from: ScriptPlace; readonly to: ScriptPlace } {
  const begun = { carrier: "ups", number: "", startMs: 0, speed: 1, headMinutes: 0 } as const;
  const events = script.events.map(({ removedAtMinutes: _, ...event }) => event);
  const played = playedAt({ ...begun, script: { events } }, Number.MAX_SAFE_INTEGER);
  return { from: played?.origin ?? first, to: played?.destination ?? first };
}

/** Written as the scan of the same minute is, where no other line reads the same. */
function momentSaid(minutes: number, { events }: JourneyScript, on: On, to: ScriptPlace): Moment {
  const scan = events.find(({ atMinutes }) => Math.floor(atMinutes) === Math.floor(minutes));
  const own = on(minutes, (scan?.place ?? to).zone);
  const reads = events.find(({ atMinutes, place }) => isSameMoment(on(atMinutes, place.zone), own));
  return scan === undefined || reads === scan ? own : on(minutes, to.zone);
}

function textEstimate(
  { atMinutes, fromMinutes, toMinutes, kind }: NonNullable<JourneyScript["estimates"]>[number],
  said: (minutes: number) => Moment,
  there: (minutes: number) => Moment,
): TextEstimate {
  const [from, to] = [there(fromMinutes), there(toMinutes)];
  const isWindow = kind === "window" && toMinutes - fromMinutes < 1_440;
  if (!isWindow) return { said: said(atMinutes), day: to.day, window: null };
  return { said: said(atMinutes), day: from.day, window: { from: from.minutes, to: to.minutes } };
}

function textFault({ fault }: JourneyScript, said: (minutes: number) => Moment): TextFault | null {
  if (fault == null) return null;
  if (typeof fault === "string") return { fault, times: null, from: null, until: null };
  const { times, fromMinutes, untilMinutes } = fault;
  return {
    fault: fault.fault,
    times: times ?? null,
    from: fromMinutes === undefined ? null : said(fromMinutes),
    until: untilMinutes === undefined ? null : said(untilMinutes),
  };
}
