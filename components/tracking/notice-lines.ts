import { assertNever } from "#lib/kernel/assert-never.ts";
import type { Notice } from "#lib/promise/apology/apology-of.ts";
import type { Delay } from "#lib/promise/delay/delay.ts";
import { isTrouble } from "#lib/tracking/page/answer-rank.ts";
import type { Answer, Parcel } from "#lib/tracking/page/tracking-page.ts";
import type { Reason } from "#lib/tracking/reason.ts";
import { saysReason } from "./parcel-lines.ts";
import { placeValues, type Reader, windowText } from "./reader.ts";

/** The parcel that it is about; null for what is still with the shop. */
export type NoticeOf = { readonly parcel: Parcel | null; readonly answer: Answer };

/** What is said under the answer about a parcel at risk or late: what the day was and why it moved, regret, what we do. */
export function noticeLines(notice: Notice, about: NoticeOf, reader: Reader): string[] {
  const { delay } = notice;
  const moved = [...movedLine(delay, about.answer, reader), ...whyLine(delay, about, reader)].join(
    reader.language.habits.betweenSentences,
  );
  switch (notice.kind) {
    case "at_risk":
      return [moved, nextLine(delay, about, reader)].filter(isSaid);
    case "apology": {
      const regret = regretLine(delay, about.answer, reader);
      return [moved, ...regret, nextLine(delay, about, reader), ...tierLine(notice, reader)].filter(isSaid);
    }
    case "solved": {
      const isLate = (delay.daysLate ?? 0) > 0 || delay.missesNeeded;
      return [reader.say(isLate ? "late.solved" : "late.solvedInTime"), ...tierLine(notice, reader)];
    }
    default:
      return assertNever(notice.kind);
  }
}

function isSaid(line: string): boolean {
  return line !== "";
}

/** "It was Tuesday 4 November; now it is Thursday 6 to Friday 7 November", where the headline tells neither. */
function movedLine({ was, now }: Delay, answer: Answer, reader: Reader): string[] {
  if (was === null) return [];
  if (answer.kind === "overdue" && answer.expected === null && was.fromDay === was.toDay) return [];
  const said = windowText(was, reader);
  const isTold = answer.kind === "delayed" || answer.kind === "out_for_delivery";
  if (isTold || now === null || now.toDay <= was.toDay) return [reader.say("late.was", { was: said })];
  return [reader.say("late.moved", { was: said, now: windowText(now, reader) })];
}

/** Reasons that happen at a place, which is told where it is known. */
const AT_A_PLACE = {
  weather: "because.weather",
  natural_disaster: "because.natural_disaster",
  operations: "because.operations",
  missed_connection: "because.missed_connection",
  missorted: "because.missorted",
  customs_inspection: "because.customs_inspection",
  held: "because.held",
} as const;
type Placed = keyof typeof AT_A_PLACE;

function whyLine({ reason, cause }: Delay, { parcel }: NoticeOf, reader: Reader): string[] {
  const { say } = reader;
  if (parcel === null) return [say("late.unsent")];
  const carrier = parcel.carrierName;
  if (reason === null || reason === "other")
    return cause === "passed" || cause === "carrier_date" ? [say("late.noReason", { carrier })] : [];
  if (saysReason(parcel.answer, reason)) return [];
  // Where it is now is not where that happened, once a scan came after it.
  if (!isPlaced(reason) || parcel.reason !== reason) return [say(`reason.${reason}`, { carrier })];
  return [say(AT_A_PLACE[reason], { carrier, ...placeValues(parcel.place, reader) })];
}

function isPlaced(reason: Reason): reason is Placed {
  return reason in AT_A_PLACE;
}

/** The headline of most trouble says sorry itself; what is grave is not passed over with that. */
function regretLine({ severity, missesNeeded }: Delay, answer: Answer, { say }: Reader): string[] {
  if (severity >= 3) return [say(missesNeeded ? "late.regretNeeded" : "late.regretFull")];
  if (severity === 2) return [say("late.regretMuch")];
  return isTrouble(answer) ? [] : [say("late.regret")];
}

/** What we do, or what happens next. */
function nextLine(delay: Delay, { parcel }: NoticeOf, { say }: Reader): string {
  if (parcel === null) return say("late.nextShop");
  const carrier = parcel.carrierName;
  switch (delay.cause) {
    case "carrier_says_lost":
    case "probably_lost":
      return say("late.nextLost", { carrier });
    case "damaged":
      return say("late.nextDamaged", { carrier });
    case "returning":
      return say("late.nextReturning");
    case "silent":
      return say("late.nextSilent", { carrier });
    case "unseen":
      return say("late.nextUnseen", { carrier });
    case "action_needed":
      return parcel.status === "attempt_failed" ? triedLine(parcel, say) : say("late.nextAct");
    default:
      if (parcel.answer.kind === "out_for_delivery") return "";
      return delay.level === "calm" ? say("late.nextCalm") : say(nextKey(delay.reason), { carrier });
  }
}

/** Where the carrier named no day for its next try. */
function triedLine({ answer, carrierName: carrier }: Parcel, say: Reader["say"]): string {
  return answer.kind === "attempt_failed" && answer.again === null ? say("next.tried", { carrier }) : "";
}

function nextKey(reason: Reason | null): "late.nextNature" | "late.nextCustoms" | "late.nextWay" {
  if (reason === "weather" || reason === "natural_disaster") return "late.nextNature";
  return reason === "customs_inspection" || reason === "customs_documents" ? "late.nextCustoms" : "late.nextWay";
}

/** A loyal customer is recognised first when something is wrong (product rule 7). */
function tierLine({ tier }: Notice, { say }: Reader): string[] {
  return tier === null ? [] : [say("late.tier", { tier })];
}
