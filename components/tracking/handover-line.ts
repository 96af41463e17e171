import type { Parcel } from "#lib/tracking/page/tracking-page.ts";
import { onDay, type Reader } from "./reader.ts";

/** "Handed to UPS on Tuesday 4 November", or without the day where nobody told it. */
export function handoverLine({ carrierName, handedOverOn }: Parcel, reader: Reader): string {
  if (handedOverOn === null) return reader.say("quiet.handedOverSomeday", { carrier: carrierName });
  return reader.say("quiet.handedOver", { carrier: carrierName, day: onDay(handedOverOn, reader) });
}
