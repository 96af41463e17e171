import type { Locale } from "#lib/brand/locale.ts";
import { windowTexts } from "#lib/brand/words/dates.ts";
import type { Say } from "#lib/brand/words/speak.ts";
import { assertNever } from "#lib/kernel/assert-never.ts";
import type { Parcel, TrackingPage } from "#lib/tracking/tracking-page.ts";
import { handoverLine } from "./handover-line.ts";

/** The quiet lines under the answer: what is known of the handover, and what the date was before it moved. */
export function quietLines(page: TrackingPage, locale: Locale, say: Say): string[] {
  const { answer } = page;
  switch (answer.kind) {
    case "cancelled":
      return [say(answer.handover === "none" ? "quiet.cancelled" : "quiet.cancelledAfterHandover")];
    case "preparing":
      return [say("quiet.preparing")];
    case "sent":
      return [handedOver(page, locale, say), say("quiet.noDate")];
    case "arriving":
      return [
        answer.handover === "none" ? say("quiet.notHandedOver") : handedOver(page, locale, say),
        ...moved(page, locale, say),
      ];
    case "overdue":
      return answer.handover === "none"
        ? [say("quiet.overdueWaiting"), ...moved(page, locale, say)]
        : [say("quiet.overdueSent"), handedOver(page, locale, say), ...moved(page, locale, say)];
    default:
      return assertNever(answer);
  }
}

function handedOver({ parcels, waiting, today }: TrackingPage, locale: Locale, say: Say): string {
  if (waiting.length > 0) return say("quiet.partlySent");
  const [parcel, ...more]: readonly Parcel[] = parcels;
  if (parcel === undefined || more.length > 0) return say("quiet.handedOverParcels", { count: parcels.length });
  return handoverLine(parcel, { locale, today, say });
}

function moved({ promisedBefore, today }: TrackingPage, locale: Locale, say: Say): string[] {
  if (promisedBefore === null) return [];
  const { from, to } = windowTexts(promisedBefore, locale, today);
  const isOneDay = promisedBefore.fromDay === promisedBefore.toDay;
  return [say("quiet.movedFrom", { window: isOneDay ? to : say("window.between", { from, to }) })];
}
