import type { Delay, DelayCause } from "#lib/promise/delay/delay.ts";
import type { Action, Reason } from "#lib/tracking/reason.ts";
import type { Status } from "#lib/tracking/status.ts";
import { REMEDIES, type Remedy, type RemedyRules } from "./remedy.ts";

export type RemedyFacts = {
  readonly delay: Delay;
  readonly status: Status;
  readonly actionRequired: Action | null;
  readonly isOutToday: boolean;
  readonly rules: RemedyRules;
  /** Somebody can be reached at the shop. */
  readonly hasSupport: boolean;
};

/** More than these beside a person is a form, not a choice. */
const MOST = 3;

/**
 * What is offered to a shopper whose parcel is at risk or late, in the order in which it is shown; nothing to anybody
 * else. A subset of what the merchant offers. A person comes last, where there is one (product rule 6: a choice).
 */
export function remediesFor(facts: RemedyFacts): readonly Remedy[] {
  const { delay, rules, hasSupport } = facts;
  if (delay.level === "none") return [];
  const sensible = byUse(facts).filter((remedy) => rules.offered[remedy] && isSensible(remedy, facts));
  const kept = new Set(sensible.slice(0, MOST));
  const shown: Remedy[] = REMEDIES.filter((remedy) => kept.has(remedy));
  if (shown.includes("address") && isAddressWrong(facts)) shown.sort(addressFirst);
  return hasSupport && rules.offered.person ? [...shown, "person"] : shown;
}

/** What is the most use first, since what is last may fall away. */
function byUse(facts: RemedyFacts): readonly Remedy[] {
  return isAddressWrong(facts)
    ? ["address", "pickup", "reship", "refund", "wait"]
    : ["reship", "refund", "wait", "pickup", "address"];
}

function isSensible(remedy: Remedy, facts: RemedyFacts): boolean {
  const { delay, status, rules, isOutToday } = facts;
  // What is on the van today comes before anybody at the shop could act.
  if (isOutToday) return false;
  switch (remedy) {
    case "wait":
      // Waiting for what asks for something is no choice: it would wait for ever.
      return mayStillCome(delay.cause) && (facts.actionRequired === null || facts.actionRequired === "be_home");
    case "pickup":
      return isRedirectable(facts) && REDIRECTED.has(status);
    case "address":
      return isRedirectable(facts) && (isAddressWrong(facts) || BEFORE_THE_VAN.has(status));
    case "reship":
      return IS_SENT.has(status) && isDue(delay, rules.reshipFromDaysLate);
    case "refund":
      return isDue(delay, rules.refundFromDaysLate);
    case "person":
      return false;
  }
}

/** A parcel that has not left the shop cannot be sent again. */
const IS_SENT: ReadonlySet<Status> = new Set<Status>([
  "picked_up",
  "in_transit",
  "customs",
  "out_for_delivery",
  "attempt_failed",
  "exception",
  "lost",
  "returning",
  "returned",
  "expired",
]);
/** An exception holds a parcel up where it is: the carrier still has it to send elsewhere. */
const REDIRECTED: ReadonlySet<Status> = new Set<Status>(["picked_up", "in_transit", "attempt_failed", "exception"]);
const BEFORE_THE_VAN: ReadonlySet<Status> = new Set<Status>([
  "pending",
  "info_received",
  "picked_up",
  "in_transit",
  "exception",
]);
/** Somebody keeps it until a question is answered: until then it goes nowhere else either. */
const KEPT_BACK: ReadonlySet<Reason> = new Set<Reason>([
  "payment_due",
  "customs_inspection",
  "customs_documents",
  "prohibited",
  "security",
  "refused",
]);
/** Through these it can go elsewhere all the same; papers and charges it waits for wherever it goes. */
const SOLVED_ELSEWHERE: ReadonlySet<Action> = new Set<Action>(["correct_address", "be_home"]);

function isRedirectable({ delay, actionRequired }: RemedyFacts): boolean {
  if (!mayStillCome(delay.cause) || (delay.reason !== null && KEPT_BACK.has(delay.reason))) return false;
  return actionRequired === null || SOLVED_ELSEWHERE.has(actionRequired);
}

/** These will not come as they are: nobody has to wait for days to pass. */
const GONE: ReadonlySet<DelayCause> = new Set<DelayCause>(["carrier_says_lost", "damaged", "returning"]);

/** What is probably lost may still come: who wants to wait may. */
function mayStillCome(cause: DelayCause | null): boolean {
  return cause === null || !GONE.has(cause);
}

/** Nobody cancels what may well be in time: while it only may be later, that a day far away is likely too is no breach. */
function isDue({ cause, level, daysLate }: Delay, fromDaysLate: number): boolean {
  if (!mayStillCome(cause) || cause === "probably_lost") return true;
  return level === "apology" && (daysLate ?? 0) >= fromDaysLate;
}

function isAddressWrong({ delay, actionRequired, status }: RemedyFacts): boolean {
  if (status === "returning" || status === "returned" || status === "lost") return false;
  return actionRequired === "correct_address" || delay.reason === "address_problem";
}

function addressFirst(one: Remedy, other: Remedy): number {
  return Number(other === "address") - Number(one === "address");
}
