const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Whether a column writes 3/4/2006 with the month or with the day first. */
export type DayOrder = "month-first" | "day-first";

/** The order in a column of dates: day first where some first number cannot be a month or the separator is a dot. */
export function dayOrderOf(texts: readonly string[]): DayOrder {
  const dayFirst = texts.some((text) => {
    const parts = /^(\d{1,2})([/.-])(\d{1,2})[/.-]\d{2,4}\b/.exec(text.trim());
    return parts !== null && (Number(parts[1]) > 12 || (parts[2] === "." && Number(parts[3]) <= 12));
  });
  return dayFirst ? "day-first" : "month-first";
}

/**
 * The day (since 1970-01-01) that a text names, a time behind it left away: `2006-06-02`, `20060602`, `2-Jun-06`,
 * `2 June 2006`, `June 2, 2006`, `6/2/06`, `02.06.2006`. Null for anything else, such as "Date Not Captured".
 */
export function dayOfText(text: string, order: DayOrder): number | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(trimmed) ?? /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b/.exec(trimmed);
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3]);
  const named = /^(\d{1,2})[\s-]*([a-z]{3})[a-z]*\.?[\s,-]*(\d{2,4})\b/i.exec(trimmed);
  if (named !== null) return dayOf(named[3], monthOf(named[2]), named[1]);
  const american = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i.exec(trimmed);
  if (american !== null) return dayOf(american[3], monthOf(american[1]), american[2]);
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/.exec(trimmed);
  if (numbers === null) return null;
  return order === "day-first" ? dayOf(numbers[3], numbers[2], numbers[1]) : dayOf(numbers[3], numbers[1], numbers[2]);
}

function monthOf(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? "").toLowerCase()) + 1);
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): number | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const full = y < 100 ? 2000 + y : y;
  const at = Date.UTC(full, m - 1, d);
  const date = new Date(at);
  const exists = date.getUTCFullYear() === full && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return exists ? at / 86_400_000 : null;
}
