import { z } from "zod";
import type { Tracked } from "#lib/carriers/carrier.ts";
import { jsonOf, unreadableBody } from "#lib/carriers/http.ts";
import { part, text } from "#lib/carriers/reading.ts";
import { judged } from "#lib/carriers/tracked.ts";
import { trackedOf } from "./map.ts";
import { shipmentSchema } from "./schema.ts";

const event = part({
  trackingNumber: text,
  localActivityDate: text,
  localActivityTime: text,
  gmtActivityDate: text,
  gmtActivityTime: text,
  gmtOffset: text,
  activityLocation: part({ city: text, stateProvince: text, postalCode: text, country: text }),
  /** Three digits as a text; as a number it has lost its zeros, or was read as an octal one (`021` is 17), and tells nothing. */
  activityStatus: part({
    type: text,
    code: text,
    description: text,
    descriptionCode: z.string().nullable().catch(null),
  }),
  scheduledDeliveryDate: text,
  actualDeliveryDate: text,
  actualDeliveryTime: text,
  deliveryStartTime: text,
  deliveryEndTime: text,
  deliveryTimeDescription: text,
  receivedBy: text,
});
type AlertEvent = z.output<typeof event>;

/**
 * What a Track Alert says: the parcel as its one event tells it. One unreadable entry for what is no event, as UPS sends
 * nothing else to a webhook. Source: UPSTrackAlert.yaml, TrackingEventRequest.
 */
export function readPush(body: string): readonly Tracked[] {
  const told = event.parse(jsonOf(body));
  const { type, code, descriptionCode } = told.activityStatus;
  const isEvent = told.trackingNumber !== null && (type ?? code ?? descriptionCode) !== null;
  return isEvent ? trackedOf([shipmentSchema.parse(shipmentOf(told))]) : [judged(null, unreadableBody(body))];
}

/** The event in the words of a tracking reply. */
function shipmentOf(told: AlertEvent) {
  const { type, code, description, descriptionCode } = told.activityStatus;
  const activity = {
    date: told.localActivityDate,
    time: told.localActivityTime,
    gmtDate: told.gmtActivityDate,
    gmtTime: told.gmtActivityTime,
    gmtOffset: told.gmtOffset,
    location: { address: told.activityLocation },
    status: { type, code, description, statusCode: descriptionCode },
  };
  const deliveryDate = [
    { type: "SDD", date: told.scheduledDeliveryDate },
    { type: "DEL", date: told.actualDeliveryDate },
  ];
  const deliveryInformation = { receivedBy: told.receivedBy };
  const parcel = { activity: [activity], deliveryDate, deliveryTime: clockOf(told), deliveryInformation };
  return { package: [{ trackingNumber: told.trackingNumber, ...parcel }] };
}

/** What the clocks of the delivery mean is told in words, of which UPS documents two: the other is what has both ends. */
function clockOf(told: AlertEvent) {
  const { actualDeliveryTime, deliveryStartTime: startTime, deliveryEndTime: endTime } = told;
  if (told.actualDeliveryDate !== null) return { type: "DEL", startTime: null, endTime: actualDeliveryTime ?? endTime };
  if (startTime !== null) return { type: "EDW", startTime, endTime };
  return { type: /end of day/i.test(told.deliveryTimeDescription ?? "") ? "EOD" : "CMT", startTime, endTime };
}
