import { Field } from "#components/ui/field.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";

type Problem = "code" | "name" | "email" | "password" | "shop" | "currency" | "zone";

type SetUpFormProps = {
  readonly say: DeskSay;
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  readonly hasShop: boolean;
  /** How short and how long a password may be. */
  readonly password: { readonly least: number; readonly most: number };
};

/** The first owner, and the first shop where there is none. What is wrong, we say ourselves, in the page's language. */
export function SetUpForm({ say, typed, problems, hasShop, password }: SetUpFormProps) {
  const errorOf = (problem: Problem) => (problems.includes(problem) ? say(`setUp.problem.${problem}`, password) : null);
  const field = (id: Exclude<Problem, "password">) => ({
    id,
    name: id,
    defaultValue: typed[id] ?? "",
    error: errorOf(id),
    required: true,
  });
  return (
    <form className="door-form" method="post" action="/admin/setup/create" noValidate>
      <Field
        {...field("code")}
        label={say("setUp.code")}
        hint={say("setUp.codeHint")}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
      />
      <Field {...field("name")} label={say("setUp.you")} autoComplete="name" />
      <Field {...field("email")} type="email" label={say("setUp.email")} autoComplete="username" dir="ltr" />
      <Field
        id="password"
        name="password"
        type="password"
        label={say("setUp.password")}
        hint={say("setUp.passwordHint", password)}
        error={errorOf("password")}
        autoComplete="new-password"
        required
        dir="ltr"
      />
      {!hasShop && (
        <>
          <Field {...field("shop")} label={say("setUp.shop")} autoComplete="organization" />
          <div className="door-pair">
            <Field {...field("currency")} label={say("setUp.currency")} hint={say("setUp.currencyHint")} dir="ltr" />
            <Field {...field("zone")} label={say("setUp.zone")} hint={say("setUp.zoneHint")} dir="ltr" />
          </div>
        </>
      )}
      <button type="submit" className="button">
        {say("setUp.button")}
      </button>
    </form>
  );
}
