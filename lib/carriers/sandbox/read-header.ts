import * as z from "zod";
import { err, ok, type Result } from "#lib/kernel/result.ts";
import { DAY_ZERO_WORDS, isDayZero } from "./day-zero.ts";
import type { JourneyText, TextEstimate, TextFault } from "./journey-text.ts";
import { MOMENT, readMoment, readTime, TIME } from "./moment.ts";
import { readPlace } from "./place-words.ts";
import { leftAtOf, readPoint } from "./read-event.ts";
import type { ScriptPlace } from "./script.ts";
import { choices, faultOf, unknownFault } from "./text-words.ts";

/** What the lines with a colon said; `expected` may come in several. */
export type Headers = Partial<Omit<JourneyText, "events" | "earlier" | "expected">> & {
  readonly places: readonly ScriptPlace[];
  readonly expected: readonly TextEstimate[];
};

type Reader = (value: string, headers: Headers) => Result<Headers, string>;

/** `KEY: VALUE` lines by their key. */
const READERS: Readonly<Record<string, Reader>> = {
  journey: (title, headers) => ok({ ...headers, title }),
  from: (value, headers) => withPlace(value, (from) => ({ ...headers, from })),
  to: (value, headers) => withPlace(value, (to) => ({ ...headers, to })),
  place: (value, headers) => withPlace(value, (place) => ({ ...headers, places: [...headers.places, place] })),
  "day 0": readDayZero,
  "first asked": readAsked,
  expected: readExpected,
  "signed by": (signedBy, headers) => ok({ ...headers, signedBy }),
  "left at": (value, headers) => ok({ ...headers, leftAt: leftAtOf(value) }),
  "waits at": (value, headers) => ok({ ...headers, pickupPoint: jsonOr(value, POINT) ?? readPoint(value) }),
  fault: readFault,
  listed: readListed,
  parcels: readPieces,
  "handed to": readPartner,
};

/** Keys as people may write them instead. */
const ALSO: Readonly<Record<string, string>> = { title: "journey", name: "journey", origin: "from", destination: "to" };

/** Reads one line with a colon into what the others said. */
export function readHeader(key: string, value: string, headers: Headers): Result<Headers, string> {
  const plain = key.trim().toLowerCase().replaceAll(/\s+/g, " ");
  const name = ALSO[plain] ?? plain;
  const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  if (reader === undefined) return err(`"${key.trim()}:" is not understood. ${choices(plain, Object.keys(READERS))}`);
  return value === "" ? err(`There is nothing behind "${key.trim()}:".`) : reader(value, headers);
}

function withPlace(value: string, then: (place: ScriptPlace) => Headers): Result<Headers, string> {
  const read = readPlace(value);
  return read.ok ? ok(then(read.value)) : read;
}

function readDayZero(value: string, headers: Headers): Result<Headers, string> {
  const plain = value.toLowerCase().trim();
  const dayZero = /\bclocks? changed?\b/.test(plain)
    ? "before_clock_change"
    : plain.replace(/^(?:on |the |last |a )+/, "");
  if (isDayZero(dayZero)) return ok({ ...headers, dayZero });
  const words = DAY_ZERO_WORDS.filter((word) => word !== "before_clock_change").join(", ");
  return err(`"${value}" is no day. There are: a date such as 2026-03-06, ${words}, the day before the clocks change.`);
}

function readAsked(value: string, headers: Headers): Result<Headers, string> {
  const asked = readMoment(value);
  return asked === null ? err(`"${value}" is no moment, such as day 0 08:00.`) : ok({ ...headers, asked });
}

const ESTIMATE = new RegExp(
  `^(?:from (${MOMENT})(?: on)?[ ,]+)?(?:on )?day\\s*(-?\\d{1,4})(?:[ ,]+(?:between |from )?(${TIME})\\s*(?:-|–|to|and|until)\\s*(${TIME}))?$`,
  "i",
);

function readExpected(value: string, headers: Headers): Result<Headers, string> {
  const expected: TextEstimate[] = [];
  for (const part of value.split(/,\s*(?=from\b)/i).map((text) => text.trim())) {
    const [, said, day, from, to] = ESTIMATE.exec(part) ?? [];
    const moment = said === undefined ? null : readMoment(said);
    const [start, end] = [from, to].map((clock) => (clock === undefined ? null : readTime(clock)));
    const isOpen = from !== undefined && (start == null || end == null);
    if (day === undefined || (said !== undefined && moment === null) || isOpen) {
      return err(`"${part}" is no expectation, such as day 2, or from day 1 04:30 on day 3 13:00-16:00.`);
    }
    const window = start == null || end == null ? null : { from: start, to: end };
    expected.push({ said: moment, day: Number(day), window });
  }
  return ok({ ...headers, expected: [...headers.expected, ...expected] });
}

const CLAUSES = new RegExp(
  `\\s+(?:for (?:the )?(?:next )?(\\d{1,7}) answers?|from (${MOMENT})|until (${MOMENT}))$`,
  "i",
);

function readFault(value: string, headers: Headers): Result<Headers, string> {
  let words = value;
  let read: Omit<TextFault, "fault"> = { times: null, from: null, until: null };
  for (let found = CLAUSES.exec(words); found !== null; found = CLAUSES.exec(words)) {
    const [clause, times, from, until] = found;
    words = words.slice(0, -clause.length);
    if (times !== undefined) read = { ...read, times: Math.min(1_000_000, Number(times)) };
    if (from !== undefined) read = { ...read, from: readMoment(from) };
    if (until !== undefined) read = { ...read, until: readMoment(until) };
    const isWrong =
      read.times === 0 || (from !== undefined && read.from === null) || (until !== undefined && read.until === null);
    if (isWrong)
      return err(
        `"${clause.trim()}" is not understood, such as: for the next 2 answers, from day 1 09:00, until day 2 09:00.`,
      );
  }
  const fault = faultOf(words);
  return fault === undefined ? err(unknownFault(words.trim())) : ok({ ...headers, fault: { fault, ...read } });
}

function readListed(value: string, headers: Headers): Result<Headers, string> {
  const plain = value.toLowerCase().replaceAll(/[\s_-]+/g, " ");
  if (plain === "by time") return ok({ ...headers, isListedAsReported: false });
  return plain === "as reported"
    ? ok({ ...headers, isListedAsReported: true })
    : err(`"${value}" is no order. There are: by time, as reported.`);
}

function readPieces(value: string, headers: Headers): Result<Headers, string> {
  const pieces = Number(value);
  const fits = Number.isInteger(pieces) && pieces >= 1 && pieces <= 99;
  return fits ? ok({ ...headers, pieces }) : err(`"${value}" is no number of parcels from 1 to 99.`);
}

const POINT = z.strictObject({ name: z.string(), street: z.string() });
const PARTNER = z.strictObject({ carrier: z.string(), number: z.string() });

function readPartner(value: string, headers: Headers): Result<Headers, string> {
  const written = jsonOr(value, PARTNER);
  if (written !== null) return ok({ ...headers, partner: written });
  const [, carrier, number] = /^(\S.*?)\s+(\S+)$/.exec(value) ?? [];
  if (carrier === undefined || number === undefined)
    return err("Write whom and under which number: USPS 9261290100130435082878.");
  return ok({ ...headers, partner: { carrier, number } });
}

/** What has no plain words stands as JSON. */
function jsonOr<T>(value: string, schema: z.ZodType<T>): T | null {
  if (!value.startsWith("{")) return null;
  try {
    const read = schema.safeParse(JSON.parse(value));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
