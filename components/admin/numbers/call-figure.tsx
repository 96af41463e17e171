import { Figure } from "./figure.tsx";
import type { FiguresProps } from "./figure-props.ts";
import { LyingChart } from "./lying-chart.tsx";

const SIDES = ["delayed", "calm"] as const;

/** How often people were asked for, or orders called off: with a delay and without. */
export function CallFigure({
  numbers,
  words,
  csvOf,
  figure,
}: FiguresProps & { readonly figure: "contacts" | "cancelled" }) {
  const { say, count, per100 } = words;
  const { now, before } = numbers;
  const rate = (of: typeof now, side: (typeof SIDES)[number]) => per100(of[side][figure], of[side].orders);
  const told = SIDES.filter((side) => now[side].orders > 0);
  return (
    <Figure
      say={say}
      id={figure}
      title={say(`numbers.${figure}.title`)}
      csv={csvOf(figure)}
      about={say(`numbers.${figure}.about`)}
      summary={
        told.length === 0
          ? null
          : say(`numbers.${figure}.summary`, { delayed: rate(now, "delayed"), calm: rate(now, "calm") })
      }
      tables={[
        {
          columns: [
            ...[say("numbers.col.what"), say("numbers.col.count"), say("numbers.col.orders")],
            ...[say("numbers.col.per100"), say("numbers.col.before")],
          ],
          rows: SIDES.map((side) => [
            ...[say(`numbers.side.${side}`), count(now[side][figure]), count(now[side].orders)],
            ...[rate(now, side), rate(before, side)],
          ]),
        },
      ]}
    >
      <LyingChart
        series={[{ key: "rate", label: say("numbers.col.per100"), tone: "full" }]}
        points={told.map((side) => ({
          ...{ name: say(`numbers.side.${side}`), text: rate(now, side) },
          values: { rate: (now[side][figure] / now[side].orders) * 100 },
        }))}
      />
    </Figure>
  );
}
