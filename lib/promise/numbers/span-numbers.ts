import type { ChoiceCount, CountedRow, GestureCount } from "./counted.ts";
import { type Lane, lanesOf } from "./lanes-of.ts";

/** Something and how often. */
export type Tally = { readonly key: string; readonly count: number };
type Calls = { readonly orders: number; readonly contacts: number; readonly cancelled: number };
type Chance = { readonly tenth: number; readonly parcels: number; readonly believed: number; readonly kept: number };

/** The numbers of one span. What each counts stands in `docs/numbers.md`, and a click away on the page. */
export type SpanNumbers = {
  readonly due: {
    readonly onTime: number;
    readonly late: number;
    readonly missing: number;
    readonly back: number;
    readonly calledOff: number;
    /** Parcels that came, by days after the promised day; negative is early. */
    readonly byDays: readonly { readonly days: number; readonly count: number }[];
  };
  readonly slipped: number;
  readonly told: number;
  /** All that arrived, on whichever lane; null where nothing did. */
  readonly transit: Lane | null;
  /** The busiest first. */
  readonly lanes: readonly Lane[];
  readonly windows: { readonly within: number; readonly before: number; readonly after: number };
  readonly chances: readonly Chance[];
  readonly views: { readonly times: number; readonly pages: number; readonly byState: readonly Tally[] };
  readonly choices: { readonly all: number; readonly byRemedy: readonly (Tally & { readonly takenBack: number })[] };
  readonly gestures: {
    readonly count: number;
    readonly costMinor: number;
    readonly byKind: readonly (Tally & { readonly costMinor: number })[];
  };
  readonly delayed: Calls;
  readonly calm: Calls;
  readonly offers: {
    readonly rows: number;
    readonly rowsShown: number;
    readonly rowsWithheld: readonly Tally[];
    readonly shown: number;
    readonly seen: number;
    readonly clicked: number;
    readonly productsWithheld: readonly Tally[];
  };
};

type Rows = {
  readonly counts: readonly CountedRow[];
  readonly choices: readonly ChoiceCount[];
  readonly gestures: readonly GestureCount[];
};

/** The numbers of the span (`isNow`) or of the one before, from the rows of both. */
export function spanNumbers(rows: Rows, isNow: boolean): SpanNumbers {
  const mine = rows.counts.filter((row) => row.isNow === isNow);
  const of = (measure: string) => mine.filter((row) => row.measure === measure);
  const sum = (measure: string, part: string | null = null) =>
    total(of(measure).filter((row) => part === null || row.part === part));
  const calls = (part: string) => ({
    orders: sum("orders", part),
    contacts: sum("contacts", part),
    cancelled: sum("cancelled", part),
  });
  return {
    due: dueOf(of("due")),
    slipped: sum("slipped"),
    told: sum("told"),
    transit: lanesOf(of("transit").map((row) => ({ ...row, part: "" })))[0] ?? null,
    lanes: lanesOf(of("transit")),
    windows: { within: sum("window", "within"), before: sum("window", "before"), after: sum("window", "after") },
    chances: chancesOf(of("chance"), of("chance_kept")),
    views: { times: total(of("seen"), "sum"), pages: sum("seen"), byState: tallied(of("seen"), "sum") },
    choices: choicesOf(rows.choices.filter((row) => row.isNow === isNow)),
    gestures: gesturesOf(rows.gestures.filter((row) => row.isNow === isNow)),
    delayed: calls("delayed"),
    calm: calls("calm"),
    offers: {
      rows: sum("rows"),
      rowsShown: sum("rows", "shown"),
      rowsWithheld: tallied(of("rows").filter(({ part }) => part !== "shown")),
      shown: sum("offered", "shown"),
      seen: sum("offered", "seen"),
      clicked: sum("offered", "clicked"),
      productsWithheld: tallied(of("withheld")),
    },
  };
}

function dueOf(rows: readonly CountedRow[]): SpanNumbers["due"] {
  const part = (name: string) => rows.filter((row) => row.part === name);
  const came = part("came");
  return {
    onTime: total(came.filter(({ bucket }) => bucket <= 0)),
    late: total(came.filter(({ bucket }) => bucket > 0)),
    missing: total(part("missing")),
    back: total(part("back")),
    calledOff: total(part("called_off")),
    byDays: came.map(({ bucket: days, count }) => ({ days, count })).sort((one, other) => one.days - other.days),
  };
}

function chancesOf(all: readonly CountedRow[], kept: readonly CountedRow[]): readonly Chance[] {
  return all
    .map(({ bucket, count, sum }) => ({
      tenth: bucket,
      parcels: count,
      believed: sum / count / 10_000,
      kept: total(kept.filter((row) => row.bucket === bucket)) / count,
    }))
    .sort((one, other) => one.tenth - other.tenth);
}

function choicesOf(rows: readonly ChoiceCount[]): SpanNumbers["choices"] {
  const byRemedy = [...Map.groupBy(rows, ({ remedy }) => remedy)].map(([key, some]) => ({
    key,
    count: total(some),
    takenBack: total(some.filter(({ state }) => state === "taken_back")),
  }));
  return { all: total(rows), byRemedy: byRemedy.sort((one, other) => other.count - one.count) };
}

function gesturesOf(rows: readonly GestureCount[]): SpanNumbers["gestures"] {
  return {
    count: total(rows),
    costMinor: rows.reduce((sum, { costMinor }) => sum + costMinor, 0),
    byKind: rows
      .map(({ kind, count, costMinor }) => ({ key: kind, count, costMinor }))
      .sort((one, other) => other.costMinor - one.costMinor),
  };
}

/** By part, the most first. */
function tallied(rows: readonly CountedRow[], of: "count" | "sum" = "count"): readonly Tally[] {
  return rows
    .map((row) => ({ key: row.part, count: row[of] }))
    .sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
}

function total<Row extends { readonly count: number; readonly sum?: number }>(
  rows: readonly Row[],
  of: "count" | "sum" = "count",
): number {
  return rows.reduce((sum, row) => sum + (row[of] ?? 0), 0);
}
