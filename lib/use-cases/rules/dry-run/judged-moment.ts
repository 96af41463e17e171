import type { Delay } from "#lib/promise/delay/delay.ts";
import type { DelayRecord } from "#lib/promise/judging/delay-record.ts";
import type { Action } from "#lib/tracking/reason.ts";
import type { Status } from "#lib/tracking/status.ts";

/** A judging that a shopper would have noticed. */
export type JudgedMoment = {
  readonly ms: number;
  readonly delay: Delay;
  readonly record: DelayRecord;
  readonly status: Status;
  readonly isOutToday: boolean;
  readonly actionRequired: Action | null;
};
