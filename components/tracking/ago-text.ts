const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long ago `at` was at `now`, both ISO instants or milliseconds since 1970: "3 min ago". Less than a minute, or a time
 * that is not over yet since clocks differ, is `justNow`. Runs in the browser too, so it brings no words of its own.
 */
export function agoText(
  at: string | number,
  now: string | number,
  { tag, justNow }: { readonly tag: string; readonly justNow: string },
): string {
  const seconds = Math.floor((msOf(now) - msOf(at)) / 1000);
  if (seconds < MINUTE) return justNow;
  const words = new Intl.RelativeTimeFormat(tag, { numeric: "always", style: "short" });
  if (seconds < HOUR) return words.format(-Math.floor(seconds / MINUTE), "minute");
  if (seconds < DAY) return words.format(-Math.floor(seconds / HOUR), "hour");
  return words.format(-Math.floor(seconds / DAY), "day");
}

function msOf(time: string | number): number {
  return typeof time === "number" ? time : Date.parse(time);
}
