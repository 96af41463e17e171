import type { HoldOutNumbers } from "#lib/promise/numbers/shop-numbers.ts";
import { EffectChart } from "./effect-chart.tsx";
import { Figure } from "./figure.tsx";
import type { FiguresProps } from "./figure-props.ts";
import type { FigureWords } from "./figure-words.ts";
import { LyingChart } from "./lying-chart.tsx";
import { reasonText } from "./reason-text.ts";

const PARTS = ["shown", "seen", "clicked"] as const;

/** What was recommended and what stayed away, and what it brought against the hold-out. */
export function OffersFigure({ numbers, words, csvOf }: FiguresProps) {
  const { say, count } = words;
  const { offers } = numbers.now;
  const before = numbers.before.offers;
  const [why] = offers.rowsWithheld;
  const tally = (columns: string, rows: typeof offers.rowsWithheld) => ({
    columns: [columns, say("numbers.col.count")],
    rows: rows.map((one) => [reasonText(say, one.key), count(one.count)]),
  });
  return (
    <Figure
      say={say}
      id="offers"
      title={say("numbers.offers.title")}
      csv={csvOf("offers")}
      about={say("numbers.offers.about")}
      summary={summaryOf(offers.rows, why === undefined ? null : reasonText(say, why.key), say)}
      notes={effectNotes(numbers.holdOut, words)}
      tables={[
        {
          columns: [say("numbers.col.what"), say("numbers.col.now"), say("numbers.col.before")],
          rows: PARTS.map((part) => [say(`numbers.offers.${part}`), count(offers[part]), count(before[part])]),
        },
        tally(say("numbers.offers.rows"), offers.rowsWithheld),
        tally(say("numbers.offers.products"), offers.productsWithheld),
      ]}
    >
      <LyingChart
        series={[{ key: "count", label: say("numbers.col.count"), tone: "full" }]}
        points={PARTS.map((part) => ({
          ...{ name: say(`numbers.offers.${part}`), text: count(offers[part]) },
          values: { count: offers[part] },
        }))}
      />
      {offers.rowsWithheld.length > 0 && (
        <div>
          <p className="figure-part">{say("numbers.offers.rows")}</p>
          <LyingChart
            series={[{ key: "count", label: say("numbers.col.count"), tone: "stripes" }]}
            points={offers.rowsWithheld.map((one) => ({
              ...{ name: reasonText(say, one.key), text: count(one.count) },
              values: { count: one.count },
            }))}
          />
        </div>
      )}
      {numbers.holdOut?.effect != null && (
        <div>
          <p className="figure-part">{say("numbers.offers.effectLabel")}</p>
          <EffectChart effect={numbers.holdOut.effect} nothing={say("numbers.offers.nothingChanged")} />
        </div>
      )}
    </Figure>
  );
}

function summaryOf(rows: number, why: string | null, say: FigureWords["say"]): string | null {
  if (rows === 0) return null;
  return why === null ? say("numbers.offers.allShown") : say("numbers.offers.summary", { why });
}

function effectNotes(holdOut: HoldOutNumbers | null, { say, share, points, day }: FigureWords): readonly string[] {
  if (holdOut?.effect == null) return [say("numbers.offers.noEffect")];
  const { effect, shown, heldOut, asOf, windowDays } = holdOut;
  return [
    say("numbers.offers.effect", {
      ...{ shown: share(shown.count, shown.of), heldOut: share(heldOut.count, heldOut.of) },
      ...{ difference: points(effect.difference), low: points(effect.low), high: points(effect.high) },
    }),
    say("numbers.offers.effectAsOf", { day: day(asOf), days: windowDays }),
  ];
}
