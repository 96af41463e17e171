import { atClock, dayZeroDate } from "./day-zero.ts";
import type { JourneyText, Moment, TextEstimate, TextEvent } from "./journey-text.ts";
import { isSameMoment } from "./moment.ts";
import type { JourneyEvent, JourneyScript, PassingFault } from "./script.ts";

/** A day that is named ends for its receiver at eight in the evening. */
const EVENING = 20 * 60;
const MINUTE_MS = 60_000;

/**
 * The script of a text that is played at `nowMs`. Without a day 0 of its own, the number is first asked for (`at`, else what
 * the text says, else its first line) at that moment, and all else keeps its distance from it; so hours of the day are as
 * written only where that moment is. With one, everything is on that calendar, and `at` is of no use.
 */
export function scriptOfText(text: JourneyText, nowMs: number, at: Moment | null = null): JourneyScript {
  const zone = text.events[0]?.place.zone ?? text.from.zone;
  const date = dayZeroDate(text.dayZero ?? "today", nowMs, zone);
  const instant = (moment: Moment, there: string) => atClock(date, moment.day * 1_440 + moment.minutes, there);
  const zeroMs = text.dayZero === null ? firstMs(text, at ?? text.asked, instant) : atClock(date, 0, zone);
  const minutes = (ms: number) => (ms - zeroMs) / MINUTE_MS;
  const eventOf = (event: TextEvent): readonly JourneyEvent[] => {
    const there = (moment: Moment) => minutes(instant(moment, event.place.zone));
    const { step, place, shown, removed, clockZone, times } = event;
    return Array.from({ length: times }, () => ({
      step,
      atMinutes: there(event.at),
      place,
      ...(shown === null ? {} : { shownAtMinutes: there(shown) }),
      ...(removed === null ? {} : { removedAtMinutes: there(removed) }),
      ...(clockZone === null ? {} : { clockZone }),
    }));
  };
  const events = text.events.flatMap(eventOf);
  const said = (moment: Moment) => minutes(instant(moment, zoneOfMoment(text, moment)));
  const arrival = (day: number, time: number) => minutes(instant({ day, minutes: time }, text.to.zone));
  return {
    events,
    estimates: text.expected.map((estimate) => ({
      atMinutes: estimate.said === null ? Math.min(...events.map(({ atMinutes }) => atMinutes)) : said(estimate.said),
      fromMinutes: arrival(estimate.day, estimate.window?.from ?? EVENING),
      toMinutes: arrival(estimate.day, endOf(estimate)),
      kind: estimate.window === null ? "day" : "window",
    })),
    ...(text.signedBy === null ? {} : { signedBy: text.signedBy }),
    ...(text.leftAt === null ? {} : { leftAt: text.leftAt }),
    ...(text.pickupPoint === null ? {} : { pickupPoint: text.pickupPoint }),
    ...(text.earlier.length === 0 ? {} : { earlier: text.earlier.flatMap(eventOf) }),
    ...(text.partner === null ? {} : { partner: text.partner }),
    ...(text.isListedAsReported ? { listed: "as_reported" } : {}),
    ...(text.pieces === null ? {} : { pieces: text.pieces }),
    ...(text.dayZero === null ? {} : { dayZero: date }),
    ...faultOf(text, said),
  };
}

/** A moment that stands on no line of its own: that of the first line with this day and time, else the receiver's clock. */
function zoneOfMoment({ events, to }: JourneyText, moment: Moment): string {
  return (events.find(({ at }) => isSameMoment(at, moment))?.place ?? to).zone;
}

/** Minutes after the midnight of its day. */
function endOf({ window }: TextEstimate): number {
  if (window === null) return EVENING;
  return window.to < window.from ? window.to + 1_440 : window.to;
}

function firstMs(text: JourneyText, asked: Moment | null, instant: (moment: Moment, zone: string) => number): number {
  if (asked !== null) {
    const line = text.events.find(({ at }) => isSameMoment(at, asked));
    return instant(asked, (line ?? text.events[0])?.place.zone ?? text.from.zone);
  }
  return Math.min(...text.events.map(({ at, place }) => instant(at, place.zone)));
}

function faultOf({ fault }: JourneyText, said: (moment: Moment) => number): Pick<JourneyScript, "fault"> {
  if (fault === null) return {};
  const { times, from, until } = fault;
  if (times === null && from === null && until === null) return { fault: fault.fault };
  const passing: PassingFault = {
    fault: fault.fault,
    ...(times === null ? {} : { times }),
    ...(from === null ? {} : { fromMinutes: said(from) }),
    ...(until === null ? {} : { untilMinutes: said(until) }),
  };
  return { fault: passing };
}
