import { Field } from "#components/ui/field.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";

type SignInFormProps = {
  readonly say: DeskSay;
  readonly email: string;
  readonly to: string;
  readonly isWrong: boolean;
  readonly canMail: boolean;
};

/** Address and password, and the ways for those who have none at hand. */
export function SignInForm({ say, email, to, isWrong, canMail }: SignInFormProps) {
  return (
    <>
      <form className="door-form" method="post" action="/admin/sign-in/password">
        <input type="hidden" name="to" value={to} />
        <Field
          id="email"
          name="email"
          type="email"
          label={say("signIn.email")}
          defaultValue={email}
          errorId={isWrong ? "password-error" : null}
          autoComplete="username"
          required
          dir="ltr"
        />
        <Field
          id="password"
          name="password"
          type="password"
          label={say("signIn.password")}
          error={isWrong ? say("signIn.wrong") : null}
          autoComplete="current-password"
          required
          dir="ltr"
        />
        <button type="submit" className="button">
          {say("signIn.button")}
        </button>
      </form>
      {canMail ? (
        <p className="door-ways">
          <a href="/admin/link">{say("signIn.byLink")}</a>
          <a href="/admin/forgotten">{say("signIn.forgotten")}</a>
        </p>
      ) : (
        <p className="field-hint">{say("signIn.helpWithoutMail")}</p>
      )}
    </>
  );
}
