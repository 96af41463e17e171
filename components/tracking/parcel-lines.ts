import { assertNever } from "#lib/kernel/assert-never.ts";
import type { Notice } from "#lib/promise/apology/apology-of.ts";
import { wholeDay } from "#lib/tracking/page/local-times.ts";
import type { Answer, Arrival, Parcel, TrackingPage, Window } from "#lib/tracking/page/tracking-page.ts";
import { carrierLines, dateLines, dueLine, movedLines, promiseLine } from "./date-lines.ts";
import { handoverLine } from "./handover-line.ts";
import { placeValues, type Reader, whenText } from "./reader.ts";

/** Headlines that say the reason themselves. */
const SAID: ReadonlySet<string | null> = new Set([
  "damaged",
  "refused",
  "customs_documents",
  "payment_due",
  "prohibited",
]);

/** The quiet lines about one parcel: where it is, why, what the date was, what to do and what happens next. */
export function parcelLines(
  parcel: Parcel,
  page: TrackingPage,
  reader: Reader,
  notice: Notice | null = null,
): string[] {
  const { answer } = parcel;
  if (notice !== null) return noticedLines(parcel, notice, { page, reader });
  const lines = [...whereLines(parcel, reader), ...reasonLines(parcel, reader)];
  return [...new Set([...lines, ...answerLines(answer, parcel, { page, reader }), ...actionLines(parcel, reader)])];
}

/** What a notice about the delay does not tell itself: where it is, what the carrier said before, and what has to be done. */
function noticedLines(parcel: Parcel, notice: Notice, { page, reader }: Around): string[] {
  const told = toldWindow(parcel);
  const before = told === null ? [] : carrierLines(told, parcel, { page, reader });
  const isAsked = parcel.actionRequired === "correct_address" && notice.choices.includes("address");
  return [...new Set([...whereLines(parcel, reader), ...before, ...(isAsked ? [] : actionLines(parcel, reader))])];
}

/** The window that the headline tells; null where it tells none. */
function toldWindow({ answer, today }: Parcel): Window | null {
  switch (answer.kind) {
    case "delayed":
    case "held":
      return answer.window;
    case "overdue":
      return answer.expected ?? answer.window;
    case "attempt_failed":
      return answer.again;
    case "out_for_delivery":
      return wholeDay(today);
    default:
      return null;
  }
}

function answerLines(
  answer: Answer,
  parcel: Parcel,
  { page, reader }: { readonly page: TrackingPage; readonly reader: Reader },
): string[] {
  const { say } = reader;
  const carrier = parcel.carrierName;
  switch (answer.kind) {
    case "arriving":
      return dateLines(answer, parcel, { page, reader });
    case "delayed":
      return noticedDates(answer.window, parcel, { page, reader });
    case "overdue": {
      const due = answer.expected === null ? [] : dueLine(page, reader);
      return [
        ...due,
        ...movedLines(page, reader),
        ...carrierLines(answer.expected ?? answer.window, parcel, { page, reader }),
        say(answer.seen ? "next.overdue" : "quiet.overdueSent", { carrier }),
      ];
    }
    case "out_for_delivery":
      return lateToday(page, reader);
    case "moving":
      return [say("quiet.noDate")];
    case "held":
      return heldLines(answer, parcel, { page, reader });
    case "attempt_failed":
      return [...(answer.again === null ? [say("next.tried", { carrier })] : []), ...promiseLine(page, reader)];
    case "available_for_pickup":
      return [say("action.pick_up")];
    case "delivered":
      return [say("next.delivered")];
    case "lost":
      return [...promiseLine(page, reader), say("next.write")];
    case "returning":
    case "returned":
      return [say("next.back")];
    case "stopped":
      return [say("next.stopped")];
    case "expired":
      return [...promiseLine(page, reader), say("next.expired", { carrier })];
    case "sent":
      return [say("quiet.noDate")];
    case "cancelled":
    case "preparing":
    case "partly_delivered":
      return [];
    default:
      return assertNever(answer);
  }
}

function whereLines(parcel: Parcel, reader: Reader): string[] {
  const { say } = reader;
  const carrier = parcel.carrierName;
  if (parcel.status === "pending") return pendingLines(parcel, reader);
  if (parcel.status === "info_received") return [say("quiet.info_received", { carrier })];
  if (parcel.status === "delivered") return deliveredLines(parcel, reader);
  if (parcel.since === null) return [];
  const values = { carrier, when: whenText(parcel.since, reader), ...placeValues(parcel.place, reader) };
  switch (parcel.status) {
    case "picked_up":
    case "customs":
    case "out_for_delivery":
      return [say(`quiet.${parcel.status}`, values)];
    case "available_for_pickup":
      return [say("quiet.pickup", values)];
    case "attempt_failed":
      return parcel.answer.kind === "attempt_failed" && parcel.answer.again !== null
        ? [say("quiet.tried", values)]
        : [];
    case "in_transit":
    case "lost":
      return [say("quiet.lastSeen", values)];
    case "exception":
    case "returning":
    case "returned":
    case "cancelled":
    case "expired":
      return [];
    default:
      return assertNever(parcel.status);
  }
}

function pendingLines(parcel: Parcel, reader: Reader): string[] {
  const noScan = reader.say(parcel.isNew ? "quiet.noScan" : "quiet.noScanLong", { carrier: parcel.carrierName });
  const isAsked = parcel.health === "ok" && parcel.checkedAt !== null && parcel.answer.kind !== "overdue";
  return [handoverLine(parcel, reader), ...(isAsked ? [noScan] : [])];
}

/** One line: when, where and to whom. */
function deliveredLines({ delivery }: Parcel, { say, language }: Reader): string[] {
  if (delivery === null) return [];
  const { at, leftAt, signedBy } = delivery;
  const told = [
    ...(at === null || at.time === null ? [] : [say("quiet.deliveredAt", { time: language.habits.time(at.time) })]),
    ...(leftAt === null ? [] : [say(`left.${leftAt}`)]),
    ...(signedBy === null ? [] : [say("quiet.signedBy", { name: undotted(language.habits.initial(signedBy)) })]),
  ];
  return told.length === 0 ? [] : [told.join(language.habits.betweenSentences)];
}

/** An initial without its dot, where the sentence ends with one. */
function undotted(initial: string): string {
  return initial.replace(/\.$/, "");
}

/** Whether the headline says this reason itself. */
export function saysReason(answer: Answer, reason: Parcel["reason"]): boolean {
  return answer.kind === "held" && SAID.has(reason);
}

function reasonLines({ answer, reason, status, carrierName }: Parcel, { say }: Reader): string[] {
  if (reason === "prohibited" && status === "customs") return [say("reason.prohibitedAtCustoms")];
  if (reason === null || saysReason(answer, reason)) return [];
  return [say(`reason.${reason}`, { carrier: carrierName })];
}

function actionLines({ actionRequired, carrierName }: Parcel, { say }: Reader): string[] {
  return actionRequired === null ? [] : [say(`action.${actionRequired}`, { carrier: carrierName })];
}

type Around = { readonly page: TrackingPage; readonly reader: Reader };

function heldLines(answer: Extract<Answer, { kind: "held" }>, parcel: Parcel, { page, reader }: Around): string[] {
  const { say } = reader;
  switch (answer.reason) {
    case "damaged":
    case "prohibited":
      return [...promiseLine(page, reader), say("next.write")];
    case "refused":
      return [say("next.refused")];
    case "address_problem":
    case "customs_documents":
    case "payment_due":
      return promiseLine(page, reader);
    default:
      return [...heldDates(answer.window, parcel, { page, reader }), say("next.held")];
  }
}

function heldDates(window: Arrival | null, parcel: Parcel, around: Around): string[] {
  if (window === null || parcel.answer.kind !== "held") return promiseLine(around.page, around.reader);
  return dateLines({ window, source: parcel.answer.source }, parcel, around);
}

/** Where no notice tells it: what was promised, and what is believed now. */
function noticedDates(window: Window, parcel: Parcel, { page, reader }: Around): string[] {
  return [...promiseLine(page, reader), ...carrierLines(window, parcel, { page, reader })];
}

function lateToday({ promise }: TrackingPage, reader: Reader): string[] {
  if (promise === null || promise.toDay >= reader.today) return [];
  return [reader.say("quiet.wasDueSorry", { was: whenText({ day: promise.toDay, time: null }, reader) })];
}
