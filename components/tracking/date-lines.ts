import type { Arrival, Parcel, Source, TrackingPage, Window } from "#lib/tracking/page/tracking-page.ts";
import { onDay, type Reader, windowText } from "./reader.ts";

type Told = { readonly window: Arrival; readonly source: Source };
/** A carrier that names a new day every night has said enough with its last three. */
const LONGEST_HISTORY = 3;

type Around = { readonly page: TrackingPage; readonly reader: Reader };

/**
 * What the date was before it moved, and what was promised where the headline says something else: the promise is never
 * hidden, and a date never moves in silence (product rule 3).
 */
export function dateLines(told: Told, parcel: Parcel, { page, reader }: Around): string[] {
  if (told.source === "learned") return learnedLines(told.window, parcel, { page, reader });
  return [
    ...(told.source === "carrier" ? promiseLines(told.window, page, reader) : movedLines(page, reader)),
    ...carrierLines(told.window, parcel, { page, reader }),
  ];
}

/** Who says the day is shown (product words: estimate); the carrier's own stands beside it. */
function learnedLines(window: Arrival, { expected, carrierName: carrier }: Parcel, { page, reader }: Around): string[] {
  const { say } = reader;
  const isOther = expected !== null && expected.toDay >= reader.today && !isSame(expected, window);
  return [
    say("quiet.reckoned"),
    ...promiseLines(window, page, reader),
    ...(isOther ? [say("quiet.carrierSays", { carrier, was: windowText(expected, reader) })] : []),
  ];
}

/** "UPS had said Tuesday 3, then Wednesday 4 November before": every day that the carrier named and that is not told now. */
export function carrierLines(now: Window | null, parcel: Parcel, { page, reader }: Around): string[] {
  const words = [...parcel.expectedBefore, ...(parcel.expected === null ? [] : [parcel.expected])]
    .filter((window) => (now === null || !isSame(window, now)) && !isPromised(window, page))
    .map((window) => windowText(window, reader));
  const was = [...new Set(words)].slice(-LONGEST_HISTORY).join(reader.say("window.afterwards"));
  return was === "" ? [] : [reader.say("quiet.carrierBefore", { carrier: parcel.carrierName, was })];
}

/** "It was due by Friday 7 November"; nothing where nothing was promised. */
export function dueLine({ promise }: TrackingPage, reader: Reader): string[] {
  return promise === null ? [] : [reader.say("quiet.wasDue", { was: onDay(promise.toDay, reader) })];
}

/** The promise beside another day: what it is, or what it was. */
export function promiseLine(page: TrackingPage, reader: Reader): string[] {
  const { promise } = page;
  if (promise === null || promise.toDay < reader.today) return dueLine(page, reader);
  return [reader.say("quiet.promised", { was: windowText(promise, reader) })];
}

/** "Before that it was Tuesday 4 November", where the shop moved its own promise. */
export function movedLines({ promisedBefore }: TrackingPage, reader: Reader): string[] {
  return promisedBefore === null ? [] : [reader.say("quiet.movedFrom", { window: windowText(promisedBefore, reader) })];
}

function promiseLines(window: Window, { promise }: TrackingPage, reader: Reader): string[] {
  if (promise === null || isSame(promise, window)) return [];
  const was = windowText(promise, reader);
  if (promise.toDay < window.toDay) return [reader.say("quiet.later", { was, now: windowText(window, reader) })];
  return [reader.say(window.toDay < promise.fromDay ? "quiet.sooner" : "quiet.promised", { was })];
}

function isSame(a: Window, b: Window): boolean {
  return a.fromDay === b.fromDay && a.toDay === b.toDay;
}

function isPromised(window: Window, { promise }: TrackingPage): boolean {
  return promise !== null && isSame(promise, window);
}
