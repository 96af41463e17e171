/** How many calls an account may make; null where there is no such limit. The day is UTC's, the hour any 60 minutes. */
export type CallLimits = {
  readonly perSecond: number | null;
  readonly perHour: number | null;
  readonly perDay: number | null;
};

/** Calls of 20 s or of a day (both counted from 1970), and how many of them shoppers' looks caused. */
export type Count = readonly [at: number, calls: number, looks: number];

/** What an account has spent. Times are milliseconds since 1970. */
export type Spent = {
  /** The last hour, 20 s each, where there were calls; oldest first. */
  readonly slots: readonly Count[];
  /** Today and, close to midnight, the neighbouring day. */
  readonly days: readonly Count[];
  /** No call may start before this. */
  readonly nextMs: number;
  /** When the schedule's next call is due, if calls are spread evenly. */
  readonly evenMs: number;
};

export const NOTHING_SPENT: Spent = { slots: [], days: [], nextMs: 0, evenMs: 0 };

/**
 * Who wants to call: the schedule, a shopper who is looking, or a call that goes on (a second page, a batch in halves), which
 * need not wait for its turn.
 */
export type Caller = "schedule" | "look" | "going_on";
