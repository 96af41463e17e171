import type { DeskFormat } from "#components/admin/desk-format.ts";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import type { CallLimits } from "#lib/tracking/budget/call-limits.ts";
import type { LimitForecast } from "#lib/tracking/budget/forecast-of.ts";
import { carrierName } from "#lib/tracking/page/carrier-name.ts";

/** A merchant's account with a carrier, as the desk shows it. */
export type AccountView = {
  readonly accountId: string;
  readonly carrier: string;
  readonly label: string;
  readonly sandbox: boolean;
  readonly limits: CallLimits;
  readonly lastHour: number;
  readonly today: number;
  readonly forecasts: readonly LimitForecast[];
  readonly waiting: number;
  readonly trouble: {
    readonly problem: string | null;
    readonly since: string;
    readonly pausedUntil: string;
    readonly isByHand: boolean;
  } | null;
};

export const TRIALS = ["accepted", "forbidden", "refused", "spent", "unreachable", "unclear"] as const;
export type Trial = (typeof TRIALS)[number];

const OPEN = { isOpen: true, look: "health health-open" };
const PAUSED = { isOpen: false, look: "health health-paused" };
const WELL = { isOpen: false, look: "health" };

/** Of its quota so much is used that somebody should look. */
const LOW = 0.85;
/** Those whose names are no names of words. */
const WORDS = { "17track": "seventeentrack" } as const;

/** Which sentence about the carrier's own site is its. */
export function siteKey<const Key extends string>(carrier: string, keys: readonly Key[]): Key | null {
  const word = carrier in WORDS ? WORDS["17track"] : carrier;
  return keys.find((key) => key === word) ?? null;
}

/** "UPS", and the account's own name where it has one. */
export function accountName({ carrier, label }: Pick<AccountView, "carrier" | "label">): string {
  const name = carrierName(carrier);
  return label === "main" || label === "sandbox" ? name : `${name}, ${label}`;
}

/** How the account stands, in a sentence, and whether somebody has to look. */
export function healthOf(
  { trouble, forecasts, lastHour, today }: AccountView,
  say: DeskSay,
  format: DeskFormat,
): { readonly text: string; readonly isOpen: boolean; readonly look: string } {
  if (trouble !== null) {
    const since = format.moment(trouble.since);
    if (trouble.isByHand) return { text: say("carriers.health.paused", { since }), ...PAUSED };
    const known = ["credentials_refused", "forbidden", "quota_spent", "outage"] as const;
    const problem = known.find((one) => one === trouble.problem) ?? "other";
    return {
      text: say(`carriers.health.${problem}`, { since, until: format.clock(trouble.pausedUntil) }),
      ...OPEN,
    };
  }
  const isLow = forecasts.some(({ used, allowed, spentAtMs }) => spentAtMs !== null || used > allowed * LOW);
  if (isLow) return { text: say("carriers.health.low"), ...OPEN };
  return { text: say(lastHour + today === 0 ? "carriers.health.idle" : "carriers.health.ok"), ...WELL };
}
