import { err, ok, type Result } from "#lib/kernel/result.ts";
import type { JourneyText, LineError, Moment, TextEvent } from "./journey-text.ts";
import { readMoment, TIME } from "./moment.ts";
import { type Details, readEvent } from "./read-event.ts";
import { type Headers, readHeader } from "./read-header.ts";

const MAX_CHARACTERS = 200_000;
/** As many as a script may have. */
const MAX_EVENTS = 100;

type EventLine = { readonly line: number; readonly isEarlier: boolean; readonly at: Moment; readonly rest: string };
type Sorted = {
  readonly headers: Headers;
  readonly lines: readonly EventLine[];
  readonly errors: readonly LineError[];
};

/**
 * Reads a journey from its text (docs/sandbox.md): lines with a colon that say what it is about, and one line for each thing
 * that happens. Never throws: whatever is wrong comes with its line, all of it at once.
 */
export function parseJourneyText(text: string): Result<JourneyText, readonly LineError[]> {
  if (text.length > MAX_CHARACTERS) return err([{ line: 0, message: "The text is too long for a journey." }]);
  const { headers, lines, errors } = sortedLines(text);
  const { from, to } = headers;
  if (from === undefined || to === undefined) return err([...errors, ...missing(headers)]);
  const places = { from, to, others: headers.places };
  const main = readEvents(
    lines.filter(({ isEarlier }) => !isEarlier),
    places,
  );
  const before = readEvents(
    lines.filter(({ isEarlier }) => isEarlier),
    places,
  );
  const all = [...errors, ...main.errors, ...before.errors].sort((one, other) => one.line - other.line);
  if (all.length > 0) return err(all);
  if (main.events.length === 0)
    return err([{ line: 0, message: 'Nothing happens: add lines such as "day 0 13:50 label".' }]);
  const details = { ...before.details, ...main.details };
  return ok({
    title: headers.title ?? null,
    from,
    to,
    dayZero: headers.dayZero ?? null,
    asked: headers.asked ?? null,
    events: main.events,
    earlier: before.events,
    expected: headers.expected,
    signedBy: details.signedBy ?? headers.signedBy ?? null,
    leftAt: details.leftAt ?? headers.leftAt ?? null,
    pickupPoint: details.pickupPoint ?? headers.pickupPoint ?? null,
    fault: headers.fault ?? null,
    isListedAsReported: headers.isListedAsReported ?? false,
    pieces: headers.pieces ?? null,
    partner: headers.partner ?? null,
  });
}

const EVENT = new RegExp(`^(earlier\\s+)?(day\\s*-?\\d{1,4}\\s*,?\\s+${TIME})(?:\\s*[-–:,]\\s*|\\s+)(\\S.*)$`, "is");

/** What each line is, before it is known which places there are. */
function sortedLines(text: string): Sorted {
  const lines: EventLine[] = [];
  const errors: LineError[] = [];
  let headers: Headers = { places: [], expected: [] };
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1;
    const plain = raw.trim();
    if (plain === "" || plain.startsWith("#")) continue;
    const [, earlier, time, rest] = EVENT.exec(plain) ?? [];
    const at = time === undefined ? null : readMoment(time);
    if (at !== null && rest !== undefined) {
      lines.push({ line, isEarlier: earlier !== undefined, at, rest });
      continue;
    }
    const [, key, value = ""] = /^([^:]+):(.*)$/s.exec(plain) ?? [];
    const isEvent = time !== undefined || key === undefined || /^(?:earlier\s+)?day\s*-?\d+\s*,?\s+\d/i.test(plain);
    const read = isEvent ? err(notALine(plain)) : readHeader(key, value.trim(), headers);
    if (read.ok) headers = read.value;
    else errors.push({ line, message: read.error });
  }
  return { headers, lines, errors };
}

function notALine(text: string): string {
  const isTimed = /\bday\b/i.test(text);
  return isTimed
    ? `"${cut(text)}" has no day and time that can be: write it as day 1 04:30 delayed by weather.`
    : `"${cut(text)}" is not understood. Write what happens as day 1 04:30 delayed by weather, all else with a colon: from: Memphis, TN 38118 US.`;
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

function missing({ from, to }: Headers): readonly LineError[] {
  const say = (what: string, example: string) => ({ line: 0, message: `Say ${what}: "${example}".` });
  return [
    ...(from === undefined ? [say("where it comes from", "from: Memphis, TN 38118 US")] : []),
    ...(to === undefined ? [say("where it goes", "to: Portland, OR 97201 US")] : []),
  ];
}

function readEvents(lines: readonly EventLine[], places: Parameters<typeof readEvent>[2]) {
  const events: TextEvent[] = [];
  const errors: LineError[] = [];
  let details: Details = {};
  let listed = 0;
  for (const { line, at, rest } of lines) {
    const read = readEvent(at, rest, places, events.at(-1) ?? null);
    if (!read.ok) {
      errors.push({ line, message: read.error });
      continue;
    }
    events.push(read.value.event);
    details = { ...details, ...read.value.details };
    listed += read.value.event.times;
    if (listed > MAX_EVENTS) errors.push({ line, message: `A parcel may have ${MAX_EVENTS} scans, and no more.` });
  }
  return { events, errors, details };
}
