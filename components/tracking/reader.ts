import { dayText, windowTexts } from "#lib/brand/languages/dates.ts";
import { placeText } from "#lib/brand/languages/place.ts";
import type { Voice } from "#lib/brand/languages/voice.ts";
import type { Arrival, DayTime, PlaceName, TrackingPage, Window } from "#lib/tracking/page/tracking-page.ts";

/** Who reads the page, and when: what dates and places in words depend on. */
export type Reader = Voice & {
  /** Where the parcel goes that is read about. */
  readonly today: string;
  /** The country that the order goes to; its places are told without it. */
  readonly home: string | null;
};

/** The reader of a page in a language. */
export function readerOf({ today, shipTo }: Pick<TrackingPage, "today" | "shipTo">, voice: Voice): Reader {
  return { ...voice, today, home: shipTo.country };
}

/** "Tuesday 4 November". */
export function onDay(day: string, { language, today }: Reader): string {
  return dayText(day, language, { today });
}

/** "Tuesday 4 November, 2:05 pm": a day, and the time on the clock of the place where it is known. */
export function whenText({ day, time }: DayTime, reader: Reader): string {
  return time === null ? onDay(day, reader) : reader.language.habits.moment(onDay(day, reader), time);
}

/** "Thursday 6 November", or "Thursday 6 to Friday 7 November". */
export function windowText(window: Window, { language, say, today }: Reader): string {
  const { from, to } = windowTexts(window, language, today);
  return window.fromDay === window.toDay ? to : say("window.between", { from, to });
}

/** "between 2 and 6 pm" or "by 6 pm"; null where no hours are known. */
export function hoursOf({ fromTime, toTime }: Arrival, { language, say }: Reader): string | null {
  if (toTime === null) return null;
  if (fromTime === null) return say("time.by", { to: language.habits.time(toTime) });
  return say("time.between", language.habits.hours(fromTime, toTime));
}

/** What a sentence that may name a place needs: `at` is "none" where it is not known. */
export function placeValues(place: PlaceName | null, reader: Reader): { at: "none" | "some"; place: string } {
  const text = place === null ? "" : placeText(place, reader.language, reader.home);
  return { at: text === "" ? "none" : "some", place: text };
}
