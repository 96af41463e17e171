import { FIRST_NIGHT, type JourneyPlan, SECOND_DAY } from "./journey-plan.ts";

/** Journeys with trouble on the way that end well, or wait for somebody. */
export const DELAYED_JOURNEYS = {
  "weather-delay": {
    weight: 5,
    rows: [
      ...FIRST_NIGHT,
      ["1 04:30", "delay_weather", "hub"],
      ["2 05:15", "departed", "hub"],
      ["2 18:50", "arrived", "centre"],
      ["3 06:00", "at_destination", "destination"],
      ["3 08:40", "out_for_delivery", "destination"],
      ["3 14:15", "delivered", "destination"],
    ],
    estimates: [
      ["0 17:35", "2 20:00"],
      ["1 04:30", "3 20:00"],
      ["3 08:40", "3 13:00", "3 16:00"],
    ],
  },
  "operations-delay": {
    weight: 5,
    rows: [
      ...FIRST_NIGHT,
      ["1 05:10", "departed", "hub"],
      ["1 21:35", "arrived", "centre"],
      ["2 09:15", "delay_operations", "centre"],
      ["2 22:40", "departed", "centre"],
      ["3 05:30", "at_destination", "destination"],
      ["3 08:30", "out_for_delivery", "destination"],
      ["3 17:20", "delivered", "destination"],
    ],
    estimates: [
      ["0 17:35", "2 20:00"],
      ["2 09:15", "3 20:00"],
      ["3 08:30", "3 16:00", "3 18:30"],
    ],
  },
  "customs-documents-missing": {
    weight: 2,
    abroad: true,
    rows: [
      ["0 11:20", "label", "origin"],
      ["0 15:45", "picked_up", "origin"],
      ["0 21:10", "departed", "originCentre"],
      ["1 13:55", "arrived", "gateway"],
      ["1 16:30", "customs_in", "gateway"],
      ["2 08:50", "customs_documents", "gateway"],
      ["4 11:25", "customs_out", "gateway"],
      ["4 14:40", "departed", "gateway"],
      ["5 03:20", "arrived", "centre"],
      ["5 06:30", "at_destination", "destination"],
      ["5 09:15", "out_for_delivery", "destination"],
      ["5 13:50", "delivered", "destination"],
    ],
    estimates: [
      ["0 15:45", "3 20:00"],
      ["4 11:25", "5 20:00"],
    ],
  },
  "attempt-then-pickup": {
    weight: 3,
    rows: [
      ...FIRST_NIGHT,
      ...SECOND_DAY,
      ["2 08:35", "out_for_delivery", "destination"],
      ["2 12:50", "attempt_not_home", "destination"],
      ["2 17:40", "held_for_pickup", "destination"],
      ["4 17:25", "delivered", "destination"],
    ],
    estimates: [["0 17:35", "2 20:00"]],
  },
  "attempt-then-delivered": {
    weight: 4,
    rows: [
      ...FIRST_NIGHT,
      ...SECOND_DAY,
      ["2 08:35", "out_for_delivery", "destination"],
      ["2 15:20", "attempt_not_home", "destination"],
      ["3 08:25", "out_for_delivery", "destination"],
      ["3 12:10", "delivered", "destination"],
    ],
    estimates: [
      ["0 17:35", "2 20:00"],
      ["2 15:20", "3 20:00"],
      ["3 08:25", "3 11:00", "3 13:30"],
    ],
  },
  "address-problem": {
    weight: 3,
    rows: [
      ...FIRST_NIGHT,
      ...SECOND_DAY,
      ["2 08:35", "out_for_delivery", "destination"],
      ["2 14:05", "attempt_address", "destination"],
      ["2 18:30", "address_problem", "destination"],
      ["3 11:15", "note", "destination"],
      ["4 08:30", "out_for_delivery", "destination"],
      ["4 15:35", "delivered", "destination"],
    ],
    estimates: [
      ["0 17:35", "2 20:00"],
      ["3 11:15", "4 20:00"],
    ],
  },
  /** Delivered by mistake at somebody else's scan: the carrier takes it back and brings it the next day. */
  "delivery-taken-back": {
    weight: 1,
    rows: [
      ...FIRST_NIGHT,
      ...SECOND_DAY,
      ["2 08:35", "out_for_delivery", "destination"],
      ["2 12:15", "delivered", "destination", { removed: "2 16:20" }],
      ["2 16:20", "delay_operations", "centre"],
      ["3 08:30", "out_for_delivery", "destination"],
      ["3 11:40", "delivered", "destination"],
    ],
    estimates: [
      ["0 17:35", "2 20:00"],
      ["2 16:20", "3 20:00"],
    ],
  },
  "not-found-for-a-while": {
    weight: 1,
    askedAt: "0 08:00",
    rows: [
      ["0 19:40", "label", "origin"],
      ["1 17:35", "picked_up", "origin"],
      ["1 21:05", "departed", "originCentre"],
      ["2 02:15", "arrived", "hub"],
      ["2 04:55", "departed", "hub"],
      ["3 05:35", "at_destination", "destination"],
      ["3 08:45", "out_for_delivery", "destination"],
      ["3 13:30", "delivered", "destination"],
    ],
    estimates: [["1 17:35", "3 20:00"]],
  },
} satisfies Readonly<Record<string, JourneyPlan>>;
