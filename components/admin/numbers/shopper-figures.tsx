import { Figure } from "./figure.tsx";
import type { FiguresProps } from "./figure-props.ts";
import { LyingChart } from "./lying-chart.tsx";
import { remedyText } from "./said-lines.ts";
import { StackedChart } from "./stacked-chart.tsx";
import { byViewState } from "./view-states.ts";

/** What shoppers chose. */
export function ChoicesFigure({ numbers, words, csvOf }: FiguresProps) {
  const { say, count } = words;
  const { byRemedy } = numbers.now.choices;
  const [most] = byRemedy;
  const before = new Map(numbers.before.choices.byRemedy.map((one) => [one.key, one.count]));
  return (
    <Figure
      say={say}
      id="choices"
      title={say("numbers.choices.title")}
      csv={csvOf("choices")}
      about={say("numbers.choices.about")}
      summary={
        most === undefined
          ? null
          : say("numbers.choices.summary", { what: remedyText(say, most.key), count: most.count })
      }
      tables={[
        {
          columns: [
            ...[say("numbers.col.what"), say("numbers.col.count"), say("numbers.col.takenBack")],
            say("numbers.col.before"),
          ],
          rows: byRemedy.map(({ key, count: times, takenBack }) => [
            ...[remedyText(say, key), count(times), count(takenBack)],
            count(before.get(key) ?? 0),
          ]),
        },
      ]}
    >
      <LyingChart
        series={[{ key: "count", label: say("numbers.col.count"), tone: "full" }]}
        points={byRemedy.map(({ key, count: times }) => ({
          ...{ name: remedyText(say, key), text: count(times) },
          values: { count: times },
        }))}
      />
    </Figure>
  );
}

/** How often tracking pages were opened, as it went, and what they said. */
export function ViewsFigure({ numbers, words, csvOf }: FiguresProps) {
  const { say, count, share } = words;
  const { times, byState } = numbers.now.views;
  const best = numbers.course.toSorted((one, other) => other.views - one.views)[0];
  return (
    <Figure
      say={say}
      id="views"
      title={say("numbers.views.title")}
      csv={csvOf("views")}
      about={say("numbers.views.about")}
      summary={
        times === 0 || best === undefined
          ? null
          : say("numbers.views.summary", { best: words.step(best), count: count(best.views) })
      }
      tables={[
        {
          columns: [say("numbers.col.what"), say("numbers.views.times"), say("numbers.col.share")],
          rows: byViewState(byState).map(({ state, count: views }) => [
            ...[say(`numbers.views.state.${state}`), count(views)],
            share(views, times),
          ]),
        },
        {
          columns: [say("numbers.col.when"), say("numbers.views.times")],
          rows: numbers.course.filter(({ views }) => views > 0).map((step) => [words.step(step), count(step.views)]),
        },
      ]}
    >
      <StackedChart
        series={[{ key: "views", label: say("numbers.views.times"), tone: "full" }]}
        points={numbers.course.map((step) => ({
          ...{ name: words.step(step), tick: words.tick(step) },
          values: { views: step.views },
        }))}
      />
      <LyingChart
        series={[{ key: "views", label: say("numbers.views.times"), tone: "full" }]}
        points={byViewState(byState)
          .filter(({ count: views }) => views > 0)
          .map(({ state, count: views }) => ({
            ...{ name: say(`numbers.views.state.${state}`), text: share(views, times) },
            values: { views },
          }))}
      />
    </Figure>
  );
}
