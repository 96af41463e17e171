import type { Course } from "#lib/promise/numbers/course-of.ts";
import { Figure } from "./figure.tsx";
import type { FiguresProps } from "./figure-props.ts";
import { StackedChart } from "./stacked-chart.tsx";

/** Promises kept, as they went. */
export function OnTimeFigure({ numbers, words, csvOf }: FiguresProps) {
  const { say, share, count } = words;
  const dueOf = ({ onTime, late, missing }: Pick<Course, "onTime" | "late" | "missing">) => onTime + late + missing;
  const steps = numbers.course.filter((step) => dueOf(step) > 0);
  const sorted = steps.toSorted((one, other) => other.onTime / dueOf(other) - one.onTime / dueOf(one));
  const [best, worst] = [sorted[0], sorted.at(-1)];
  const parts = [
    { key: "onTime", label: say("numbers.onTime.onTime"), tone: "full" },
    { key: "late", label: say("numbers.onTime.late"), tone: "stripes" },
    { key: "missing", label: say("numbers.onTime.missing"), tone: "dots" },
  ] as const;
  return (
    <Figure
      say={say}
      id="on_time"
      title={say("numbers.onTime.title")}
      csv={csvOf("on_time")}
      about={say("numbers.onTime.about")}
      summary={
        best === undefined || worst === undefined
          ? null
          : say("numbers.onTime.summary", {
              ...{ best: words.step(best), bestShare: share(best.onTime, dueOf(best)) },
              ...{ worst: words.step(worst), worstShare: share(worst.onTime, dueOf(worst)) },
            })
      }
      tables={[
        {
          columns: [say("numbers.col.when"), ...parts.map(({ label }) => label), say("numbers.col.share")],
          rows: steps.map((step) => [
            words.step(step),
            ...parts.map(({ key }) => count(step[key])),
            share(step.onTime, dueOf(step)),
          ]),
        },
      ]}
    >
      <StackedChart
        series={parts}
        points={numbers.course.map((step) => ({
          ...{ name: words.step(step), tick: words.tick(step) },
          values: { onTime: step.onTime, late: step.late, missing: step.missing },
        }))}
      />
    </Figure>
  );
}

/** Who was told before they could notice, as it went. */
export function ToldFigure({ numbers, words, csvOf }: FiguresProps) {
  const { say, share, count } = words;
  const { slipped, told } = numbers.now;
  const steps = numbers.course.filter((step) => step.told + step.notTold > 0);
  const parts = [
    { key: "told", label: say("numbers.told.told"), tone: "full" },
    { key: "notTold", label: say("numbers.told.notTold"), tone: "stripes" },
  ] as const;
  return (
    <Figure
      say={say}
      id="told"
      title={say("numbers.told.title")}
      csv={csvOf("told")}
      about={say("numbers.told.about")}
      summary={
        slipped === 0 ? null : say("numbers.told.summary", { told: count(told), notTold: count(slipped - told) })
      }
      tables={[
        {
          columns: [say("numbers.col.when"), ...parts.map(({ label }) => label), say("numbers.col.share")],
          rows: steps.map((step) => [
            words.step(step),
            count(step.told),
            count(step.notTold),
            share(step.told, step.told + step.notTold),
          ]),
        },
      ]}
    >
      <StackedChart
        series={parts}
        points={numbers.course.map((step) => ({
          ...{ name: words.step(step), tick: words.tick(step) },
          values: { told: step.told, notTold: step.notTold },
        }))}
      />
    </Figure>
  );
}
