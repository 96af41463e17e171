import type { CallLimits, Spent } from "./call-limits.ts";
import { endOfDay, usedInDay, usedInHour } from "./counts.ts";

const HOUR = 3_600_000;

/** How one limit stands. `spentAtMs`: when nothing is left if it goes on as in the last hour; null where that does not come. */
export type LimitForecast = {
  readonly window: "hour" | "day";
  readonly used: number;
  readonly byLooks: number;
  readonly allowed: number;
  readonly spentAtMs: number | null;
};

/** How an account's limits stand, one entry a limit. "At this rate spent at 16:00" is `spentAtMs`, before the window ends. */
export function forecastOf({ perHour, perDay }: CallLimits, spent: Spent, nowMs: number): readonly LimitForecast[] {
  const hour = usedInHour(spent, nowMs);
  const day = usedInDay(spent, nowMs);
  const forecasts: LimitForecast[] = [];
  if (perHour !== null) {
    const spentAtMs = hour.calls >= perHour ? nowMs : null;
    forecasts.push({ window: "hour", used: hour.calls, byLooks: hour.looks, allowed: perHour, spentAtMs });
  }
  if (perDay !== null) {
    const atMs =
      hour.calls === 0 ? Number.POSITIVE_INFINITY : nowMs + (Math.max(0, perDay - day.calls) / hour.calls) * HOUR;
    const spentAtMs = atMs < endOfDay(nowMs) ? Math.round(atMs) : null;
    forecasts.push({ window: "day", used: day.calls, byLooks: day.looks, allowed: perDay, spentAtMs });
  }
  return forecasts;
}
