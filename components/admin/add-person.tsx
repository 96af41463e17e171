import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { ROLES } from "#lib/kernel/role.ts";

export type AddPersonProps = {
  readonly say: DeskSay;
  readonly path: string;
  /** The command that lets people in where no mail can be sent; null where it can. */
  readonly command: string | null;
  readonly typed: Readonly<Record<string, string>>;
  readonly isEmailWrong: boolean;
};

/** Lets somebody in by mail; without a mail server it says who can. */
export function AddPerson({ say, path, command, typed, isEmailWrong }: AddPersonProps) {
  return (
    <section className="hint" aria-labelledby="add">
      <h2 id="add" className="hint-heading">
        {say("people.add")}
      </h2>
      {command === null ? (
        <AddForm say={say} path={path} typed={typed} isEmailWrong={isEmailWrong} />
      ) : (
        <>
          <p>{say("people.addWithoutMail")}</p>
          <p>
            <code className="command">{command}</code>
          </p>
        </>
      )}
      <dl className="roles">
        {ROLES.toReversed().map((role) => (
          <div key={role}>
            <dt>{say(`role.${role}`)}</dt>
            <dd>{say(`may.${role}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function AddForm({ say, path, typed, isEmailWrong }: Omit<AddPersonProps, "command">) {
  return (
    <form className="add-form" method="post" action={`${path}/add`} noValidate>
      <Field id="name" name="name" label={say("people.name")} defaultValue={typed.name ?? ""} autoComplete="off" />
      <Field
        id="email"
        name="email"
        type="email"
        label={say("people.email")}
        defaultValue={typed.email ?? ""}
        error={isEmailWrong ? say("people.problem.email") : null}
        autoComplete="off"
        required
        dir="ltr"
      />
      <Choice
        id="role"
        name="role"
        label={say("people.as")}
        defaultValue={typed.role ?? "support"}
        options={ROLES.map((value) => ({ value, text: say(`role.${value}`) }))}
      />
      <button type="submit" className="button">
        {say("people.addButton")}
      </button>
      <p className="field-hint">{say("people.addText")}</p>
    </form>
  );
}
