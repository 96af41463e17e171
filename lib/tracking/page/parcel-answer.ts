import { assertNever } from "#lib/kernel/assert-never.ts";
import type { Reason } from "#lib/tracking/reason.ts";
import { type Dates, datedAnswer, dayAhead } from "./dated-answer.ts";
import type { Answer, Handover, Parcel } from "./tracking-page.ts";

export type ParcelFacts = Omit<Parcel, "number" | "items" | "answer" | "journey">;
type Context = Omit<Dates, "expected"> & { readonly handover: Handover };

/** These are said before any date: the parcel will not come as it is, or waits for somebody. */
const GRAVE: ReadonlySet<Reason> = new Set([
  "damaged",
  "refused",
  "prohibited",
  "address_problem",
  "customs_documents",
  "payment_due",
]);

/** What is said of one parcel, from its carrier's status and the days that were told. */
export function parcelAnswer(parcel: ParcelFacts, context: Context): Answer {
  switch (parcel.status) {
    case "pending":
      return datedAnswer({ ...datesOf(parcel, context), seenUntil: null }) ?? sent(parcel, context);
    case "info_received":
    case "picked_up":
    case "in_transit":
      return onItsWay(parcel, context, parcel.status);
    case "customs":
      return isGrave(parcel) ? held(parcel, context) : onItsWay(parcel, context, "customs");
    case "out_for_delivery":
      return outForDelivery(parcel, context);
    case "exception":
      return isGrave(parcel) ? held(parcel, context) : lateOr(parcel, context, held(parcel, context));
    case "attempt_failed":
      return { kind: "attempt_failed", day: parcel.since?.day ?? null, again: again(parcel, context) };
    case "available_for_pickup":
      return toCollect(parcel);
    case "delivered": {
      const day = parcel.delivery?.at?.day ?? null;
      return { kind: "delivered", day, isToday: day === context.today };
    }
    case "lost":
    case "returning":
      return { kind: parcel.status };
    case "returned":
    case "expired":
      return { kind: parcel.status, day: parcel.since?.day ?? null };
    case "cancelled":
      return { kind: "stopped", day: parcel.since?.day ?? null };
    default:
      return assertNever(parcel.status);
  }
}

/** What nobody asks about any more may have arrived since. */
function datesOf({ expected, health, isAsked, seenUntil }: ParcelFacts, context: Context) {
  return { ...context, expected, seenUntil: health === "ok" && isAsked ? seenUntil : null };
}

function sent({ handedOverOn }: ParcelFacts, { handover }: Context): Answer {
  return { kind: "sent", day: handedOverOn, handover };
}

type Moving = Extract<Answer, { kind: "moving" }>["status"];

function onItsWay(parcel: ParcelFacts, context: Context, status: Moving): Answer {
  return datedAnswer(datesOf(parcel, context)) ?? { kind: "moving", status };
}

/** Out for delivery is today's word. One of an earlier day says no more than that the parcel is on its way. */
function outForDelivery(parcel: ParcelFacts, context: Context): Answer {
  const { expected, since } = parcel;
  const isDueToday = expected?.toDay === context.today;
  if (!isDueToday && since !== null && since.day < context.today) return onItsWay(parcel, context, "in_transit");
  return { kind: "out_for_delivery", window: isDueToday ? expected : null };
}

function toCollect({ place, pickup }: ParcelFacts): Answer {
  const isOver = pickup?.daysLeft != null && pickup.daysLeft < 0;
  return {
    kind: "available_for_pickup",
    place,
    name: pickup?.name ?? null,
    untilDay: isOver ? null : (pickup?.untilDay ?? null),
  };
}

function isGrave({ reason, actionRequired }: ParcelFacts): boolean {
  return actionRequired !== null || isGraveReason(reason);
}

/** Whether a reason is itself the answer, so that no day is said. */
export function isGraveReason(reason: Reason | null): boolean {
  return reason !== null && GRAVE.has(reason);
}

function held(parcel: ParcelFacts, context: Context): Answer {
  const ahead = dayAhead({ ...context, expected: parcel.expected });
  return { kind: "held", window: ahead?.window ?? null, source: ahead?.source ?? "promise", reason: parcel.reason };
}

function lateOr(parcel: ParcelFacts, context: Context, otherwise: Answer): Answer {
  const dated = datedAnswer(datesOf(parcel, context));
  return dated?.kind === "overdue" ? dated : otherwise;
}

/** The carrier's day for the next try: a day after the one that failed. */
function again({ expected, since }: ParcelFacts, { today }: Context): Parcel["expected"] {
  const isNext = expected !== null && expected.toDay >= today && expected.toDay > (since?.day ?? "");
  return isNext ? expected : null;
}
