import type { Parcel, TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { movedLines } from "./date-lines.ts";
import { handoverLine } from "./handover-line.ts";
import { parcelLines } from "./parcel-lines.ts";
import type { Reader } from "./reader.ts";

/** The quiet lines under the answer: of the parcel it is about, or of the handover, and what the date was before it moved. */
export function quietLines(page: TrackingPage, reader: Reader): string[] {
  const parcel = page.parcels.find(({ number }) => number === page.answerParcel);
  if (parcel === undefined) return orderLines(page, reader);
  if (parcel.status === "pending" && page.parcels.length > 1) return [...orderLines(page, reader)];
  return [...partLines(page, parcel, reader), ...parcelLines(parcel, page, reader)];
}

function orderLines(page: TrackingPage, reader: Reader): string[] {
  const { say } = reader;
  const { answer } = page;
  switch (answer.kind) {
    case "cancelled":
      return [say(answer.handover === "none" ? "quiet.cancelled" : "quiet.cancelledAfterHandover")];
    case "preparing":
      return [say("quiet.preparing")];
    case "sent":
      return [handedOver(page, reader), say("quiet.noDate")];
    case "overdue":
      return answer.handover === "none"
        ? [say("quiet.overdueWaiting"), ...movedLines(page, reader)]
        : [say("quiet.overdueSent"), handedOver(page, reader), ...movedLines(page, reader)];
    case "arriving":
      return [
        answer.handover === "none" ? say("quiet.notHandedOver") : handedOver(page, reader),
        ...movedLines(page, reader),
      ];
    default:
      return page.waiting.length > 0 ? [say("quiet.partlySent")] : [];
  }
}

/** Which of several parcels the answer is about, and how many are there already. */
function partLines({ parcels, waiting }: TrackingPage, { number }: Parcel, { say }: Reader): string[] {
  const count = parcels.length;
  const arrived = parcels.filter(({ status }) => status === "delivered").length;
  return [
    ...(count > 1 && arrived < count ? [say("quiet.aboutParcel", { number, count })] : []),
    ...(arrived > 0 && count > 1 ? [say("quiet.arrived", { arrived, count })] : []),
    ...(waiting.length > 0 ? [say("quiet.partlySent")] : []),
  ];
}

function handedOver({ parcels, waiting }: TrackingPage, reader: Reader): string {
  if (waiting.length > 0) return reader.say("quiet.partlySent");
  const [parcel, ...more] = parcels;
  if (parcel === undefined || more.length > 0) {
    return reader.say("quiet.handedOverParcels", { count: parcels.length });
  }
  return handoverLine(parcel, reader);
}
