/** How much of a day is told. `withoutMonth` is the first of two days in one month, `short` has no weekday. */
export type DayStyle = "full" | "withoutMonth" | "shortMonth" | "short";

/** A day's parts as `Intl` writes them in the language. `year` is null where it goes without saying. */
export type DayParts = {
  readonly weekday: string;
  readonly weekdayNarrow: string;
  readonly day: string;
  readonly month: string;
  readonly monthShort: string;
  readonly year: string | null;
};

/** A place's parts in the language's words; what is not known is empty. */
export type PlaceParts = { readonly city: string; readonly region: string; readonly country: string };

/** The two ends of a few hours in words: "2" and "6 pm". */
export type HourTexts = { readonly from: string; readonly to: string };

/** How people of a language write what is no sentence: days, hours, places, hidden names. */
export type Habits = {
  /** The tag by which `Intl` knows how they write, with calendar and digits where those differ from its default. */
  readonly intl: string;
  readonly day: (parts: DayParts, style: DayStyle) => string;
  /** One hour as people say it, from `HH:MM`: "6 pm". */
  readonly time: (time: string) => string;
  readonly hours: (from: string, to: string) => HourTexts;
  /** A day with the time of a scan, `HH:MM`. */
  readonly moment: (day: string, time: string) => string;
  readonly place: (parts: PlaceParts) => string;
  readonly destination: (parts: { readonly person: string; readonly city: string; readonly country: string }) => string;
  /** What is shown of a name of which only the first letter may be told. */
  readonly initial: (initial: string) => string;
  /** What stands between two sentences. */
  readonly betweenSentences: "" | " ";
  /** What stands between two words that are told together. */
  readonly comma: string;
  /** What stands between the places of a way, oldest first: a mark or a word that no place holds itself. */
  readonly betweenPlaces: string;
};

/**
 * One language of the shopper's pages, whole: its words and its habits. A new one is a file like the others and a line in
 * `registry.ts`; the tests then tell what it lacks.
 */
export type Language<Words = object> = {
  /** BCP 47, for `<html lang>`. */
  readonly tag: string;
  /** How it calls itself. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
  /** The tags, in small letters with hyphens, that ask for it. */
  readonly understands: RegExp;
  readonly habits: Habits;
  readonly words: Words;
};

/** How a name is shown by its first letter: "E.", and 黃○○ where it is a Chinese sign, with `hidden` for the signs that follow. */
export function initialHabit(hidden = "○○"): Habits["initial"] {
  return (initial) => (/\p{Script=Han}/u.test(initial) ? `${initial}${hidden}` : `${initial}.`);
}

/** The parts that are known, with a mark between them. */
export function joined(parts: readonly string[], mark: string): string {
  return parts.filter((part) => part !== "").join(mark);
}

/** Hour and minute of `HH:MM`. */
export function clockOf(time: string): { readonly hour: number; readonly minute: number } {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return { hour, minute };
}
