import { countRows, type FormKit } from "./form-kit.tsx";
import { type Ground, weekdayName } from "./lines/ground.ts";
import { AddRow, RowButtons } from "./row-buttons.tsx";
import { Sentence } from "./sentence.tsx";

export type BodyProps = { readonly ground: Ground; readonly kit: FormKit };

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** What is promised for each shipping method. */
export function PromisesBody({ ground, kit }: BodyProps) {
  const { say } = ground;
  const count = countRows(kit.typed, "rules");
  return (
    <>
      {count === 0 && <p className="rule-empty">{say("rules.promises.empty")}</p>}
      {Array.from({ length: count }, (_, at) => (
        // Rows are numbered anew by each step: their place is who they are.
        <PromiseRow key={String(at)} ground={ground} kit={kit} at={at} />
      ))}
      <AddRow list="rules" text={say("rules.promises.add")} />
    </>
  );
}

function PromiseRow({ ground, kit, at }: BodyProps & { readonly at: number }) {
  const { say } = ground;
  const row = `rules.${at}`;
  const method = kit.typed[`${row}.method`] ?? "";
  const title = method === "" ? say("rules.promises.rule", { n: at + 1 }) : method;
  return (
    <fieldset className="rule-row" id={row}>
      <legend className="rule-row-title">{title}</legend>
      <input type="hidden" name={`${row}.id`} value={kit.typed[`${row}.id`] ?? ""} />
      <Sentence
        say={say}
        words="rules.promises.sentence"
        slots={{
          method: kit.text(`${row}.method`, say("rules.field.method"), {
            size: 16,
            maxLength: 200,
            placeholder: say("rules.promises.anyMethod"),
          }),
          country: kit.text(`${row}.country`, say("rules.field.country"), {
            size: 10,
            maxLength: 40,
            placeholder: say("rules.promises.anywhere"),
          }),
        }}
      >
        <p className="field-hint">{say("rules.promises.methodHint")}</p>
        {kit.errors(`${row}.method`, `${row}.country`)}
      </Sentence>
      <Sentence
        say={say}
        words="rules.promises.cutOffSentence"
        slots={{ cutOff: kit.text(`${row}.cutOff`, say("rules.field.cutOff"), { type: "time" }) }}
      >
        {kit.errors(`${row}.cutOff`)}
      </Sentence>
      <Sentence
        say={say}
        words="rules.promises.handlingSentence"
        slots={{ handling: kit.number(`${row}.handlingDays`, say("rules.field.handlingDays")) }}
      >
        {kit.errors(`${row}.handlingDays`)}
      </Sentence>
      <Sentence
        say={say}
        words="rules.promises.transitSentence"
        slots={{
          least: kit.number(`${row}.leastDays`, say("rules.field.leastDays")),
          most: kit.number(`${row}.mostDays`, say("rules.field.mostDays")),
          counts: kit.choice(`${row}.counts`, say("rules.field.counts"), [
            { value: "working", text: say("rules.promises.working") },
            { value: "calendar", text: say("rules.promises.calendarDays") },
          ]),
        }}
      >
        {kit.errors(`${row}.leastDays`, `${row}.mostDays`)}
      </Sentence>
      <PromiseCalendar ground={ground} kit={kit} row={row} />
      <RowButtons say={say} list="rules" at={at} name={title} />
    </fieldset>
  );
}

function PromiseCalendar({ ground, kit, row }: BodyProps & { readonly row: string }) {
  const { say, tag } = ground;
  return (
    <>
      <fieldset className="ticks">
        <legend>{say("rules.promises.workdays")}</legend>
        {WEEK.map((day) => (
          <span key={day}>{kit.check(`${row}.calendar.workdays.${day}`, weekdayName(tag, day, "short"))}</span>
        ))}
        {kit.errors(`${row}.calendar.workdays`)}
      </fieldset>
      <Sentence
        say={say}
        words="rules.promises.holidays"
        slots={{
          place: kit.text(`${row}.calendar.holidaysOf`, say("rules.field.holidaysOf"), {
            size: 10,
            placeholder: say("rules.promises.noPlace"),
          }),
        }}
      >
        <p className="field-hint">{say("rules.promises.placeHint")}</p>
        {kit.errors(`${row}.calendar.holidaysOf`)}
      </Sentence>
      {kit.lines(`${row}.calendar.closed`, say("rules.promises.closed"), say("rules.promises.closedHint"))}
    </>
  );
}
