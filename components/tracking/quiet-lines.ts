import type { Notice } from "#lib/promise/apology/apology-of.ts";
import type { Parcel, TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { movedLines } from "./date-lines.ts";
import { handoverLine } from "./handover-line.ts";
import { parcelLines } from "./parcel-lines.ts";
import type { Reader } from "./reader.ts";

/**
 * The quiet lines under the answer: of the parcel it is about, or of the handover, and what the date was before it moved.
 * `notice`: tells what is wrong already.
 */
export function quietLines(page: TrackingPage, reader: Reader, notice: Notice | null = null): string[] {
  const parcel = page.parcels.find(({ number }) => number === page.answerParcel);
  if (parcel === undefined) return notice !== null ? sentLines(page, reader) : orderLines(page, reader);
  if (parcel.status === "pending" && page.parcels.length > 1) return [...orderLines(page, reader)];
  return [...partLines(page, parcel, reader), ...parcelLines(parcel, page, reader, notice)];
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
      return [...overdueLines(page, reader), ...movedLines(page, reader)];
    case "arriving":
      return [
        answer.handover === "none" ? say("quiet.notHandedOver") : handedOver(page, reader),
        ...movedLines(page, reader),
      ];
    default:
      return restLines(page, reader);
  }
}

/** What a notice about the part that is with us leaves to say. */
function sentLines(page: TrackingPage, reader: Reader): string[] {
  return page.parcels.length === 0 ? [] : restLines(page, reader);
}

/** What we know to be with us is not looked for at the shopper's door. */
function overdueLines(page: TrackingPage, reader: Reader): string[] {
  const { say } = reader;
  if (page.answerParcel !== null) return [say("quiet.overdueSent"), handedOver(page, reader)];
  if (page.parcels.length === 0) return [say("quiet.overdueWaiting")];
  return [...restLines(page, reader), say("quiet.overdueRest")];
}

/** Which of several parcels the answer is about, and how many are there already. */
function partLines(page: TrackingPage, { number }: Parcel, reader: Reader): string[] {
  const { parcels } = page;
  const { say } = reader;
  const count = parcels.length;
  const arrived = parcels.filter(({ status }) => status === "delivered").length;
  return [
    ...(count > 1 && arrived < count ? [say("quiet.aboutParcel", { number, count })] : []),
    ...(arrived > 0 && count > 1 ? [say("quiet.arrived", { arrived, count })] : []),
    ...restLines(page, reader),
  ];
}

/** These are on their way, as far as we know. */
const MOVING: ReadonlySet<Parcel["status"]> = new Set([
  "pending",
  "picked_up",
  "in_transit",
  "customs",
  "out_for_delivery",
  "attempt_failed",
]);

/** That a rest is still with the shop; and that a part is on its way, where one is. */
function restLines({ parcels, waiting }: TrackingPage, { say }: Reader): string[] {
  if (waiting.length === 0) return [];
  return [say(parcels.some(({ status }) => MOVING.has(status)) ? "quiet.partlySent" : "quiet.restWaiting")];
}

function handedOver(page: TrackingPage, reader: Reader): string {
  const { parcels } = page;
  const [rest] = restLines(page, reader);
  if (rest !== undefined) return rest;
  const [parcel, ...more] = parcels;
  if (parcel === undefined || more.length > 0) {
    return reader.say("quiet.handedOverParcels", { count: parcels.length });
  }
  return handoverLine(parcel, reader);
}
