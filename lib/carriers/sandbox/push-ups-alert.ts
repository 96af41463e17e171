import type { Played, PlayedEvent } from "./played.ts";
import { upsPackage } from "./ups-package.ts";
import { wallClock } from "./wall-clock.ts";

/** What UPS Track Alert says of one scan (UPSTrackAlert.yaml 2, TrackingEventRequest); what it does not know is left out. */
export function upsAlert(event: PlayedEvent, played: Played) {
  const { activity, deliveryDate = [], deliveryTime } = upsPackage(played);
  const { location, status, date, time } = activity[played.events.indexOf(event)] ?? {};
  const utc = wallClock(event.atMs, "UTC");
  const { offset } = wallClock(event.atMs, event.zone);
  const address = location?.address;
  const isDelivered = event.step === "delivered";
  const expected = deliveryDate.find(({ type }) => type === "RDD") ?? deliveryDate.find(({ type }) => type === "SDD");
  return {
    trackingNumber: played.number,
    localActivityDate: date,
    localActivityTime: time,
    activityLocation: {
      ...(address !== undefined && "city" in address ? { city: address.city } : {}),
      ...(address !== undefined && "stateProvince" in address ? { stateProvince: address.stateProvince } : {}),
      ...(isDelivered ? { postalCode: event.place.postalCode } : {}),
      country: event.place.country,
    },
    activityStatus: {
      type: status?.type,
      code: status?.code,
      description: status?.description.trim(),
      descriptionCode: status?.statusCode,
    },
    ...(expected === undefined ? {} : { scheduledDeliveryDate: expected.date }),
    ...(isDelivered ? { actualDeliveryDate: date, actualDeliveryTime: time } : {}),
    gmtActivityDate: utc.date.replaceAll("-", ""),
    gmtActivityTime: utc.time.replaceAll(":", ""),
    gmtOffset: offset.replace(":", "."),
    ...(expected === undefined ? {} : windowOf(deliveryTime)),
  };
}

function windowOf(time: { readonly type: string; readonly startTime: string; readonly endTime: string } | undefined) {
  if (time === undefined) return {};
  if (time.type !== "EDW") return { deliveryTimeDescription: "end of day" };
  const { startTime: deliveryStartTime, endTime: deliveryEndTime } = time;
  return { deliveryStartTime, deliveryEndTime, deliveryTimeDescription: "estimated delivery window" };
}
