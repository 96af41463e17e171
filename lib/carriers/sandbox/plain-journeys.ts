import { FIRST_NIGHT, type JourneyPlan, SECOND_DAY } from "./journey-plan.ts";

/** Journeys that end at the door, as most do. */
export const PLAIN_JOURNEYS = {
  "on-time": {
    says: "On time: a label, two nights on the way, delivered on the day that was named.",
    weight: 24,
    rows: [
      ...FIRST_NIGHT,
      ...SECOND_DAY,
      ["2 08:35", "out_for_delivery", "destination"],
      ["2 13:10", "delivered", "destination"],
    ],
    estimates: [
      ["0 17:35", "2 20:00"],
      ["2 08:35", "2 12:00", "2 14:00"],
    ],
  },
  overnight: {
    says: "Overnight: picked up in the afternoon, delivered the next morning.",
    weight: 12,
    rows: [
      ["0 12:15", "label", "origin"],
      ["0 16:40", "picked_up", "origin"],
      ["0 19:30", "departed", "originCentre"],
      ["0 23:20", "arrived", "hub"],
      ["1 02:45", "departed", "hub"],
      ["1 05:50", "at_destination", "destination"],
      ["1 07:55", "out_for_delivery", "destination"],
      ["1 10:20", "delivered", "destination"],
    ],
    estimates: [
      ["0 12:15", "1 12:00"],
      ["1 07:55", "1 09:30", "1 11:30"],
    ],
  },
  "by-road": {
    says: "By road: five days on the way, delivered on the day that was named.",
    weight: 18,
    rows: [
      ["0 15:05", "label", "origin"],
      ["1 16:20", "picked_up", "origin"],
      ["1 21:40", "departed", "originCentre"],
      ["2 11:15", "arrived", "hub"],
      ["2 22:05", "departed", "hub"],
      ["4 03:10", "arrived", "centre"],
      ["4 20:30", "departed", "centre"],
      ["5 05:20", "at_destination", "destination"],
      ["5 09:05", "out_for_delivery", "destination"],
      ["5 15:40", "delivered", "destination"],
    ],
    estimates: [
      ["1 16:20", "5 20:00"],
      ["5 09:05", "5 14:15", "5 16:45"],
    ],
  },
  early: {
    says: "Early: first expected on the fourth day, delivered on the second.",
    weight: 6,
    rows: [
      ...FIRST_NIGHT,
      ...SECOND_DAY,
      ["2 09:10", "out_for_delivery", "destination"],
      ["2 11:45", "delivered", "destination"],
    ],
    estimates: [
      ["0 17:35", "4 20:00"],
      ["1 19:25", "2 20:00"],
      ["2 09:10", "2 10:30", "2 13:00"],
    ],
  },
  international: {
    says: "From abroad: through customs without a halt, delivered on time.",
    weight: 5,
    abroad: true,
    rows: [
      ["0 10:40", "label", "origin"],
      ["0 16:10", "picked_up", "origin"],
      ["0 21:30", "departed", "originCentre"],
      ["1 14:45", "arrived", "gateway"],
      ["1 17:20", "customs_in", "gateway"],
      ["2 09:35", "customs_out", "gateway"],
      ["2 13:05", "departed", "gateway"],
      ["3 02:50", "arrived", "centre"],
      ["3 06:15", "at_destination", "destination"],
      ["3 09:00", "out_for_delivery", "destination"],
      ["3 14:25", "delivered", "destination"],
    ],
    estimates: [
      ["0 16:10", "3 20:00"],
      ["3 09:00", "3 13:00", "3 16:00"],
    ],
  },
  /** A scan at the hub that comes in when the parcel is long at the door: it must not reopen anything. */
  "late-scan": {
    says: "A scan on the way comes in after the delivery; it must not reopen anything.",
    weight: 2,
    rows: [
      ...FIRST_NIGHT,
      ...SECOND_DAY,
      ["2 08:50", "out_for_delivery", "destination"],
      ["2 12:30", "delivered", "destination"],
      ["2 18:05", "departed", "centre"],
    ],
    estimates: [["0 17:35", "2 20:00"]],
  },
  "note-after-delivery": {
    says: "After the delivery comes a note (at UPS: somebody wants a refund); it must undo nothing.",
    weight: 2,
    rows: [
      ...FIRST_NIGHT,
      ...SECOND_DAY,
      ["2 08:20", "out_for_delivery", "destination"],
      ["2 11:55", "delivered", "destination"],
      ["3 10:30", "note", "destination"],
    ],
    estimates: [["0 17:35", "2 20:00"]],
  },
  /** The pick-up and a departure are reported only the next day, after scans that are newer. */
  "scans-out-of-order": {
    says: "Two early scans are reported a day late, after newer ones.",
    weight: 2,
    rows: [
      ["0 13:50", "label", "origin"],
      ["0 17:35", "picked_up", "origin", { shown: "1 09:00" }],
      ["0 20:55", "departed", "originCentre", { shown: "1 09:00" }],
      ["1 02:20", "arrived", "hub"],
      ...SECOND_DAY,
      ["2 08:35", "out_for_delivery", "destination"],
      ["2 16:05", "delivered", "destination"],
    ],
    estimates: [["1 02:20", "2 20:00"]],
  },
} satisfies Readonly<Record<string, JourneyPlan>>;
