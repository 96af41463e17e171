import { countRows } from "./form-kit.tsx";
import { GestureRow } from "./gesture-row.tsx";
import type { BodyProps } from "./promises-body.tsx";
import { AddRow } from "./row-buttons.tsx";
import { Sentence } from "./sentence.tsx";

/** What is given for a delay, and what may be spent on it. */
export function GesturesBody({ ground, kit }: BodyProps) {
  const { say } = ground;
  const count = countRows(kit.typed, "gestures");
  return (
    <>
      {count === 0 && <p className="rule-empty">{say("rules.gestures.empty")}</p>}
      {Array.from({ length: count }, (_, at) => (
        <GestureRow key={String(at)} ground={ground} kit={kit} at={at} of={count} />
      ))}
      <AddRow list="gestures" text={say("rules.gestures.add")} />
      <Money ground={ground} kit={kit} />
    </>
  );
}

function Money({ ground: { say, currency }, kit }: BodyProps) {
  const amount = (name: string, placeholder: string) =>
    kit.text(name, say("rules.field.amount"), { inputMode: "decimal", size: 8, placeholder });
  const values = { currency };
  return (
    <>
      <fieldset className="rule-row">
        <legend className="rule-row-title">{say("rules.gestures.budgets")}</legend>
        <Sentence
          say={say}
          values={values}
          words="rules.gestures.perOrder"
          slots={{ amount: amount("budget.perOrderMinor", say("rules.gestures.noLimit")) }}
        >
          {kit.errors("budget.perOrderMinor")}
        </Sentence>
        <Sentence
          say={say}
          values={values}
          words="rules.gestures.perMonth"
          slots={{ amount: amount("budget.perMonthMinor", say("rules.gestures.noLimit")) }}
        >
          <p className="field-hint">{say("rules.gestures.budgetHint")}</p>
          {kit.errors("budget.perMonthMinor")}
        </Sentence>
      </fieldset>
      <fieldset className="rule-row">
        <legend className="rule-row-title">{say("rules.gestures.costs")}</legend>
        <Sentence
          say={say}
          values={values}
          words="rules.gestures.pointsCost"
          slots={{ amount: amount("costs.hundredPointsMinor", say("rules.gestures.unknown")) }}
        >
          {kit.errors("costs.hundredPointsMinor")}
        </Sentence>
        <Sentence
          say={say}
          values={values}
          words="rules.gestures.expressCost"
          slots={{ amount: amount("costs.freeExpressMinor", say("rules.gestures.unknown")) }}
        >
          <p className="field-hint">{say("rules.gestures.costsHint")}</p>
          {kit.errors("costs.freeExpressMinor")}
        </Sentence>
      </fieldset>
    </>
  );
}
