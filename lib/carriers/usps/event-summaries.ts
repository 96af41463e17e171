import { carrierTime } from "#lib/tracking/carrier-time.ts";
import { NOWHERE, type Place } from "#lib/tracking/observation.ts";

/** One event as a single line of text, taken apart as far as it has the known form. */
export type EventSummary = { readonly name: string; readonly localTime: string | null; readonly place: Place };

const DATE = String.raw`(\d{1,2})\/(\d{1,2})\/(\d{4})|([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})`;
const LINE = new RegExp(
  String.raw`^(.*?),\s*(?:${DATE})(?:,?\s*(\d{1,2}):(\d{2})\s*([ap])\.?m\.?)?(?:,\s*(.*))?$`,
  "i",
);
const SENTENCE = new RegExp(
  String.raw`(?:at|as of) (\d{1,2}):(\d{2}) ([ap])\.?m\.? on (?:${DATE})(?: in (.*?)\.?)?$`,
  "i",
);
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Reads a line of `eventSummaries`: "Out for Delivery, 06/17/2022, 6:10 am, BOISE, ID 83702", the day also as "June 17,
 * 2022"; or a sentence that ends "at 6:10 am on June 17, 2022 in BOISE, ID 83702". Any other line is a name alone.
 */
export function readEventSummary(line: string): EventSummary {
  const [whole, name, ...rest] = LINE.exec(line) ?? [];
  if (whole !== undefined && name !== undefined) {
    const [day, hour, minute, half, where] = [rest.slice(0, 6), ...rest.slice(6)];
    return { name, localTime: timeOf(day as Texts, [hour, minute, half] as Texts), place: placeOf(where as Text) };
  }
  const [sentence, hour, minute, half, ...after] = SENTENCE.exec(line) ?? [];
  if (sentence === undefined) return { name: line, localTime: null, place: NOWHERE };
  return { name: line, localTime: timeOf(after.slice(0, 6), [hour, minute, half]), place: placeOf(after[6]) };
}

type Text = string | undefined;
type Texts = readonly Text[];

function timeOf([month, day, year, name, namedDay, namedYear]: Texts, [hour, minute, half]: Texts): string | null {
  const number = name === undefined ? Number(month) : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const date = `${year ?? namedYear}-${two(number)}-${two(Number(day ?? namedDay))}`;
  const hours = (Number(hour) % 12) + (half?.toLowerCase() === "p" ? 12 : 0);
  const time = hour === undefined ? "" : `T${two(hours)}:${minute}:00`;
  return (carrierTime(`${date}${time}`) ?? carrierTime(date))?.localTime ?? null;
}

/** A town at home; what has no state behind it is kept as it stands. */
function placeOf(text: Text): Place {
  if (text === undefined || text.trim() === "") return NOWHERE;
  const [, city, region, postalCode] = /^(.+?),?\s+([A-Z]{2})(?:\s+(\d{5}(?:-\d{4})?))?$/.exec(text.trim()) ?? [];
  if (city === undefined || region === undefined) return { ...NOWHERE, city: text.trim() };
  return { city, region, postalCode: postalCode ?? null, country: "US" };
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
