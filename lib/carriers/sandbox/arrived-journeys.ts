import { FIRST_NIGHT, type JourneyPlan, SECOND_DAY } from "./journey-plan.ts";

/** Journeys that reach the receiver in another way than at the first ring of the bell. */
export const ARRIVED_JOURNEYS = {
  "left-with-neighbor": {
    says: "Nobody opens, and the parcel is left with a neighbor.",
    leftAt: "neighbor",
    rows: [
      ...FIRST_NIGHT,
      ...SECOND_DAY,
      ["2 08:35", "out_for_delivery", "destination"],
      ["2 13:25", "delivered", "destination"],
    ],
    estimates: [["0 17:35", "2 20:00"]],
  },
  "in-a-locker": {
    says: "Put into a locker of the carrier, and collected the next evening.",
    isLocker: true,
    rows: [
      ...FIRST_NIGHT,
      ...SECOND_DAY,
      ["2 08:35", "out_for_delivery", "destination"],
      ["2 11:20", "in_locker", "destination"],
      ["3 18:45", "delivered", "destination"],
    ],
    estimates: [["0 17:35", "2 20:00"]],
  },
  "pickup-point": {
    says: "Sent to a pick-up point, waits there with a last day, collected in time.",
    rows: [
      ...FIRST_NIGHT,
      ...SECOND_DAY,
      ["2 10:15", "held_for_pickup", "destination"],
      ["4 17:30", "delivered", "destination"],
    ],
    estimates: [["0 17:35", "2 20:00"]],
  },
  "attempted-twice": {
    says: "Nobody home on two days, delivered on the third.",
    rows: [
      ...FIRST_NIGHT,
      ...SECOND_DAY,
      ["2 08:35", "out_for_delivery", "destination"],
      ["2 14:10", "attempt_not_home", "destination"],
      ["3 08:30", "out_for_delivery", "destination"],
      ["3 13:40", "attempt_not_home", "destination"],
      ["4 08:20", "out_for_delivery", "destination"],
      ["4 11:30", "delivered", "destination"],
    ],
    estimates: [
      ["0 17:35", "2 20:00"],
      ["2 14:10", "3 20:00"],
      ["3 13:40", "4 20:00"],
    ],
  },
  "business-closed": {
    says: "The office that ordered it is closed in the evening, delivered the next morning.",
    rows: [
      ...FIRST_NIGHT,
      ...SECOND_DAY,
      ["2 09:10", "out_for_delivery", "destination"],
      ["2 18:20", "attempt_closed", "destination"],
      ["3 08:25", "out_for_delivery", "destination"],
      ["3 09:50", "delivered", "destination"],
    ],
    estimates: [
      ["0 17:35", "2 20:00"],
      ["2 18:20", "3 20:00"],
    ],
  },
  "held-on-request": {
    says: "The shopper asks for a later day; it is held until then.",
    rows: [
      ...FIRST_NIGHT,
      ...SECOND_DAY,
      ["2 09:30", "held_on_request", "destination"],
      ["5 08:30", "out_for_delivery", "destination"],
      ["5 12:15", "delivered", "destination"],
    ],
    estimates: [
      ["0 17:35", "2 20:00"],
      ["2 09:30", "5 20:00"],
    ],
  },
  "weekend-wait": {
    says: "In the receiver's town on Saturday, and delivered on Monday. Day 0 is the last Friday.",
    dayZero: "friday",
    rows: [
      ["0 13:50", "label", "origin"],
      ["0 17:35", "picked_up", "origin"],
      ["0 20:55", "departed", "originCentre"],
      ["1 02:20", "arrived", "hub"],
      ["1 05:10", "departed", "hub"],
      ["1 16:40", "at_destination", "destination"],
      ["3 08:35", "out_for_delivery", "destination"],
      ["3 12:50", "delivered", "destination"],
    ],
    estimates: [["0 17:35", "3 20:00"]],
  },
  "holiday-wait": {
    says: "A public holiday keeps it in the receiver's town for a day.",
    rows: [
      ...FIRST_NIGHT,
      ...SECOND_DAY,
      ["2 07:15", "holiday", "destination"],
      ["3 08:35", "out_for_delivery", "destination"],
      ["3 13:20", "delivered", "destination"],
    ],
    estimates: [
      ["0 17:35", "2 20:00"],
      ["2 07:15", "3 20:00"],
    ],
  },
  "several-parcels": {
    says: "One of three parcels of a shipment; the others have numbers of their own.",
    pieces: 3,
    rows: [
      ...FIRST_NIGHT,
      ...SECOND_DAY,
      ["2 08:35", "out_for_delivery", "destination"],
      ["2 15:05", "delivered", "destination"],
    ],
    estimates: [["0 17:35", "2 20:00"]],
  },
  "handed-to-partner": {
    says: "The carrier hands it to a post office for the last mile, which has a number of its own for it.",
    hasPartner: true,
    rows: [
      ["0 15:05", "label", "origin"],
      ["1 16:20", "picked_up", "origin"],
      ["1 21:40", "departed", "originCentre"],
      ["2 11:15", "arrived", "hub"],
      ["2 22:05", "departed", "hub"],
      ["4 03:10", "arrived", "centre"],
      ["4 14:30", "handed_over", "centre"],
      ["5 06:10", "at_destination", "destination"],
      ["5 09:25", "out_for_delivery", "destination"],
      ["5 14:50", "delivered", "destination"],
    ],
    estimates: [["1 16:20", "5 20:00"]],
  },
} satisfies Readonly<Record<string, JourneyPlan>>;
