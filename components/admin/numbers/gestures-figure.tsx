import { minorDigits } from "#lib/kernel/money.ts";
import { Figure } from "./figure.tsx";
import type { FiguresProps } from "./figure-props.ts";
import type { FigureWords } from "./figure-words.ts";
import { StackedChart } from "./stacked-chart.tsx";

const KINDS = ["shipping_refund", "percent_off", "amount_off", "points", "free_express"] as const;

/** What gestures cost each month, against the month's budget. */
export function GesturesFigure({ numbers, words, csvOf, currency }: FiguresProps & { readonly currency: string }) {
  const { say, money, count } = words;
  const { now, months, budgetMinor } = numbers;
  const most = months.toSorted((one, other) => other.spentMinor - one.spentMinor)[0];
  const unit = 10 ** minorDigits(currency);
  return (
    <Figure
      say={say}
      id="gestures"
      title={say("numbers.gestures.title")}
      csv={csvOf("gestures")}
      about={say("numbers.gestures.about")}
      summary={
        most === undefined || most.spentMinor === 0
          ? null
          : say("numbers.gestures.summary", { month: words.month(most.month), amount: money(most.spentMinor) })
      }
      notes={budgetMinor === null ? [say("numbers.gestures.noBudget")] : []}
      tables={[
        {
          columns: [say("numbers.col.month"), say("numbers.gestures.spent"), say("numbers.gestures.budget")],
          rows: months.map(({ month, spentMinor }) => [
            words.month(month),
            money(spentMinor),
            budgetMinor === null ? "–" : money(budgetMinor),
          ]),
        },
        {
          columns: [say("numbers.col.what"), say("numbers.col.count"), say("numbers.col.cost")],
          rows: now.gestures.byKind.map(({ key, count: times, costMinor }) => [
            kindText(say, key),
            count(times),
            money(costMinor),
          ]),
        },
      ]}
    >
      <StackedChart
        series={[{ key: "spent", label: say("numbers.gestures.spent"), tone: "full" }]}
        points={months.map(({ month, spentMinor }) => ({
          ...{ name: words.month(month), tick: words.tick({ from: month, to: month, unit: "month" }) },
          values: { spent: spentMinor / unit },
        }))}
        limit={
          budgetMinor === null
            ? null
            : { value: budgetMinor / unit, label: say("numbers.gestures.aMonth", { amount: money(budgetMinor) }) }
        }
      />
    </Figure>
  );
}

function kindText(say: FigureWords["say"], key: string): string {
  const known = KINDS.find((one) => one === key);
  return known === undefined ? key : say(`numbers.gestures.kind.${known}`);
}
