import { err, ok } from "#lib/kernel/result.ts";
import type { CarrierError, CarrierReport, Tracked } from "./carrier.ts";
import { errorOfStatus, type Reply } from "./http.ts";
import { spacelessNumber } from "./tracking-number.ts";

/** What became of one number. */
export type Outcome = Tracked["result"];

/** Why a reply holds no report of a number: there is none yet, or an error. */
export type Verdict = "not_found" | CarrierError;

/** The entry of a number that was found. */
export function told(report: CarrierReport): Tracked {
  return { trackingNumber: report.trackingNumber, result: ok(report) };
}

/** The entry of a number of which there is no report. */
export function judged(trackingNumber: string | null, verdict: Verdict): Tracked {
  return verdict === "not_found" ? told({ found: false, trackingNumber }) : { trackingNumber, result: err(verdict) };
}

/** The outcome, under the number as it was asked for. */
export function named(trackingNumber: string, outcome: Outcome): Outcome {
  return outcome.ok ? ok({ ...outcome.value, trackingNumber }) : outcome;
}

/** A verdict on one number, in answer to many, cannot be laid at any of them: the request was declined as a whole. */
export function ofMany(asked: readonly string[], error: CarrierError): CarrierError {
  const isOfOne = error.kind === "invalid_number" || error.kind === "forbidden";
  return isOfOne && asked.length > 1 ? { ...error, kind: "rejected" } : error;
}

/** A number that is there twice is told by the parcel that was found, by the newer one of two. */
export function oncePerNumber(entries: readonly Tracked[]): readonly Tracked[] {
  const kept = new Map<string | Tracked, Tracked>();
  for (const entry of entries) {
    const key = entry.trackingNumber ?? entry;
    kept.set(key, newerOf(kept.get(key) ?? entry, entry));
  }
  return [...kept.values()];
}

/** The entry whose parcel moved last; the first where that does not tell. */
function newerOf(a: Tracked, b: Tracked): Tracked {
  return timeOf(b) > timeOf(a) ? b : a;
}

/** For comparing only: what was not found is older than everything that was. */
function timeOf({ result }: Tracked): string {
  if (!result.ok || !result.value.found) return "";
  return result.value.summary.localTime ?? result.value.summary.instant ?? "0";
}

/**
 * What the reply to a question about one number comes to: 401 and the like speak for themselves, a request that was declined
 * says in its body why. Of several entries the number's own counts, else the newest (a reference was asked for).
 */
export function outcomeOfReply(
  asked: string,
  reply: Reply,
  read: (body: string) => readonly [Tracked, ...Tracked[]],
): Outcome {
  const byStatus = errorOfStatus(reply);
  if (byStatus !== null && byStatus.kind !== "rejected") return err(byStatus);
  const entries = read(reply.body);
  const own = entries.find(({ trackingNumber }) => trackingNumber === spacelessNumber(asked));
  const answer = named(asked, (own ?? entries.reduce(newerOf)).result);
  const isSilent = !answer.ok && answer.error.kind === "unreadable";
  return byStatus !== null && isSilent ? err(byStatus) : answer;
}

/** What one request brought: an outcome for each of its numbers. `isRefused`: see `isRefusal`. */
export type Answered = { readonly outcomes: ReadonlyMap<string, Outcome>; readonly isRefused: boolean };

/** With these one bad number among 35 is mostly found, and an hour's quota is not spent on it. */
const MOST_EXTRA = 8;

/** After these no further request can do better. */
const FINAL: ReadonlySet<string> = new Set(["outage", "quota_spent", "credentials_refused"]);

/**
 * The outcome of every number. A batch that is refused as a whole is asked again in halves, the largest first and down to
 * single numbers, so that one bad number costs the others nothing: by at most 8 requests more, until the signal ends or
 * the carrier cannot be asked. What was not reached by then keeps the refusal of its batch.
 */
export async function askInHalves(
  numbers: readonly string[],
  ask: (batch: readonly string[]) => Promise<Answered>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Outcome>> {
  const whole = await ask(numbers);
  const outcomes = new Map(whole.outcomes);
  const refused = whole.isRefused ? [numbers] : [];
  let left = MOST_EXTRA;
  const canAsk = () => left > 0 && !signal.aborted;

  async function isRefused(batch: readonly string[]): Promise<boolean> {
    if (!canAsk()) return false;
    const answered = await ask(batch);
    left = isFinal(answered) ? 0 : left - 1;
    for (const [number, outcome] of answered.outcomes) outcomes.set(number, outcome);
    return answered.isRefused;
  }

  for (let batch = refused.shift(); batch !== undefined && canAsk(); batch = refused.shift()) {
    if (batch.length === 1) continue;
    const middle = Math.ceil(batch.length / 2);
    const [first, second] = [batch.slice(0, middle), batch.slice(middle)];
    const isInFirst = await isRefused(first);
    if (isInFirst) refused.push(first);
    // Where the first half passes, the bad number is in the second: as a whole that one need not be asked.
    if ((!isInFirst && second.length > 1) || (await isRefused(second))) refused.push(second);
  }
  return outcomes;
}

/** A reply declines a whole batch, perhaps for one of its numbers: HTTP 400 without a word of key, quota or outage. */
export function isRefusal({ status }: Pick<Reply, "status">, verdict: Outcome): boolean {
  return status === 400 && (verdict.ok || verdict.error.kind === "rejected" || verdict.error.kind === "invalid_number");
}

/** The same outcome for every number. */
export function toAll(numbers: readonly string[], outcome: Outcome): Answered {
  return { outcomes: new Map(numbers.map((number) => [number, named(number, outcome)])), isRefused: false };
}

function isFinal({ outcomes }: Answered): boolean {
  return [...outcomes.values()].every((outcome) => !outcome.ok && FINAL.has(outcome.error.kind));
}
