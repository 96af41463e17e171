import { daysBetween } from "#lib/promise/days-between.ts";
import type { DelayCause, DelayFacts, DelayState, Level } from "./delay.ts";
import { isOutToday, isSeen, isSeenAfter } from "./sight.ts";

/** What is wrong, and how loudly it is said. */
export type Wrong = { readonly state: DelayState; readonly level: Level; readonly cause: DelayCause };

/** Once said, "may be later" is taken back only when P(late) has clearly fallen: else it would come and go each hour. */
const RELEASE = 0.1;
/** So many days without an answer of the carrier, past the day: that we cannot tell is then said. */
const UNSEEN_DAYS = 2;
/** A carrier comes again within these days. */
const RETRY_DAYS = 5;

/**
 * Whether one day that counts as a promise is broken or is likely to be: `due` is its last day, `pLate` P(after it).
 * Product rule 6: an apology when it is late, the carrier's date breaks it, or it is nearly sure to be late; calm when late
 * is likely, from hand-over on. Null where all is well.
 */
export function breachOf(due: string, pLate: number | null, facts: DelayFacts): Wrong | null {
  const breach = breachOfDay(due, pLate, facts);
  const isLoud = breach !== null && breach.level !== "none";
  return isLoud && isTriedInTime(facts, due) ? { state: "stuck", level: "calm", cause: "action_needed" } : breach;
}

/** Who was not at home when the carrier came in time is not apologised to, while the carrier comes again. */
function isTriedInTime({ triedOn, today }: DelayFacts, due: string): boolean {
  return triedOn !== null && triedOn <= due && daysBetween(triedOn, today) <= RETRY_DAYS;
}

function breachOfDay(due: string, pLate: number | null, facts: DelayFacts): Wrong | null {
  if (isSeenAfter(facts, due)) return { state: "late", level: "apology", cause: "passed" };
  if (isOutToday(facts) && facts.today <= due) return null;
  const carrier = facts.handedOver ? facts.carrierSays : null;
  // A window that begins in time breaks nothing yet.
  const isAfter = carrier !== null && carrier.fromDay > due;
  if (isAfter && isNews(facts)) return { state: "late", level: "apology", cause: "carrier_date" };
  const mayBreak = carrier !== null && carrier.toDay > due ? softened("carrier_date", facts.before) : null;
  // Chances are of a parcel that is open today, which nobody saw of one whose day is just over.
  if (!isSeen(facts) || facts.today > due) return isAfter ? mayBreak : unseen(due, facts);
  if (!facts.handedOver) return null;
  const likely = pLate === null ? null : byChance(pLate, facts);
  if (isAfter) return likely?.level === "apology" ? likely : mayBreak;
  return pLate === null ? mayBreak : likely;
}

/**
 * Whether the carrier's day is a new one: it was moved later, or something went wrong. Its very first word is a cautious guess
 * of a parcel that it hardly knows, and is often beaten: said calmly, it breaks no promise.
 */
function isNews({ carrierSays, carrierSaidFirst, reason }: DelayFacts): boolean {
  if (reason !== null) return true;
  return carrierSays !== null && carrierSaidFirst !== null && carrierSays.toDay > carrierSaidFirst;
}

function byChance(pLate: number, { thresholds, before }: DelayFacts): Wrong | null {
  if (pLate >= thresholds.nearlySure) return { state: "late", level: "apology", cause: "nearly_sure" };
  const least = before === "none" ? thresholds.atRisk : thresholds.atRisk - RELEASE;
  return pLate >= least ? softened("likely", before) : null;
}

/** An apology is not taken back by half: it stays until all is well. */
function softened(cause: DelayCause, before: Level): Wrong {
  if (before === "apology") return { state: "late", level: "apology", cause };
  return { state: "at_risk", level: "calm", cause };
}

/** While the carrier does not answer, what was said stays, and nothing new is claimed but that we cannot tell. */
function unseen(due: string, { before, seenUntil, today }: DelayFacts): Wrong | null {
  if (before !== "none") return { state: before === "apology" ? "late" : "at_risk", level: before, cause: "unseen" };
  if (today <= due) return null;
  if (seenUntil === null) return { state: "none", level: "none", cause: "unseen" };
  const isLong = daysBetween(seenUntil, today) >= UNSEEN_DAYS;
  return { state: "at_risk", level: isLong ? "calm" : "none", cause: "unseen" };
}
