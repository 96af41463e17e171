import { Temporal } from "temporal-polyfill";
import type { JourneyScript, ScriptPlace } from "#lib/carriers/sandbox/script.ts";
import { assertNever } from "#lib/kernel/assert-never.ts";
import type { Beat, Journey, Time } from "./journey.ts";

/** What a journey's times hang on; all of it is stored, so that it is the same at every start of the demo. */
export type Anchor = {
  /** Day 0. */
  readonly today: Temporal.PlainDate;
  readonly shippedAt: Temporal.Instant;
  readonly loadedAt: Temporal.Instant;
};

const MINUTE_MS = 60_000;
const SUNDAY = 7;

/** A journey as the sandbox reads it, its minutes counted from `now`. Throws for one that begins or ends with `between`. */
export function journeyScriptOf(journey: Journey, anchor: Anchor, now: Temporal.Instant): JourneyScript {
  const minutes = (instantMs: number) => Math.round(((instantMs - now.epochMilliseconds) / MINUTE_MS) * 1e6) / 1e6;
  const at = (time: Time) => minutes(fixed(time, journey.destination, anchor));
  const times = beatTimes(journey.beats, anchor);
  const { signedBy, leftAt, pickupPoint } = journey;
  return {
    events: journey.beats.map(({ step, place }, index) => ({ step, place, atMinutes: minutes(times[index] ?? 0) })),
    estimates: journey.expected.map(({ said, from, to, kind }) => ({
      atMinutes: at(said),
      fromMinutes: at(from),
      toMinutes: at(to),
      kind,
    })),
    ...(signedBy === undefined ? {} : { signedBy }),
    ...(leftAt === undefined ? {} : { leftAt }),
    ...(pickupPoint === undefined ? {} : { pickupPoint }),
  };
}

function beatTimes(beats: readonly Beat[], anchor: Anchor): readonly number[] {
  const known = beats.map(({ at, place }) => (at.kind === "between" ? null : fixed(at, place, anchor)));
  return known.map((time, index) => {
    if (time !== null) return time;
    const before = known.findLastIndex((other, at) => at < index && other !== null);
    const after = known.findIndex((other, at) => at > index && other !== null);
    const [from, to] = [known[before], known[after]];
    if (from == null || to == null) throw new Error("A journey's first and last scan need a time of their own");
    const step = (to - from) / (after - before);
    // Uneven, as scans are.
    const sway = (((index * 5 + beats.length) % 7) - 3) / 12;
    return settled(from + step * (index - before + sway));
  });
}

function fixed(time: Time, place: ScriptPlace, anchor: Anchor): number {
  switch (time.kind) {
    case "on":
    case "workday": {
      const day = anchor.today.add({ days: time.day });
      const there = time.kind === "on" ? day : workdayAt(day, time.day < 0, place, anchor);
      const clock = { timeZone: place.zone, plainTime: Temporal.PlainTime.from(time.time) };
      return settled(there.toZonedDateTime(clock).epochMilliseconds);
    }
    case "shipped":
      return settled(anchor.shippedAt.epochMilliseconds + time.minutes * MINUTE_MS);
    case "loaded":
      return settled(anchor.loadedAt.epochMilliseconds + time.minutes * MINUTE_MS);
    case "between":
      throw new Error("Only scans can be between others");
    default:
      return assertNever(time);
  }
}

/** As the shop counts its promises; the Saturday before only where the parcel was handed over on an earlier day. */
function workdayAt(day: Temporal.PlainDate, isPast: boolean, place: ScriptPlace, anchor: Anchor): Temporal.PlainDate {
  if (day.dayOfWeek !== SUNDAY) return day;
  const saturday = day.subtract({ days: 1 });
  const shippedOn = anchor.shippedAt.toZonedDateTimeISO(place.zone).toPlainDate();
  return isPast && Temporal.PlainDate.compare(saturday, shippedOn) > 0 ? saturday : day.add({ days: 1 });
}

/**
 * Moved to between the 5th and the 40th second of its minute, a little past the full second. Journeys begin when a number is
 * first asked for, some moments after they were scripted: scripted anew, each scan is still where it was.
 */
function settled(instantMs: number): number {
  const minute = Math.floor(instantMs / MINUTE_MS) * MINUTE_MS;
  const second = Math.floor((instantMs - minute) / 1_000);
  return minute + Math.min(40, Math.max(5, second)) * 1_000 + 100;
}
