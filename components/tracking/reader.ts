import type { Locale } from "#lib/brand/locale.ts";
import { dayText, windowTexts } from "#lib/brand/words/dates.ts";
import { placeText } from "#lib/brand/words/place.ts";
import { type Say, speak } from "#lib/brand/words/speak.ts";
import { hoursText, timeText } from "#lib/brand/words/times.ts";
import type { Arrival, DayTime, PlaceName, TrackingPage, Window } from "#lib/tracking/page/tracking-page.ts";

/** Who reads the page, and when: what dates and places in words depend on. */
export type Reader = {
  readonly locale: Locale;
  readonly say: Say;
  /** Where the parcel goes that is read about. */
  readonly today: string;
  /** The country that the order goes to; its places are told without it. */
  readonly home: string | null;
};

/** The reader of a page in a language. */
export function readerOf({ today, shipTo }: TrackingPage, locale: Locale): Reader {
  return { locale, say: speak(locale), today, home: shipTo.country };
}

/** "Tuesday 4 November". */
export function onDay(day: string, { locale, today }: Reader): string {
  return dayText(day, locale, { today });
}

/** "Tuesday 4 November, 14:05": a day, and the time on the clock of the place where it is known. */
export function whenText({ day, time }: DayTime, reader: Reader): string {
  if (time === null) return onDay(day, reader);
  return reader.locale === "en" ? `${onDay(day, reader)}, ${time}` : `${onDay(day, reader)}${time}`;
}

/** "Thursday 6 November", or "Thursday 6 to Friday 7 November". */
export function windowText(window: Window, { locale, say, today }: Reader): string {
  const { from, to } = windowTexts(window, locale, today);
  return window.fromDay === window.toDay ? to : say("window.between", { from, to });
}

/** "between 2 and 6 pm" or "by 6 pm"; null where no hours are known. */
export function hoursOf({ fromTime, toTime }: Arrival, { locale, say }: Reader): string | null {
  if (toTime === null) return null;
  if (fromTime === null) return say("time.by", { to: timeText(toTime, locale) });
  return say("time.between", hoursText(fromTime, toTime, locale));
}

/** What a sentence that may name a place needs: `at` is "none" where it is not known. */
export function placeValues(place: PlaceName | null, reader: Reader): { at: "none" | "some"; place: string } {
  const text = place === null ? "" : placeText(place, reader.locale, reader.home);
  return { at: text === "" ? "none" : "some", place: text };
}
