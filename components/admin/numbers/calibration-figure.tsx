import { ChanceChart } from "./chance-chart.tsx";
import { Figure } from "./figure.tsx";
import type { FiguresProps } from "./figure-props.ts";

/** What our chances were worth: what we said beside what came. */
export function CalibrationFigure({ numbers, words, csvOf }: FiguresProps) {
  const { say, count, rate } = words;
  const { chances, windows } = numbers.now;
  const off = chances.toSorted(
    (one, other) => Math.abs(other.kept - other.believed) - Math.abs(one.kept - one.believed),
  )[0];
  const all = windows.within + windows.before + windows.after;
  return (
    <Figure
      say={say}
      id="calibration"
      title={say("numbers.calibration.title")}
      csv={csvOf("calibration")}
      about={say("numbers.calibration.about")}
      summary={
        off === undefined
          ? null
          : say("numbers.calibration.summary", { said: rate(off.believed), came: rate(off.kept) })
      }
      notes={
        all === 0
          ? []
          : [
              say("numbers.calibration.windows", {
                ...{ within: count(windows.within), early: count(windows.before), late: count(windows.after) },
              }),
            ]
      }
      tables={[
        {
          columns: [say("numbers.col.saidChance"), say("numbers.col.cameShare"), say("numbers.col.parcels")],
          rows: chances.map(({ believed, kept, parcels }) => [rate(believed), rate(kept), count(parcels)]),
        },
      ]}
    >
      <ChanceChart
        points={chances.map(({ believed, kept, parcels }) => ({ said: believed, came: kept, parcels }))}
        words={{
          said: say("numbers.col.saidChance"),
          came: say("numbers.col.cameShare"),
          ideal: say("numbers.calibration.ideal"),
        }}
      />
    </Figure>
  );
}
