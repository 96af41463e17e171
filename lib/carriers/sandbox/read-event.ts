import { err, ok, type Result } from "#lib/kernel/result.ts";
import type { Moment, TextEvent } from "./journey-text.ts";
import { usualPlace } from "./journey-text.ts";
import { type KnownPlaces, placeMeant } from "./known-places.ts";
import { MOMENT, readMoment } from "./moment.ts";
import { waitsForPickup } from "./played.ts";
import { isKnownZone, type PickupPoint, type Step } from "./script.ts";
import { stepOf, unknownStep } from "./text-words.ts";

/** What stands on a line besides what happens: it is said of the whole parcel. */
export type Details = {
  readonly signedBy?: string;
  readonly leftAt?: string;
  readonly pickupPoint?: PickupPoint;
};

export type ReadEvent = { readonly event: TextEvent; readonly details: Details };

/**
 * Reads what stands behind a time: `departed @ Louisville (reported day 1 09:00; twice)`. Where no place is said it is the
 * usual one after `before`, the line above.
 */
export function readEvent(
  at: Moment,
  rest: string,
  places: KnownPlaces,
  before: TextEvent | null,
): Result<ReadEvent, string> {
  const [, body = rest, options = ""] = /^(.*?)\s*\(([^()]*)\)\s*$/s.exec(rest) ?? [];
  const mark = body.indexOf("@");
  const words = (mark < 0 ? body : body.slice(0, mark)).trim();
  const what = readWhat(words);
  if (!what.ok) return what;
  const { step, details } = what.value;
  const place =
    mark < 0
      ? ok(usualPlace(step, { ...places, before: before?.place ?? null }))
      : placeMeant(body.slice(mark + 1), places);
  if (!place.ok) return place;
  const event = { at, step, place: place.value, shown: null, removed: null, clockZone: null, times: 1 };
  const read = withOptions(event, options, places);
  return read.ok ? ok({ event: read.value, details }) : read;
}

function readWhat(words: string): Result<{ readonly step: Step; readonly details: Details }, string> {
  const whole = stepOf(words);
  if (whole !== undefined) return ok({ step: whole, details: {} });
  const waiting = readWaiting(words);
  if (waiting !== null) return ok(waiting);
  const [before = "", ...parts] = words.split(",");
  const step = stepOf(before);
  if (step === undefined) return err(unknownStep(before.trim()));
  if (step !== "delivered") return err(`Only "delivered" has more behind a comma; a place stands behind @.`);
  let details: Details = {};
  for (const part of parts) {
    const read = readHandover(part.trim());
    if (read === null) return err(`"${part.trim()}" is neither "left at ..." nor "signed by ...".`);
    details = { ...details, ...read };
  }
  return ok({ step, details });
}

/** `waiting for pick-up at Corner Pharmacy, 214 Linden Ave` */
function readWaiting(words: string): { readonly step: Step; readonly details: Details } | null {
  for (const { index } of words.matchAll(/\s+at\s+/gi)) {
    const step = stepOf(words.slice(0, index));
    if (step === undefined || !waitsForPickup(step)) continue;
    const point = readPoint(
      words
        .slice(index)
        .trim()
        .replace(/^at\s+/i, ""),
    );
    return { step, details: { pickupPoint: point } };
  }
  return null;
}

/** A shop or locker: its name, a comma, its street. */
export function readPoint(text: string): PickupPoint {
  const [name = "", ...street] = text.split(",");
  return { name: name.trim(), street: street.join(",").trim() };
}

function readHandover(part: string): Details | null {
  const [, signedBy] = /^signed (?:for )?by\s+(\S.*)$/i.exec(part) ?? [];
  if (signedBy !== undefined) return { signedBy };
  const [, leftAt] = /^left\s+(?:(?:at|in|with|by|on)\s+)?(?:(?:the|a|an|my)\s+)?(\S.*)$/i.exec(part) ?? [];
  return leftAt === undefined ? null : { leftAt: leftAtOf(leftAt) };
}

/** The one spelling that carriers' words are looked up by. */
export function leftAtOf(text: string): string {
  return /^neighbou?r$/i.test(text) ? "neighbor" : text;
}

function withOptions(event: TextEvent, options: string, places: KnownPlaces): Result<TextEvent, string> {
  let read = event;
  for (const option of options.split(";").map((text) => text.trim())) {
    if (option === "") continue;
    const next = withOption(read, option, places);
    if (!next.ok) return next;
    read = next.value;
  }
  return ok(read);
}

const SHOWN = new RegExp(`^(?:reported|told)(?: on)? (${MOMENT})$`, "i");
const REMOVED = new RegExp(`^(?:taken back|removed)(?: on)? (${MOMENT})$`, "i");

function withOption(event: TextEvent, option: string, places: KnownPlaces): Result<TextEvent, string> {
  const shown = readMoment(SHOWN.exec(option)?.[1] ?? "");
  if (shown !== null) return ok({ ...event, shown });
  const removed = readMoment(REMOVED.exec(option)?.[1] ?? "");
  if (removed !== null) return ok({ ...event, removed });
  if (/^twice$/i.test(option)) return ok({ ...event, times: 2 });
  const times = Number(/^(\d{1,2}) times$/i.exec(option)?.[1] ?? 0);
  if (times > 0) return ok({ ...event, times });
  const clock = /^by the clock of\s+(\S.*)$/i.exec(option)?.[1];
  if (clock === undefined) return err(unknownOption(option));
  if (isKnownZone(clock)) return ok({ ...event, clockZone: clock });
  const place = placeMeant(clock, places);
  return place.ok ? ok({ ...event, clockZone: place.value.zone }) : err(unknownOption(option));
}

function unknownOption(option: string): string {
  return `(${option}) is not understood. There are: (reported day 1 09:00), (taken back day 2 16:20), (twice), (3 times), (by the clock of America/Chicago); several with ; between them.`;
}
