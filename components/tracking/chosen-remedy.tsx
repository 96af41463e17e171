import type { ChosenRemedy as Chosen } from "#lib/promise/page/page-notice.ts";
import { type RemedyForm, RemedyPost } from "./choices.tsx";
import { onDay } from "./reader.ts";

/** How the last form about a parcel was taken. */
export type RemedySaid = "chosen" | "taken_back" | "refused" | "limited";

type ChosenRemedyProps = {
  readonly chosen: Chosen | null;
  readonly said: RemedySaid | null;
  readonly form: RemedyForm;
};

/** What was chosen, by when the shop answers, and the way back until somebody acts upon it. */
export function ChosenRemedy({ chosen, said, form }: ChosenRemedyProps) {
  const { say } = form.reader;
  return (
    <>
      {said !== null && said !== "chosen" && (
        <p role={said === "taken_back" ? "status" : "alert"} className={said === "taken_back" ? "note" : "field-error"}>
          {say(`remedy.${said}`)}
        </p>
      )}
      {chosen !== null && (
        <div className="chosen" role={said === "chosen" ? "status" : undefined}>
          <p className="chosen-what">{whatText(chosen, form)}</p>
          {stateLines(chosen, form).map((line) => (
            <p key={line} className="text-muted">
              {line}
            </p>
          ))}
          {chosen.answer !== undefined && chosen.answer !== null && (
            <blockquote className="chosen-answer" dir="auto">
              {chosen.answer}
            </blockquote>
          )}
          {chosen.state === "waiting" && (
            <RemedyPost form={form} className="chosen-back">
              <button type="submit" name="take_back" value={chosen.id} className="quiet-link">
                {say("remedy.takeBack")}
              </button>
            </RemedyPost>
          )}
        </div>
      )}
    </>
  );
}

function whatText({ isByShop = false, remedy }: Chosen, { reader }: RemedyForm): string {
  return isByShop && (remedy === "reship" || remedy === "refund")
    ? reader.say(`gave.${remedy}`)
    : reader.say(`chose.${remedy}`);
}

function stateLines({ state, dueOn }: Chosen, { reader, shop }: RemedyForm): string[] {
  if (state !== "waiting") return [reader.say(`remedy.${state}`, { shop })];
  return dueOn === null ? [] : [reader.say("remedy.due", { shop, day: onDay(dueOn, reader) })];
}
