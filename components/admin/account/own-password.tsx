import { Field } from "#components/ui/field.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";

export type OwnPasswordProps = {
  readonly say: DeskSay;
  readonly path: string;
  /** Whose password it is, for the browser that keeps passwords. */
  readonly email: string;
  /** False for who only ever came in by a link. */
  readonly hasOne: boolean;
  readonly canMail: boolean;
  readonly length: { readonly least: number; readonly most: number };
  readonly problem: "wrong" | "short" | "same" | null;
};

/**
 * Changes one's own password. What is missing or too short the browser says before anything is sent, so that what was typed
 * stays; what the server refuses has to be typed again.
 */
export function OwnPassword({ hasOne, canMail, ...form }: OwnPasswordProps) {
  const { say } = form;
  return (
    <section className="own-part" aria-labelledby="password">
      <h2 id="password" className="hint-heading">
        {say("account.password.heading")}
      </h2>
      {hasOne ? <PasswordForm {...form} /> : <p className="text-muted">{say("account.password.none")}</p>}
      {canMail && (
        <p>
          <a className="quiet-link" href="/admin/forgotten">
            {say(hasOne ? "account.password.forgotten" : "account.password.choose")}
          </a>
        </p>
      )}
    </section>
  );
}

function PasswordForm({ say, path, email, length, problem }: Omit<OwnPasswordProps, "hasOne" | "canMail">) {
  return (
    <>
      <p className="text-muted">{say("account.password.text")}</p>
      <form className="own-form" method="post" action={`${path}/password`}>
        <input hidden type="text" name="username" autoComplete="username" value={email} readOnly />
        <Field
          id="present"
          name="present"
          type="password"
          label={say("account.password.present")}
          error={problem === "wrong" ? say("account.password.wrong") : null}
          autoComplete="current-password"
          required
          dir="ltr"
        />
        <Field
          id="chosen"
          name="chosen"
          type="password"
          label={say("account.password.chosen")}
          hint={say("account.password.hint", length)}
          error={chosenError({ say, problem, length })}
          autoComplete="new-password"
          minLength={length.least}
          maxLength={length.most}
          required
          dir="ltr"
        />
        <button type="submit" className="button">
          {say("account.password.button")}
        </button>
      </form>
    </>
  );
}

function chosenError({ say, problem, length }: Pick<OwnPasswordProps, "say" | "problem" | "length">): string | null {
  if (problem === "short") return say("newPassword.short", length);
  return problem === "same" ? say("account.password.same") : null;
}
