import { isDeepStrictEqual } from "node:util";
import { atClock, dayZeroDate } from "./day-zero.ts";
import { type HeadStart, headMinutesOf } from "./head-start.ts";
import { chosenJourney, journeyOf } from "./journeys.ts";
import { type Begun, nextChangeMs, type Played, playedAt } from "./played.ts";
import { type ClockChange, createSandboxClock, type SandboxClock } from "./sandbox-clock.ts";
import type { JourneyScript, SandboxCarrier } from "./script.ts";
import { openStateFile, type StateLine } from "./state-file.ts";

type Start = Pick<Begun, "startMs" | "speed" | "headMinutes">;
type Entry = { readonly script: JourneyScript | null; readonly start: Start | null };
/** What was last worked out for a number, and between which moments it holds. */
type Told = {
  readonly begun: Begun;
  readonly played: Played | null;
  readonly fromMs: number;
  readonly untilMs: number;
};

const TOLD_LIMIT = 20_000;

export type ParcelBook = {
  readonly clock: Pick<SandboxClock, "nowMs" | "speed" | "isStopped">;
  readonly changeClock: (change: ClockChange) => void;
  /** The journey of a number; the first asking starts it now. */
  readonly begin: (carrier: SandboxCarrier, number: string) => Begun;
  /** What is known of a number at `atMs`, null while nothing is; begins its journey now. Often the same object as before. */
  readonly played: (carrier: SandboxCarrier, number: string, atMs: number) => Played | null;
  /** The script of a number, if somebody wrote one. */
  readonly scriptOf: (carrier: SandboxCarrier, number: string) => JourneyScript | null;
  /**
   * Gives a number a script, to begin when it is next asked for; one with the same scans (another fault, say) goes on where
   * it is, so that no scan is told with two times. False where it keeps the one it has, or has begun.
   */
  readonly write: (carrier: SandboxCarrier, number: string, script: JourneyScript, replace: boolean) => boolean;
  /** Has to come before an answer leaves, so that a killed sandbox never forgets what it has said. */
  readonly save: () => void;
  readonly close: () => void;
};

export type ParcelBookOptions = {
  readonly stateFile: string | null;
  readonly speed: number;
  readonly headStart: HeadStart;
  /** The real clock. */
  readonly realMs: () => number;
};

/** What is known of numbers: when each was first asked for, scripts, and the clock. It survives a kill in the state file. */
export function openParcelBook({ stateFile, speed, headStart, realMs }: ParcelBookOptions): ParcelBook {
  const file = openStateFile(stateFile);
  const clock = createSandboxClock(realMs);
  const entries = new Map<string, Entry>();
  const told = new Map<string, Told>();
  const unsaved: StateLine[] = [];

  function note(line: StateLine): void {
    if (line.type === "time") {
      clock.restore(line);
      return;
    }
    const key = keyOf(line.carrier, line.number);
    told.delete(key);
    entries.set(key, entryAfter(line, entries.get(key)));
  }

  function record(line: StateLine): void {
    note(line);
    unsaved.push(line);
  }

  function begunOf(key: string, carrier: SandboxCarrier, number: string, nowMs: number): Begun {
    const known = entries.get(key);
    const chosen = known?.script ? null : chosenFor(carrier, number);
    const script = known?.script ?? chosen?.script ?? { events: [] };
    // Scripts say themselves what has passed.
    const head = () => (known === undefined && chosen !== null ? headMinutesOf(headStart, chosen, nowMs) : 0);
    const first = () => onItsCalendar(script, nowMs) ?? { startMs: nowMs, speed, headMinutes: head() };
    const start = known?.start ?? first();
    if (!known?.start) record({ type: "begun", carrier, number, ...start });
    return { carrier, number, script, ...start };
  }

  function begin(carrier: SandboxCarrier, number: string): Begun {
    const key = keyOf(carrier, number);
    return told.get(key)?.begun ?? begunOf(key, carrier, number, clock.nowMs());
  }

  function played(carrier: SandboxCarrier, number: string, atMs: number): Played | null {
    const key = keyOf(carrier, number);
    const before = told.get(key);
    if (before !== undefined && before.fromMs <= atMs && atMs < before.untilMs) return before.played;
    const begun = before?.begun ?? begunOf(key, carrier, number, clock.nowMs());
    const now = { begun, played: playedAt(begun, atMs), fromMs: atMs, untilMs: nextChangeMs(begun, atMs) };
    if (told.size >= TOLD_LIMIT) told.clear();
    told.set(key, now);
    return now.played;
  }

  file.before.forEach(note);
  return {
    clock,
    changeClock: (change) => record({ type: "time", ...clock.change(change) }),
    begin,
    played,
    scriptOf: (carrier, number) => entries.get(keyOf(carrier, number))?.script ?? null,
    write: (carrier, number, script, replace) => {
      const known = entries.get(keyOf(carrier, number));
      if (!replace && known !== undefined) return false;
      record({ type: "script", carrier, number, script, goesOn: isSameWay(known?.script, script) });
      return true;
    },
    save: () => file.append(unsaved.splice(0)),
    close: file.close,
  };
}

function entryAfter(line: Exclude<StateLine, { type: "time" }>, known: Entry | undefined): Entry {
  if (line.type === "script") return { script: line.script, start: line.goesOn ? (known?.start ?? null) : null };
  const { startMs, speed, headMinutes } = line;
  return { script: known?.script ?? null, start: { startMs, speed, headMinutes } };
}

function chosenFor(carrier: SandboxCarrier, number: string) {
  const name = chosenJourney(carrier, number);
  return { carrier, number, name, script: journeyOf(name, carrier, number) };
}

/** A journey that hangs on the calendar has begun on its day 0, and passes at real pace. */
function onItsCalendar({ dayZero, events }: JourneyScript, nowMs: number): Start | null {
  if (dayZero === undefined) return null;
  const zone = events[0]?.place.zone ?? "UTC";
  return { startMs: atClock(dayZeroDate(dayZero, nowMs, zone), 0, zone), speed: 1, headMinutes: 0 };
}

function isSameWay(one: JourneyScript | null | undefined, other: JourneyScript): boolean {
  return isDeepStrictEqual(one?.events, other.events) && one?.dayZero === other.dayZero;
}

function keyOf(carrier: SandboxCarrier, number: string): string {
  return `${carrier} ${number}`;
}
