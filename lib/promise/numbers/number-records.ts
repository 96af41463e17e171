import type { ShopNumbers } from "./shop-numbers.ts";
import type { SpanNumbers, Tally } from "./span-numbers.ts";

/** The figures of the desk's numbers, in the order of the page. */
export const FIGURES = [
  "on_time",
  "transit",
  "told",
  "returned",
  "contacts",
  "cancelled",
  "gestures",
  "choices",
  "views",
  "offers",
  "calibration",
] as const;
export type FigureName = (typeof FIGURES)[number];

/** One number in a file: of what, from which day to which, and the same of the span before where there is one. */
export type NumberRecord = {
  readonly figure: FigureName;
  /** A lane, a state, a reason; empty for all of it. */
  readonly item: string;
  readonly measure: string;
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly before: number | null;
};

type Line = readonly [figure: FigureName, item: string, measure: string, value: (of: SpanNumbers) => number];

/** All that the page shows, as numbers: first of the whole span, then as it went. */
export function numberRecords(numbers: ShopNumbers): readonly NumberRecord[] {
  const { now, before, span, course, months, budgetMinor } = numbers;
  const { from, to } = span;
  const whole = linesOf(now).map(
    ([figure, item, measure, value]): NumberRecord => ({
      ...{ figure, item, measure, from, to },
      ...{ value: value(now), before: value(before) },
    }),
  );
  const steps = course.flatMap((step): readonly NumberRecord[] =>
    COURSE.map(([figure, measure, key]) => ({
      ...{ figure, item: step.unit, measure, from: step.from, to: step.to },
      ...{ value: step[key], before: null },
    })),
  );
  const spent = months.flatMap(({ month, spentMinor }): readonly NumberRecord[] => {
    const line = { figure: "gestures", item: "month", from: month, to: month, before: null } as const;
    const budget = budgetMinor === null ? [] : [{ ...line, measure: "budget_minor", value: budgetMinor }];
    return [{ ...line, measure: "spent_minor", value: spentMinor }, ...budget];
  });
  return [...whole, ...steps, ...spent, ...holdOutRecords(numbers)];
}

const COURSE = [
  ["on_time", "on_time", "onTime"],
  ["on_time", "late", "late"],
  ["on_time", "missing", "missing"],
  ["told", "told_first", "told"],
  ["told", "not_told", "notTold"],
  ["views", "opened", "views"],
  ["offers", "clicked", "clicked"],
] as const;

function linesOf(now: SpanNumbers): readonly Line[] {
  return [
    ["on_time", "", "on_time", ({ due }) => due.onTime],
    ["on_time", "", "late", ({ due }) => due.late],
    ["on_time", "", "missing", ({ due }) => due.missing],
    ...now.lanes.flatMap(({ carrier, from, to }) => laneLines(carrier, from, to)),
    ["told", "", "promises_passed", ({ slipped }) => slipped],
    ["told", "", "told_first", ({ told }) => told],
    ["returned", "", "sent_back", ({ due }) => due.back],
    ["returned", "", "came_or_missing", ({ due }) => due.onTime + due.late + due.missing],
    ...(["delayed", "calm"] as const).flatMap(callLines),
    ...tallyLines("gestures", "given", ({ gestures }) => gestures.byKind)(now),
    ...tallyLines("gestures", "cost_minor", ({ gestures }) =>
      gestures.byKind.map(({ key, costMinor: count }) => ({ key, count })),
    )(now),
    ...tallyLines("choices", "chosen", ({ choices }) => choices.byRemedy)(now),
    ...tallyLines("views", "opened", ({ views }) => views.byState)(now),
    ["offers", "", "rows", ({ offers }) => offers.rows],
    ["offers", "", "rows_shown", ({ offers }) => offers.rowsShown],
    ["offers", "", "shown", ({ offers }) => offers.shown],
    ["offers", "", "seen", ({ offers }) => offers.seen],
    ["offers", "", "clicked", ({ offers }) => offers.clicked],
    ...tallyLines("offers", "rows_withheld", ({ offers }) => offers.rowsWithheld)(now),
    ...tallyLines("offers", "products_withheld", ({ offers }) => offers.productsWithheld)(now),
    ...now.chances.flatMap(({ tenth }) => chanceLines(tenth)),
    ["calibration", "windows", "within", ({ windows }) => windows.within],
    ["calibration", "windows", "earlier", ({ windows }) => windows.before],
    ["calibration", "windows", "later", ({ windows }) => windows.after],
  ];
}

function callLines(side: "delayed" | "calm"): readonly Line[] {
  return [
    ["contacts", side, "orders", (of) => of[side].orders],
    ["contacts", side, "contacts", (of) => of[side].contacts],
    ["cancelled", side, "orders", (of) => of[side].orders],
    ["cancelled", side, "cancelled", (of) => of[side].cancelled],
  ];
}

function laneLines(carrier: string, from: string | null, to: string | null): readonly Line[] {
  const item = `${carrier} ${from ?? "?"}-${to ?? "?"}`;
  const lane = (of: SpanNumbers) =>
    of.lanes.find((one) => one.carrier === carrier && one.from === from && one.to === to);
  return [
    ["transit", item, "parcels", (of) => lane(of)?.parcels ?? 0],
    ["transit", item, "median_days", (of) => lane(of)?.median ?? 0],
    ["transit", item, "nine_of_ten_days", (of) => lane(of)?.slow ?? 0],
  ];
}

function chanceLines(tenth: number): readonly Line[] {
  const item = `${tenth * 10}-${tenth * 10 + 10} %`;
  const chance = (of: SpanNumbers) => of.chances.find((one) => one.tenth === tenth);
  return [
    ["calibration", item, "parcels", (of) => chance(of)?.parcels ?? 0],
    ["calibration", item, "said", (of) => chance(of)?.believed ?? 0],
    ["calibration", item, "came", (of) => chance(of)?.kept ?? 0],
  ];
}

function tallyLines(figure: FigureName, measure: string, tallies: (of: SpanNumbers) => readonly Tally[]) {
  return (now: SpanNumbers): readonly Line[] =>
    tallies(now).map(({ key }) => [
      figure,
      key,
      measure,
      (of) => tallies(of).find((tally) => tally.key === key)?.count ?? 0,
    ]);
}

function holdOutRecords({ holdOut, span }: ShopNumbers): readonly NumberRecord[] {
  if (holdOut === null) return [];
  const { asOf, shown, heldOut } = holdOut;
  const line = { figure: "offers", from: span.from, to: asOf, before: null } as const;
  return [
    { ...line, item: "shown", measure: "shoppers", value: shown.of },
    { ...line, item: "shown", measure: "bought", value: shown.count },
    { ...line, item: "hold_out", measure: "shoppers", value: heldOut.of },
    { ...line, item: "hold_out", measure: "bought", value: heldOut.count },
  ];
}
