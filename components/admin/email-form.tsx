import { Field } from "#components/ui/field.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";

type EmailFormProps = {
  readonly say: DeskSay;
  readonly action: string;
  readonly button: string;
  readonly email: string;
  readonly isWrong: boolean;
};

/** Asks for an address that a link is sent to. */
export function EmailForm({ say, action, button, email, isWrong }: EmailFormProps) {
  return (
    <form className="door-form" method="post" action={action} noValidate>
      <Field
        id="email"
        name="email"
        type="email"
        label={say("signIn.email")}
        defaultValue={email}
        error={isWrong ? say("people.problem.email") : null}
        autoComplete="username"
        required
        dir="ltr"
      />
      <button type="submit" className="button">
        {button}
      </button>
      <p className="door-ways">
        <a href="/admin/sign-in">{say("sent.back")}</a>
      </p>
    </form>
  );
}
