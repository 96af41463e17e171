import * as z from "zod";
import { err, ok, type Result } from "#lib/kernel/result.ts";
import { atClock, dayZeroDate } from "./day-zero.ts";
import { FAULT_JOURNEY_NAMES, JOURNEY_NAMES, type JourneyName, journeyNamed, planOf } from "./journey-library.ts";
import { type JourneyText, lineErrorText, type Moment } from "./journey-text.ts";
import { clockAtStart, journeyOf } from "./journeys.ts";
import { readMoment } from "./moment.ts";
import { parseJourneyText } from "./parse-journey-text.ts";
import { type JourneyScript, journeyScript, SANDBOX_CARRIERS, type SandboxCarrier } from "./script.ts";
import { scriptOfText } from "./script-of-text.ts";
import { textOfScript } from "./text-of-script.ts";
import { choices } from "./text-words.ts";

const journey = z.string().transform((text, context) => {
  const name = journeyNamed(text);
  if (name !== null) return name;
  context.addIssue(unknownJourney(text));
  return z.NEVER;
});

const moment = z.string().transform((text, context) => {
  const read = readMoment(text);
  if (read !== null) return read;
  context.addIssue(`"${text}" is no moment of a journey, such as day 1 04:30`);
  return z.NEVER;
});

const parcel = { carrier: z.enum(SANDBOX_CARRIERS), number: z.string().min(1) };

const scriptEntry = z.strictObject({ ...parcel, script: journeyScript });
const textEntry = z.strictObject({ ...parcel, text: z.string(), at: moment.optional() });
const namedEntry = z.strictObject({
  ...parcel,
  journey,
  headStart: z.number().min(0).max(1).optional(),
  at: moment.optional(),
});
const anyEntry = z.union([scriptEntry, textEntry, namedEntry]);

/**
 * How journeys are written: a script, a text (docs/sandbox.md), or the name of a journey. `headStart`: how much of it has
 * passed; `at`: where on its clock it stands now.
 */
export type JourneyEntry = z.input<typeof anyEntry>;
type Entry = z.output<typeof anyEntry>;

/** Reads an entry by what it has, so that an error is about that and not about all that it could have been. */
export const journeyEntry = z.unknown().transform((value, context): Entry => {
  const has = (key: string) => typeof value === "object" && value !== null && key in value;
  const named = has("journey") ? namedEntry : scriptEntry;
  const read = (has("text") ? textEntry : named).safeParse(value);
  if (read.success) return read.data;
  for (const { message, path } of read.error.issues) context.addIssue({ code: "custom", message, path: [...path] });
  return z.NEVER;
});

/** What an entry plays when it is written at `nowMs`; else what is wrong with its text. */
export function scriptOfEntry(entry: Entry, number: string, nowMs: number): Result<JourneyScript, readonly string[]> {
  if ("script" in entry) return ok(entry.script);
  if ("text" in entry) {
    const read = parseJourneyText(entry.text);
    return read.ok ? played(read.value, nowMs, entry.at) : err(read.error.map(lineErrorText));
  }
  const script = journeyOf(entry.journey, entry.carrier, number);
  if (entry.at !== undefined) {
    const text = journeyText(entry.journey, entry.carrier, number, nowMs);
    return text === null ? ok(script) : played(text, nowMs, entry.at);
  }
  if (script.dayZero !== undefined) return ok(script);
  return ok(shifted(script, -(entry.headStart ?? 0) * (script.events.at(-1)?.atMinutes ?? 0)));
}

/** A journey of the library as text, with the towns of that number; null never happens to those there are. */
export function journeyText(
  name: JourneyName,
  carrier: SandboxCarrier,
  number: string,
  nowMs: number,
): JourneyText | null {
  const script = journeyOf(name, carrier, number);
  const zone = script.events[0]?.place.zone ?? "UTC";
  const startMs =
    script.dayZero === undefined ? atClock(dayZeroDate("today", nowMs, zone), clockAtStart(name), zone) : nowMs;
  return textOfScript(script, planOf(name).says, startMs);
}

/** `"on-tim" is no journey. Did you mean "on-time"? There are: ...` */
export function unknownJourney(text: string): string {
  return `"${text}" is no journey. ${choices(text, [...JOURNEY_NAMES, ...FAULT_JOURNEY_NAMES])}`;
}

function played(text: JourneyText, nowMs: number, at: Moment | undefined): Result<JourneyScript, readonly string[]> {
  if (text.dayZero !== null && at !== undefined) {
    return err([
      `This journey has its own days (day 0: ${text.dayZero}): set the clock instead of saying where it stands.`,
    ]);
  }
  return ok(scriptOfText(text, nowMs, at ?? null));
}

function shifted({ events, estimates = [], earlier, ...rest }: JourneyScript, minutes: number): JourneyScript {
  const moved = (list: JourneyScript["events"]) =>
    list.map(({ atMinutes, shownAtMinutes, removedAtMinutes, ...event }) => ({
      ...event,
      atMinutes: atMinutes + minutes,
      ...(shownAtMinutes === undefined ? {} : { shownAtMinutes: shownAtMinutes + minutes }),
      ...(removedAtMinutes === undefined ? {} : { removedAtMinutes: removedAtMinutes + minutes }),
    }));
  return {
    ...rest,
    events: moved(events),
    ...(earlier === undefined ? {} : { earlier: moved(earlier) }),
    estimates: estimates.map(({ atMinutes, fromMinutes, toMinutes, kind }) => ({
      atMinutes: atMinutes + minutes,
      fromMinutes: fromMinutes + minutes,
      toMinutes: toMinutes + minutes,
      kind,
    })),
  };
}
