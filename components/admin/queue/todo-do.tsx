import type { ReactNode } from "react";
import { Field } from "#components/ui/field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import type { TodoView } from "#lib/desk/queue/views.ts";
import { MailDraft } from "./mail-draft.tsx";

/** What was typed into a form that came back. */
export type Typed = Readonly<Record<string, string>>;

type DoProps = { readonly say: DeskSay; readonly path: string; readonly todo: TodoView; readonly typed: Typed };

/** What can be done for the shopper, the likeliest open. */
export function TodoDo(props: DoProps) {
  const { say, todo } = props;
  const { answer, canDecide, gifts, mail } = todo;
  return (
    <section className="do" aria-labelledby="do">
      <h2 id="do" className="hint-heading">
        {say("queue.act.heading")}
      </h2>
      {answer !== null && <Answer {...props} />}
      {canDecide && <Decide {...props} />}
      {mail !== null && <Write {...props} />}
      {gifts !== null && <Give {...props} />}
    </section>
  );
}

type FoldProps = { readonly name: string; readonly isOpen: boolean; readonly children: ReactNode };

function Fold({ name, isOpen, children }: FoldProps) {
  return (
    <details className="do-fold" open={isOpen}>
      <summary>{name}</summary>
      <div className="do-body">{children}</div>
    </details>
  );
}

function Answer({ say, path, todo, typed }: DoProps) {
  const { answer, given, language } = todo;
  if (answer === null) return null;
  return (
    <Fold name={say("queue.act.answer.heading")} isOpen>
      <p>{answer.lead}</p>
      {answer.quote !== null && (
        <blockquote className="do-quote" dir="auto">
          {answer.quote}
        </blockquote>
      )}
      <form className="do-form" method="post" action={`${path}/settle`}>
        <input type="hidden" name="remedy" value={answer.remedyId} />
        <TextArea
          id="words"
          name="words"
          label={say("queue.act.answer.words", { name: given })}
          hint={say("queue.act.answer.wordsHint", { language })}
          defaultValue={typed.words ?? ""}
          rows={3}
          maxLength={1_000}
        />
        <div className="do-buttons">
          {!answer.isBegun && (
            <button type="submit" name="state" value="accepted" className="button">
              {say("queue.act.answer.accepted")}
            </button>
          )}
          <button type="submit" name="state" value="done" className={answer.isBegun ? "button" : "button button-quiet"}>
            {say("queue.act.answer.done")}
          </button>
          <button type="submit" name="state" value="declined" className="button button-quiet">
            {say("queue.act.answer.declined")}
          </button>
        </div>
        <p className="field-hint">{say("queue.act.answer.declinedHint")}</p>
      </form>
    </Fold>
  );
}

function Decide({ say, path, todo, typed }: DoProps) {
  return (
    <Fold name={say("queue.act.ask.heading")} isOpen>
      <p className="field-hint">{say(todo.hasHook ? "queue.act.ask.lead" : "queue.act.ask.leadWithoutHook")}</p>
      <form className="do-form" method="post" action={`${path}/ask`}>
        <TextArea
          id="decide-words"
          name="words"
          label={say("queue.act.answer.words", { name: todo.given })}
          hint={say("queue.act.answer.wordsHint", { language: todo.language })}
          defaultValue={typed.words ?? ""}
          rows={2}
          maxLength={1_000}
        />
        <div className="do-buttons">
          <button type="submit" name="remedy" value="reship" className="button">
            {say("queue.act.ask.reship")}
          </button>
          <button type="submit" name="remedy" value="refund" className="button button-quiet">
            {say("queue.act.ask.refund")}
          </button>
        </div>
      </form>
    </Fold>
  );
}

function Give({ say, path, todo, typed }: DoProps) {
  const { gifts } = todo;
  if (gifts === null) return null;
  const { left, options, currency, isHad } = gifts;
  return (
    <Fold name={say("queue.act.give.heading")} isOpen={typed.gift !== undefined}>
      <p className="field-hint">{isHad ? say("queue.act.give.had") : left}</p>
      {!isHad && (
        <form className="do-form" method="post" action={`${path}/give`}>
          <fieldset className="gifts">
            <legend className="field-label">{say("queue.act.give.pick")}</legend>
            {[...options, { value: "amount", text: say("queue.act.give.amount") }].map(({ value, text }, nth) => (
              <label key={value} className="gift-choice">
                <input
                  type="radio"
                  name="gift"
                  value={value}
                  defaultChecked={value === (typed.gift ?? options[0]?.value ?? "amount") && nth < options.length + 1}
                />
                <span>{text}</span>
              </label>
            ))}
          </fieldset>
          <Field
            id="amount"
            name="amount"
            label={say("queue.act.give.amountField", { currency })}
            inputMode="decimal"
            defaultValue={typed.amount ?? ""}
            autoComplete="off"
            dir="ltr"
          />
          <div className="do-buttons">
            <button type="submit" className="button">
              {say("queue.act.give.button")}
            </button>
          </div>
        </form>
      )}
    </Fold>
  );
}

function Write({ say, path, todo, typed }: DoProps) {
  const { mail, given } = todo;
  if (mail === null) return null;
  const name = say("queue.act.write.heading", { name: given });
  if (!mail.isSent) {
    return (
      <Fold name={name} isOpen={false}>
        <p className="field-hint">{say("queue.act.write.noMail")}</p>
        <p>
          <a
            className="button button-quiet"
            href={`mailto:${encodeURIComponent(mail.email)}?subject=${encodeURIComponent(mail.subject)}`}
          >
            {say("queue.act.write.openMail", { email: mail.email })}
          </a>
        </p>
      </Fold>
    );
  }
  const words = {
    text: say("queue.act.write.text"),
    preview: say("queue.act.write.preview"),
    subject: say("queue.act.write.subject"),
    button: say("queue.act.write.button"),
  };
  return (
    <Fold name={name} isOpen={typed.text !== undefined}>
      <form className="do-form" method="post" action={`${path}/write`}>
        <MailDraft words={words} mail={mail} typed={typed.text ?? ""} />
      </form>
    </Fold>
  );
}
