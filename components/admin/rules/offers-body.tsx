import type { BodyProps } from "./promises-body.tsx";
import { Sentence } from "./sentence.tsx";

/** When something is recommended, to whom, and how it is measured. */
export function OffersBody({ ground: { say }, kit }: BodyProps) {
  const timings = ["after_delivery", "unless_problem", "off"] as const;
  const consents = ["given", "not_refused"] as const;
  return (
    <>
      <div className="rule-row">
        <fieldset className="radios">
          <legend className="rule-row-title">{say("rules.offers.timing")}</legend>
          {timings.map((kind) => (
            <Radio key={kind} kit={kit} name="timing.kind" value={kind} text={say(`rules.offers.kind.${kind}`)} />
          ))}
        </fieldset>
        <div className="after-days">
          <Sentence
            say={say}
            words="rules.offers.daysSentence"
            slots={{ days: kit.number("timing.days", say("rules.field.days")) }}
          >
            {kit.errors("timing.days")}
          </Sentence>
        </div>
        <p className="field-hint">{say("rules.offers.words")}</p>
      </div>
      <fieldset className="rule-row radios">
        <legend className="rule-row-title">{say("rules.offers.consent")}</legend>
        {consents.map((value) => (
          <Radio key={value} kit={kit} name="consent" value={value} text={say(`rules.offers.consents.${value}`)} />
        ))}
        <p className="field-hint">{say("rules.offers.consentHint")}</p>
      </fieldset>
      <fieldset className="rule-row">
        <legend className="rule-row-title">{say("rules.offers.measure")}</legend>
        <Sentence
          say={say}
          words="rules.offers.holdOutSentence"
          slots={{ percent: kit.number("holdOut", say("rules.field.percent")) }}
        >
          {kit.errors("holdOut")}
        </Sentence>
        <Sentence
          say={say}
          words="rules.offers.windowSentence"
          slots={{ days: kit.number("windowDays", say("rules.field.days")) }}
        >
          {kit.errors("windowDays")}
        </Sentence>
      </fieldset>
    </>
  );
}

type RadioProps = Pick<BodyProps, "kit"> & { readonly name: string; readonly value: string; readonly text: string };

function Radio({ kit, name, value, text }: RadioProps) {
  return (
    <label className="tick">
      <input type="radio" name={name} value={value} defaultChecked={kit.typed[name] === value} />
      <span>{text}</span>
    </label>
  );
}
