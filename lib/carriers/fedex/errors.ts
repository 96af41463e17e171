import { errorOfStatus, type Reply } from "#lib/carriers/http.ts";
import type { Verdict } from "#lib/carriers/tracked.ts";
import type { CheckProblem } from "#lib/tracking/tracking-state.ts";
import { errorReply, type FedexError } from "./schema.ts";

/** Source: FedEx Track API document. */
const PROBLEMS: ReadonlyMap<string, CheckProblem> = new Map([
  ["NOT.AUTHORIZED.ERROR", "credentials_refused"],
  ["FORBIDDEN.ERROR", "forbidden"],
  ["INTERNAL.SERVER.ERROR", "outage"],
  ["SERVICE.UNAVAILABLE.ERROR", "outage"],
  ["SYSTEM.UNAVAILABLE.EXCEPTION", "outage"],
  ["SYSTEM.UNEXPECTED.ERROR", "outage"],
  ["TRACKING.TRACKINGNUMBER.EMPTY", "invalid_number"],
  ["TRACKING.TRACKINGNUMBER.INVALID", "invalid_number"],
]);

/** Valid numbers that FedEx knows nothing of yet: TRACKINGNUMBER, DATA, TCN, REFERENCENUMBER ... */
const NOT_FOUND = /^TRACKING\.[A-Z]+\.NOTFOUND$/;

/** What FedEx writes when a quota is spent, under codes that it does not publish. Source: FedEx, rate limits. */
const SPENT = /\bquota exceeded\b|\btoo many requests\b/i;

const DAY_MS = 86_400_000;

/**
 * Why a whole reply is none; null where nothing says so. The code in the body is finer than the status. Without the
 * status, as for a body from a file, an unknown code counts as `rejected`.
 */
export function failureOf(
  json: unknown,
  reply: Pick<Reply, "status" | "headers"> | null,
  nowMs: number,
): Verdict | null {
  const errors = errorReply.safeParse(json);
  const ofStatus = reply === null ? null : errorOfStatus(reply);
  if (!errors.success) return ofStatus;
  const [first] = errors.data;
  const failure = failureOfNumber(first?.code ?? null, first?.message ?? null);
  if (failure === "not_found") return failure;
  const { kind, message, retryAfterMs } = ofStatus ?? failure;
  return {
    kind: PROBLEMS.get(first?.code ?? "") ?? kind,
    message: first?.code ? failure.message : message,
    retryAfterMs: retryAfterMs ?? (kind === "quota_spent" ? untilNextDay(errors.data, nowMs) : null),
  };
}

/** What an error says that stands at one number. */
export function failureOfNumber(code: string | null, words: string | null = null): Verdict {
  if (isNotFound(code)) return "not_found";
  const message = `FedEx answered with error ${code?.slice(0, 60) ?? "without code"}`;
  const kind = PROBLEMS.get(code ?? "") ?? (SPENT.test(words ?? "") ? "quota_spent" : "rejected");
  return { kind, message, retryAfterMs: null };
}

/** Whether an error, or a note beside the results, says that FedEx knows nothing of the number yet. */
export function isNotFound(code: string | null): boolean {
  return NOT_FOUND.test(code ?? "");
}

/** FedEx answers 400, not 401, to a token that it cannot read; such a token has to be fetched anew, too. */
export function isSpoiltToken(reply: Reply, json: unknown): boolean {
  if (reply.status !== 400) return false;
  const errors = errorReply.safeParse(json);
  return errors.success && errors.data.some(({ message }) => /\b(jwt|token)\b/i.test(message ?? ""));
}

/** The daily quota comes back at midnight GMT; FedEx says so in words only. */
function untilNextDay(errors: readonly FedexError[], nowMs: number): number | null {
  return errors.some(({ message }) => /daily|12:00\s?am gmt/i.test(message ?? "")) ? DAY_MS - (nowMs % DAY_MS) : null;
}
