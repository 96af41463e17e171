import type { FigureName } from "#lib/promise/numbers/number-records.ts";
import type { ShopNumbers } from "#lib/promise/numbers/shop-numbers.ts";
import type { SpanNumbers } from "#lib/promise/numbers/span-numbers.ts";
import { type FigureWords, NOTHING } from "./figure-words.ts";
import { inTrouble } from "./view-states.ts";

/** A number as a sentence, and the same of the span before; null where there is nothing to say of either. */
type SaidLine = { readonly figure: FigureName; readonly text: string | null; readonly was: string | null };
/** A number that can be compared: as a sentence, and shortly. */
type Sayer = (numbers: SpanNumbers, words: FigureWords) => { readonly text: string; readonly short: string } | null;

/** The page in sentences, in the order of its charts. */
export function saidLines(numbers: ShopNumbers, words: FigureWords): readonly SaidLine[] {
  const { now, before } = numbers;
  return SAYERS.map(([figure, say]) => ({
    figure,
    text: figure === "gestures" ? gesturesText(numbers, words) : (say(now, words)?.text ?? null),
    was: say(before, words)?.short ?? null,
  }));
}

const onTime: Sayer = ({ due }, { say, share }) => {
  const of = due.onTime + due.late + due.missing;
  if (of === 0) return null;
  const rate = share(due.onTime, of);
  return { text: say("numbers.onTime.said", { share: rate, count: of }), short: rate };
};

const transit: Sayer = ({ transit: all }, { say }) => {
  if (all === null) return null;
  const { parcels: count, median, slow } = all;
  return { text: say("numbers.transit.said", { count, median, slow }), short: say("numbers.transit.was", { median }) };
};

const told: Sayer = ({ slipped, told: first }, { say, share, count }) => {
  if (slipped === 0) return null;
  const rate = share(first, slipped);
  const text = say("numbers.told.said", { share: rate, told: count(first), slipped: count(slipped) });
  return { text, short: rate };
};

const returned: Sayer = ({ due }, { say, share }) => {
  const of = due.onTime + due.late + due.missing + due.back;
  if (of === 0) return null;
  const rate = share(due.back, of);
  return { text: say("numbers.returned.said", { share: rate, count: of }), short: rate };
};

const calls =
  (figure: "contacts" | "cancelled"): Sayer =>
  ({ delayed: a, calm: b }, { say, per100 }) => {
    if (a.orders + b.orders === 0) return null;
    const sides = { delayed: per100(a[figure], a.orders), calm: per100(b[figure], b.orders) };
    return { text: say(`numbers.${figure}.said`, sides), short: `${sides.delayed} / ${sides.calm}` };
  };

const gestures: Sayer = ({ gestures: { count, costMinor } }, { say, money }) => {
  if (count === 0) return null;
  const amount = money(costMinor);
  return { text: say("numbers.gestures.said", { amount, count }), short: amount };
};

function gesturesText({ now, months, budgetMinor, today }: ShopNumbers, words: FigureWords): string | null {
  const { count, costMinor } = now.gestures;
  const month = months.find((one) => one.month.slice(0, 7) === today.slice(0, 7)) ?? months.at(-1);
  if (budgetMinor === null || month === undefined) return gestures(now, words)?.text ?? null;
  return words.say("numbers.gestures.saidBudget", {
    ...{ amount: words.money(costMinor), count, month: words.month(month.month) },
    ...{ spent: words.money(month.spentMinor), budget: words.money(budgetMinor) },
  });
}

const choices: Sayer = ({ choices: { all, byRemedy } }, { say, count }) => {
  const [most] = byRemedy;
  if (most === undefined) return null;
  const what = remedyText(say, most.key);
  return { text: say("numbers.choices.said", { count: all, what }), short: count(all) };
};

const views: Sayer = ({ views: { times, byState } }, { say, share, count }) => {
  if (times === 0) return null;
  const rate = share(inTrouble(byState), times);
  return { text: say("numbers.views.said", { times, share: rate }), short: count(times) };
};

const offers: Sayer = ({ offers: { rows, rowsShown, shown, clicked } }, { say, count }) => {
  if (rows === 0) return null;
  const figures = { clicked: count(clicked), withheld: count(rows - rowsShown), rows: count(rows) };
  return {
    text: say("numbers.offers.said", { shown, ...figures }),
    short: say("numbers.offers.was", { clicked: figures.clicked, shown: count(shown) }),
  };
};

const calibration: Sayer = ({ windows: { within, before, after }, chances }, { say, share }) => {
  const of = within + before + after;
  const chanced = chances.reduce((sum, { parcels }) => sum + parcels, 0);
  if (of === 0)
    return chanced === 0 ? null : { text: say("numbers.calibration.saidChances", { count: chanced }), short: NOTHING };
  const rate = share(within, of);
  return { text: say("numbers.calibration.said", { share: rate, count: of }), short: rate };
};

const SAYERS: readonly (readonly [FigureName, Sayer])[] = [
  ["on_time", onTime],
  ["transit", transit],
  ["told", told],
  ["returned", returned],
  ["contacts", calls("contacts")],
  ["cancelled", calls("cancelled")],
  ["gestures", gestures],
  ["choices", choices],
  ["views", views],
  ["offers", offers],
  ["calibration", calibration],
];

const REMEDIES = ["wait", "pickup", "address", "reship", "refund", "person"] as const;

/** A remedy as the desk calls it. */
export function remedyText(say: FigureWords["say"], key: string): string {
  const known = REMEDIES.find((one) => one === key);
  return known === undefined ? key : say(`numbers.choices.remedy.${known}`);
}
