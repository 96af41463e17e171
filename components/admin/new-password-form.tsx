import { Field } from "#components/ui/field.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";

type NewPasswordFormProps = {
  readonly say: DeskSay;
  readonly token: string;
  readonly isShort: boolean;
  readonly password: { readonly least: number; readonly most: number };
};

export function NewPasswordForm({ say, token, isShort, password }: NewPasswordFormProps) {
  return (
    <form className="door-form" method="post" action="/admin/new-password/save" noValidate>
      <input type="hidden" name="token" value={token} />
      <Field
        id="password"
        name="password"
        type="password"
        label={say("newPassword.password")}
        error={isShort ? say("newPassword.short", password) : null}
        autoComplete="new-password"
        required
        dir="ltr"
      />
      <button type="submit" className="button">
        {say("newPassword.button")}
      </button>
    </form>
  );
}
