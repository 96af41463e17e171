import { isDeepStrictEqual } from "node:util";
import { type HeadStart, headMinutesOf } from "./head-start.ts";
import { chosenJourney, type JourneyName, journeyOf } from "./journeys.ts";
import type { Begun } from "./played.ts";
import type { JourneyScript, SandboxCarrier } from "./script.ts";
import { openStateFile, type StateLine } from "./state-file.ts";

type Start = Pick<Begun, "startMs" | "speed" | "headMinutes">;
type Entry = { readonly script: JourneyScript | null; readonly start: Start | null };

export type ParcelBook = {
  /** The journey of a number; the first asking starts it, at `nowMs`. */
  readonly begin: (carrier: SandboxCarrier, number: string, nowMs: number) => Begun;
  /** The script of a number, if somebody wrote one. */
  readonly scriptOf: (carrier: SandboxCarrier, number: string) => JourneyScript | null;
  /**
   * Gives a number a script, to begin when it is next asked for; one with the same scans (another fault, say) goes on where
   * it is, so that no scan is told with two times. False where it keeps the one it has, or has begun.
   */
  readonly write: (carrier: SandboxCarrier, number: string, script: JourneyScript, replace: boolean) => boolean;
  /** How far the sandbox's clock is ahead of the real one. */
  readonly aheadMs: () => number;
  readonly advance: (ms: number) => void;
  /** Has to come before an answer leaves, so that a killed sandbox never forgets what it has said. */
  readonly save: () => void;
  readonly close: () => void;
};

export type ParcelBookOptions = {
  readonly stateFile: string | null;
  readonly speed: number;
  readonly headStart: HeadStart;
};

/** What is known of numbers: when each was first asked for, and scripts. It survives a kill in the state file. */
export function openParcelBook({ stateFile, speed, headStart }: ParcelBookOptions): ParcelBook {
  const file = openStateFile(stateFile);
  const entries = new Map<string, Entry>();
  const unsaved: StateLine[] = [];
  let aheadMs = 0;

  function note(line: StateLine): void {
    if (line.type === "clock") {
      aheadMs = line.aheadMs;
      return;
    }
    const key = `${line.carrier} ${line.number}`;
    if (line.type === "script") {
      entries.set(key, { script: line.script, start: line.goesOn ? (entries.get(key)?.start ?? null) : null });
    } else entries.set(key, { script: entries.get(key)?.script ?? null, start: line });
  }

  function record(line: StateLine): void {
    note(line);
    unsaved.push(line);
  }

  file.before.forEach(note);
  return {
    begin: (carrier, number, nowMs) => {
      const known = entries.get(`${carrier} ${number}`);
      const name = chosenJourney(carrier, number);
      const script = known?.script ?? journeyOf(name, carrier, number);
      const kept = known?.start ?? null;
      const start = kept ?? {
        startMs: nowMs,
        speed,
        headMinutes: headOf(known, { carrier, number, name, script }, nowMs),
      };
      if (kept === null) record({ type: "begun", carrier, number, ...start });
      return { carrier, number, script, startMs: start.startMs, speed: start.speed, headMinutes: start.headMinutes };
    },
    scriptOf: (carrier, number) => entries.get(`${carrier} ${number}`)?.script ?? null,
    write: (carrier, number, script, replace) => {
      const known = entries.get(`${carrier} ${number}`);
      if (!replace && known !== undefined) return false;
      const goesOn = isDeepStrictEqual(known?.script?.events, script.events);
      record({ type: "script", carrier, number, script, goesOn });
      return true;
    },
    aheadMs: () => aheadMs,
    advance: (ms) => record({ type: "clock", aheadMs: aheadMs + ms }),
    save: () => file.append(unsaved.splice(0)),
    close: file.close,
  };

  /** Scripts say themselves what has passed. */
  function headOf(
    known: Entry | undefined,
    chosen: { carrier: SandboxCarrier; number: string; name: JourneyName; script: JourneyScript },
    nowMs: number,
  ): number {
    return known === undefined ? headMinutesOf(headStart, chosen, nowMs) : 0;
  }
}
