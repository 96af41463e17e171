import type { BodyProps } from "./promises-body.tsx";
import { RowButtons } from "./row-buttons.tsx";
import { Sentence } from "./sentence.tsx";

type GestureRowProps = BodyProps & { readonly at: number; readonly of: number };

/** One rule: when all of this is so, that is given. */
export function GestureRow({ ground, kit, at, of }: GestureRowProps) {
  const { say } = ground;
  const row = `gestures.${at}`;
  const name = kit.typed[`${row}.name`] ?? "";
  const title =
    name === "" ? say("rules.gestures.newRule", { n: at + 1 }) : say("rules.gestures.rule", { n: at + 1, name });
  return (
    <fieldset className="rule-row" id={row}>
      <legend className="rule-row-title">{title}</legend>
      <input type="hidden" name={`${row}.id`} value={kit.typed[`${row}.id`] ?? ""} />
      <div className="field">
        <label className="field-label" htmlFor={`${row}.name`}>
          {say("rules.gestures.name")}
        </label>
        {kit.text(`${row}.name`, say("rules.gestures.name"), { maxLength: 80 })}
        {kit.errors(`${row}.name`)}
      </div>
      <p className="rule-part">{say("rules.gestures.when")}</p>
      <Conditions ground={ground} kit={kit} row={row} />
      <p className="rule-part">{say("rules.gestures.gives")}</p>
      <Given ground={ground} kit={kit} row={row} />
      <RowButtons say={say} list="gestures" at={at} of={of} name={title} />
    </fieldset>
  );
}

type PartProps = BodyProps & { readonly row: string };

function Conditions({ ground: { say, currency }, kit, row }: PartProps) {
  const when = (field: string) => `${row}.when.${field}`;
  return (
    <div className="rule-conditions">
      <Sentence
        say={say}
        words="rules.gestures.daysLate"
        slots={{
          days: kit.text(when("daysLateAtLeast"), say("rules.field.days"), {
            inputMode: "numeric",
            size: 4,
            placeholder: say("rules.gestures.any"),
          }),
        }}
      >
        {kit.errors(when("daysLateAtLeast"))}
      </Sentence>
      <Sentence
        say={say}
        words="rules.gestures.severityIs"
        slots={{
          severity: kit.choice(when("severityAtLeast"), say("rules.field.severity"), [
            { value: "", text: say("rules.gestures.severities.any") },
            { value: "2", text: say("rules.gestures.severities.two") },
            { value: "3", text: say("rules.gestures.severities.three") },
          ]),
        }}
      />
      <Sentence
        say={say}
        words="rules.gestures.valueIs"
        values={{ currency }}
        slots={{
          amount: kit.text(when("orderValueAtLeastMinor"), say("rules.field.amount"), {
            inputMode: "decimal",
            size: 8,
            placeholder: say("rules.gestures.any"),
          }),
        }}
      >
        {kit.errors(when("orderValueAtLeastMinor"))}
      </Sentence>
      <Sentence
        say={say}
        words="rules.gestures.tiersAre"
        slots={{
          tiers: kit.text(when("tiers"), say("rules.field.tiers"), {
            size: 16,
            placeholder: say("rules.gestures.any"),
          }),
        }}
      >
        <p className="field-hint">{say("rules.gestures.tiersHint")}</p>
        {kit.errors(when("tiers"))}
      </Sentence>
      <Sentence
        say={say}
        words="rules.gestures.neededIs"
        slots={{
          needed: kit.choice(when("neededByMissed"), say("rules.field.needed"), [
            { value: "", text: say("rules.gestures.neededAny") },
            { value: "true", text: say("rules.gestures.neededYes") },
            { value: "false", text: say("rules.gestures.neededNo") },
          ]),
        }}
      />
      <Sentence
        say={say}
        words="rules.gestures.occurrenceIs"
        slots={{
          occurrence: kit.choice(when("occurrence"), say("rules.field.occurrence"), [
            { value: "", text: say("rules.gestures.occurrences.any") },
            { value: "first", text: say("rules.gestures.occurrences.first") },
            { value: "again", text: say("rules.gestures.occurrences.again") },
          ]),
        }}
      />
    </div>
  );
}

const KINDS = ["percent_off", "amount_off", "shipping_refund", "points", "free_express"] as const;

/** Fields of another gift are hidden by style alone: what was typed into them comes back with the choice. */
function Given({ ground: { say, currency }, kit, row }: PartProps) {
  const give = (field: string) => `${row}.give.${field}`;
  const on = ["this_order", "next_order"] as const;
  return (
    <div className="rule-given">
      {kit.choice(
        give("kind"),
        say("rules.field.give"),
        KINDS.map((value) => ({ value, text: say(`rules.gestures.kind.${value}`) })),
      )}
      <span className="given-part given-percent">
        {kit.number(give("percent"), say("rules.field.percent"))} {say("rules.gestures.percentHint")}
      </span>
      <span className="given-part given-amount">
        {kit.text(give("amountMinor"), say("rules.field.amount"), { inputMode: "decimal", size: 8 })}{" "}
        {say("rules.gestures.amountHint", { currency })}
      </span>
      <span className="given-part given-points">
        {kit.number(give("points"), say("rules.field.points"))} {say("rules.gestures.pointsHint")}
      </span>
      <span className="given-part given-on">
        {kit.choice(
          give("on"),
          say("rules.field.on"),
          on.map((value) => ({ value, text: say(`rules.gestures.on.${value}`) })),
        )}
      </span>
      {kit.errors(give("percent"), give("amountMinor"), give("points"))}
    </div>
  );
}
