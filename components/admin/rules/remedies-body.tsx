import { REMEDIES } from "#lib/promise/remedy/remedy.ts";
import type { BodyProps } from "./promises-body.tsx";
import { Sentence } from "./sentence.tsx";

/** What shoppers may choose, and by when they are answered. */
export function RemediesBody({ ground: { say }, kit }: BodyProps) {
  return (
    <>
      <fieldset className="rule-row">
        <legend className="rule-row-title">{say("rules.remedies.offer")}</legend>
        <div className="tick-list">
          {REMEDIES.map((remedy) => (
            <div key={remedy}>
              {kit.check(`remedies.offered.${remedy}`, say(`rules.remedies.list.${remedy}`))}
              {remedy === "person" && <p className="field-hint">{say("rules.remedies.personHint")}</p>}
            </div>
          ))}
        </div>
        {(["reship", "refund"] as const).map((which) => (
          <Sentence
            key={which}
            say={say}
            words={`rules.remedies.${which}Sentence`}
            slots={{ days: kit.number(`remedies.${which}FromDaysLate`, say("rules.field.days")) }}
          >
            {kit.errors(`remedies.${which}FromDaysLate`)}
          </Sentence>
        ))}
        <p className="field-hint">{say("rules.remedies.soon")}</p>
      </fieldset>
      <Answers ground={{ say }} kit={kit} />
    </>
  );
}

function Answers({
  ground: { say },
  kit,
}: {
  readonly ground: Pick<BodyProps["ground"], "say">;
  readonly kit: BodyProps["kit"];
}) {
  return (
    <fieldset className="rule-row">
      <legend className="rule-row-title">{say("rules.remedies.answer")}</legend>
      <Sentence
        say={say}
        words="rules.remedies.closesSentence"
        slots={{ closes: kit.text("desk.closes", say("rules.field.closes"), { type: "time" }) }}
      >
        {kit.errors("desk.closes")}
      </Sentence>
      {(["pickup", "address", "reship", "refund", "person"] as const).map((remedy) => (
        <Sentence
          key={remedy}
          say={say}
          words="rules.remedies.answerSentence"
          values={{ remedy: say(`rules.remedies.list.${remedy}`) }}
          slots={{ days: kit.number(`desk.answerDays.${remedy}`, say("rules.field.days")) }}
        >
          {kit.errors(`desk.answerDays.${remedy}`)}
        </Sentence>
      ))}
    </fieldset>
  );
}
