import { FIRST_NIGHT, type JourneyPlan, SECOND_DAY } from "./journey-plan.ts";

/** Journeys that do not end at the receiver's door. */
export const FAILED_JOURNEYS = {
  "damaged-and-returned": {
    says: "Damaged in the sorting centre, and sent back to the shop.",
    weight: 2,
    rows: [
      ...FIRST_NIGHT,
      ["1 05:10", "departed", "hub"],
      ["1 19:25", "arrived", "centre"],
      ["2 07:30", "damaged", "centre"],
      ["2 15:50", "return_started", "centre"],
      ["3 20:10", "arrived", "originCentre"],
      ["4 13:25", "returned", "origin"],
    ],
    estimates: [["0 17:35", "2 20:00"]],
  },
  lost: {
    says: "Lost: delayed, searched for, not found.",
    weight: 2,
    rows: [
      ...FIRST_NIGHT,
      ["1 05:10", "departed", "hub"],
      ["3 10:30", "delay_operations", "hub"],
      ["5 16:15", "lost", "hub"],
    ],
    estimates: [
      ["0 17:35", "2 20:00"],
      ["3 10:30", "4 20:00"],
    ],
  },
  "refused-and-returned": {
    says: "Refused at the door, and sent back to the shop.",
    weight: 2,
    rows: [
      ...FIRST_NIGHT,
      ...SECOND_DAY,
      ["2 08:35", "out_for_delivery", "destination"],
      ["2 13:40", "refused", "destination"],
      ["2 19:20", "return_started", "destination"],
      ["4 04:15", "arrived", "hub"],
      ["5 12:30", "returned", "origin"],
    ],
    estimates: [["0 17:35", "2 20:00"]],
  },
  "label-only": {
    says: "Label never used: it was printed and nothing follows.",
    weight: 3,
    rows: [["0 14:20", "label", "origin"]],
    estimates: [],
  },
  cancelled: {
    says: "Cancelled: the label is voided the next day.",
    weight: 1,
    rows: [
      ["0 14:20", "label", "origin"],
      ["1 09:10", "cancelled", "origin"],
    ],
    estimates: [],
  },
} satisfies Readonly<Record<string, JourneyPlan>>;
