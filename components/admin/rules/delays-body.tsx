import type { BodyProps } from "./promises-body.tsx";
import { Sentence } from "./sentence.tsx";

/** When a shopper is told what. */
export function DelaysBody({ ground: { say }, kit }: BodyProps) {
  const share = (field: string) => kit.number(`thresholds.${field}`, say("rules.field.percent"));
  return (
    <div className="rule-row">
      <Sentence say={say} words="rules.delays.atRiskSentence" slots={{ atRisk: share("atRisk") }}>
        {kit.errors("thresholds.atRisk")}
      </Sentence>
      <Sentence say={say} words="rules.delays.nearlySureSentence" slots={{ nearlySure: share("nearlySure") }}>
        {kit.errors("thresholds.nearlySure")}
      </Sentence>
      <Sentence say={say} words="rules.delays.lostSentence" slots={{ lost: share("lost") }}>
        {kit.errors("thresholds.lost")}
      </Sentence>
      <Sentence
        say={say}
        words="rules.delays.lostDaysSentence"
        slots={{ days: kit.number("thresholds.lostDaysAfterPromise", say("rules.field.days")) }}
      >
        {kit.errors("thresholds.lostDaysAfterPromise")}
      </Sentence>
    </div>
  );
}
