import type { FigureName } from "#lib/promise/numbers/number-records.ts";

/** Each figure's part of the desk's words. */
export const WORDS_OF = {
  on_time: "onTime",
  transit: "transit",
  told: "told",
  returned: "returned",
  contacts: "contacts",
  cancelled: "cancelled",
  gestures: "gestures",
  choices: "choices",
  views: "views",
  offers: "offers",
  calibration: "calibration",
} as const satisfies Readonly<Record<FigureName, string>>;
