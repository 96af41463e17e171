/** The spans for which a quota counts: any 1,000 ms, any 3,600,000 ms, and the day of UTC. */
export const QUOTA_SPANS = ["second", "hour", "day"] as const;
export type QuotaSpan = (typeof QUOTA_SPANS)[number];

/** How many calls each span allows; none where it is not named. */
export type QuotaLimits = Readonly<Partial<Record<QuotaSpan, number>>>;

/** Which quota is spent (null by order), when it allows the next call (ms since 1970), and how many it allows in a span. */
export type QuotaWait = {
  readonly span: QuotaSpan | null;
  readonly allowed: number | null;
  readonly nowMs: number;
  readonly untilMs: number;
};

/** What a second allows, and how much of it is left. */
export type Pace = { readonly allowed: number; readonly left: number };

/** What was taken of one span: in the one that ends now, and the most in any. */
export type SpanUse = { readonly allowed: number; readonly used: number; readonly peak: number };

/** What one client took of one carrier's quota since `sinceMs`. */
export type QuotaUse = {
  readonly sinceMs: number;
  readonly used: number;
  /** The most that the quota could have allowed since then. */
  readonly allowed: number;
  /** Calls that came beyond it. */
  readonly exceeded: number;
  readonly spans: Readonly<Partial<Record<QuotaSpan, SpanUse>>>;
};

export type QuotaWindows = {
  /** Takes one call: null where it is allowed, else how long to wait. A call that is not allowed takes nothing. */
  readonly take: (nowMs: number) => QuotaWait | null;
  readonly pace: (nowMs: number) => Pace | null;
  readonly use: (nowMs: number) => QuotaUse;
  /** Counts from now on; what the spans hold stays. */
  readonly recount: (nowMs: number) => void;
};

const SPAN_MS: Readonly<Record<QuotaSpan, number>> = { second: 1_000, hour: 3_600_000, day: 86_400_000 };

/** One client's calls, counted against limits. Two calls that are a second (an hour) apart are in two seconds (hours). */
export function quotaWindows(limits: QuotaLimits, startMs: number): QuotaWindows {
  const counted = QUOTA_SPANS.flatMap((span) => {
    const allowed = limits[span];
    return allowed === undefined
      ? []
      : [{ span, allowed, calls: span === "day" ? dayCalls() : slidingCalls(SPAN_MS[span]) }];
  });
  let since = startMs;
  let [used, exceeded] = [0, 0];
  const peaks = new Map<QuotaSpan, number>();

  return {
    take: (nowMs) => {
      const full = counted.filter(({ allowed, calls }) => calls.count(nowMs) >= allowed);
      const [longest] = full
        .map(({ span, calls, allowed }) => ({ span, allowed, nowMs, untilMs: calls.freeAt(nowMs, allowed) }))
        .sort((one, other) => other.untilMs - one.untilMs);
      if (longest !== undefined) {
        exceeded += 1;
        return longest;
      }
      used += 1;
      for (const { span, calls } of counted) {
        calls.add(nowMs);
        peaks.set(span, Math.max(peaks.get(span) ?? 0, calls.count(nowMs)));
      }
      return null;
    },
    pace: (nowMs) => {
      const second = counted.find(({ span }) => span === "second");
      return second === undefined
        ? null
        : { allowed: second.allowed, left: Math.max(second.allowed - second.calls.count(nowMs), 0) };
    },
    use: (nowMs) => ({
      sinceMs: since,
      used,
      allowed: Math.min(...counted.map(({ span, allowed }) => allowed * spansBetween(span, since, nowMs))),
      exceeded,
      spans: Object.fromEntries(
        counted.map(({ span, allowed, calls }) => [
          span,
          { allowed, used: calls.count(nowMs), peak: peaks.get(span) ?? 0 },
        ]),
      ),
    }),
    recount: (nowMs) => {
      since = nowMs;
      [used, exceeded] = [0, 0];
      peaks.clear();
    },
  };
}

/** How many spans without a call in common fit between two times, both included. */
function spansBetween(span: QuotaSpan, fromMs: number, toMs: number): number {
  const passed = span === "day" ? dayOf(toMs) - dayOf(fromMs) : Math.floor((toMs - fromMs) / SPAN_MS[span]);
  return Math.max(passed, 0) + 1;
}

function dayOf(atMs: number): number {
  return Math.floor(atMs / SPAN_MS.day);
}

type Calls = {
  readonly count: (nowMs: number) => number;
  readonly add: (nowMs: number) => void;
  /** When there is room again. */
  readonly freeAt: (nowMs: number, allowed: number) => number;
};

/** The calls of the last `spanMs`. One from later (the clock was set back) counts too. */
function slidingCalls(spanMs: number): Calls {
  let times: number[] = [];
  let gone = 0;
  const forget = (nowMs: number) => {
    while (gone < times.length && (times[gone] ?? nowMs) <= nowMs - spanMs) gone += 1;
    if (gone > 1_000 && gone * 2 > times.length) {
      times = times.slice(gone);
      gone = 0;
    }
  };
  return {
    count: (nowMs) => {
      forget(nowMs);
      return times.length - gone;
    },
    add: (nowMs) => void times.push(nowMs),
    freeAt: (nowMs, allowed) => (times.at(-Math.max(allowed, 1)) ?? nowMs) + spanMs,
  };
}

function dayCalls(): Calls {
  let day = Number.NaN;
  let calls = 0;
  const count = (nowMs: number) => (dayOf(nowMs) === day ? calls : 0);
  return {
    count,
    add: (nowMs) => {
      calls = count(nowMs) + 1;
      day = dayOf(nowMs);
    },
    freeAt: (nowMs) => (dayOf(nowMs) + 1) * SPAN_MS.day,
  };
}
