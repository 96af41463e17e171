import { Figure } from "./figure.tsx";
import type { FiguresProps } from "./figure-props.ts";
import { NOTHING } from "./figure-words.ts";
import { LyingChart } from "./lying-chart.tsx";

/** More than these are for the table. */
const MOST_LANES = 8;
/** A lane with fewer parcels says nothing of quick or slow. */
const ENOUGH = 5;

/** How long the ways take, lane by lane. */
export function TransitFigure({ numbers, words, csvOf }: FiguresProps) {
  const { say, count, days } = words;
  const { lanes } = numbers.now;
  const told = lanes.some(({ parcels }) => parcels >= ENOUGH)
    ? lanes.filter(({ parcels }) => parcels >= ENOUGH)
    : lanes;
  const sorted = told.toSorted((one, other) => one.median - other.median || one.slow - other.slow);
  const [best, worst] = [sorted[0], sorted.at(-1)];
  const wasOf = (lane: (typeof lanes)[number]) =>
    numbers.before.lanes.find((one) => one.carrier === lane.carrier && one.from === lane.from && one.to === lane.to);
  return (
    <Figure
      say={say}
      id="transit"
      title={say("numbers.transit.title")}
      csv={csvOf("transit")}
      about={say("numbers.transit.about")}
      summary={
        best === undefined || worst === undefined
          ? null
          : say("numbers.transit.summary", {
              ...{ best: words.lane(best), bestDays: best.median },
              ...{ worst: words.lane(worst), worstDays: worst.median },
            })
      }
      tables={[
        {
          columns: [
            ...[say("numbers.col.lane"), say("numbers.col.parcels"), say("numbers.col.median")],
            ...[say("numbers.col.slow"), say("numbers.col.before")],
          ],
          rows: lanes.map((lane) => {
            const was = wasOf(lane);
            return [
              ...[words.lane(lane), count(lane.parcels), days(lane.median), days(lane.slow)],
              was === undefined ? NOTHING : days(was.median),
            ];
          }),
        },
      ]}
    >
      <LyingChart
        series={[
          { key: "half", label: say("numbers.transit.median"), tone: "full" },
          { key: "rest", label: say("numbers.transit.slow"), tone: "stripes" },
        ]}
        points={lanes.slice(0, MOST_LANES).map((lane) => ({
          name: words.lane(lane),
          values: { half: lane.median, rest: lane.slow - lane.median },
          text: `${lane.median} – ${lane.slow}`,
        }))}
      />
    </Figure>
  );
}

/** What came back undelivered, beside the span before. */
export function ReturnedFigure({ numbers, words, csvOf }: FiguresProps) {
  const { say, share, count } = words;
  const sides = (["now", "before"] as const).map((name) => {
    const { due } = numbers[name];
    return { name: say(`numbers.col.${name}`), back: due.back, of: due.onTime + due.late + due.missing + due.back };
  });
  const [now] = sides;
  return (
    <Figure
      say={say}
      id="returned"
      title={say("numbers.returned.title")}
      csv={csvOf("returned")}
      about={say("numbers.returned.about")}
      summary={
        now === undefined || now.of === 0
          ? null
          : say("numbers.returned.summary", { back: count(now.back), count: count(now.of) })
      }
      tables={[
        {
          columns: [
            ...[say("numbers.col.when"), say("numbers.returned.back"), say("numbers.col.parcels")],
            say("numbers.col.share"),
          ],
          rows: sides.map(({ name, back, of }) => [name, count(back), count(of), share(back, of)]),
        },
      ]}
    >
      <LyingChart
        series={[{ key: "share", label: say("numbers.returned.back"), tone: "full" }]}
        points={sides
          .filter(({ of }) => of > 0)
          .map(({ name, back, of }) => ({
            ...{ name, text: share(back, of) },
            values: { share: Math.round((back / of) * 1000) / 10 },
          }))}
      />
    </Figure>
  );
}
