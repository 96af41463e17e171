import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import * as z from "zod";
import { journeyScript, SANDBOX_CARRIERS } from "./script.ts";

const parcel = { carrier: z.enum(SANDBOX_CARRIERS), number: z.string() };

const stateLine = z.discriminatedUnion("type", [
  /** A number was asked for the first time. */
  z.object({ type: z.literal("begun"), ...parcel, startMs: z.number(), speed: z.number(), headMinutes: z.number() }),
  /** A number got a script; it begins anew unless `goesOn`. */
  z.object({ type: z.literal("script"), ...parcel, script: journeyScript, goesOn: z.boolean() }),
  /** The sandbox's clock was told to run so (see `ClockSetting`). */
  z.object({
    type: z.literal("time"),
    realMs: z.number(),
    atMs: z.number(),
    speed: z.number(),
    stopped: z.boolean(),
  }),
]);

/** One thing that a sandbox has to know again after it was killed. */
export type StateLine = z.infer<typeof stateLine>;

export type StateFile = {
  /** What was written before, oldest first. */
  readonly before: readonly StateLine[];
  readonly append: (lines: readonly StateLine[]) => void;
  readonly close: () => void;
};

/**
 * Opens a file of JSON lines, or nothing but memory for null. Lines that are no state, such as a last one that was cut off
 * when the process was killed, count for nothing. Throws where the file cannot be read or written.
 */
export function openStateFile(file: string | null): StateFile {
  if (file === null) return { before: [], append: () => {}, close: () => {} };
  mkdirSync(dirname(file), { recursive: true });
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const descriptor = openSync(file, "a", 0o600);
  // What is appended to half a line would be lost with it.
  if (text !== "" && !text.endsWith("\n")) writeSync(descriptor, "\n");
  return {
    before: text.split("\n").flatMap(stateLinesOf),
    append: (lines) => {
      if (lines.length > 0) writeSync(descriptor, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    },
    close: () => closeSync(descriptor),
  };
}

function stateLinesOf(line: string): readonly StateLine[] {
  if (line === "") return [];
  try {
    const read = stateLine.safeParse(JSON.parse(line));
    return read.success ? [read.data] : [];
  } catch {
    return [];
  }
}
