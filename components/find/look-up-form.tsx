import { Field } from "#components/ui/field.tsx";
import type { Say, Voice } from "#lib/brand/languages/voice.ts";

export type LookUpProblem = "number" | "proof" | "email" | "postcode";

export type LookUpFormProps = {
  readonly voice: Voice;
  readonly slug: string;
  /** The language that was asked for in the address, to go on in it. */
  readonly language: string | null;
  /** What was typed last and what was wrong with it. */
  readonly typed: { readonly number: string; readonly email: string; readonly postcode: string };
  readonly problems: readonly LookUpProblem[];
};

/** Asks for the number and a proof. A plain form; what is wrong with it, we say ourselves, in the page's language. */
export function LookUpForm({ voice, slug, language, typed, problems }: LookUpFormProps) {
  const { say } = voice;
  return (
    <form className="find-form" method="post" action={`/find/${slug}/look`} noValidate>
      {language !== null && <input type="hidden" name="lang" value={language} />}
      <Field
        id="number"
        name="number"
        label={say("find.number")}
        hint={say("find.numberHint", { example: "#1001" })}
        error={errorOf(say, problems, "number")}
        defaultValue={typed.number}
        required
        maxLength={200}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="next"
        dir="ltr"
      />
      <Proofs say={say} typed={typed} problems={problems} />
      <button type="submit" className="button find-button">
        {say("find.button")}
      </button>
    </form>
  );
}

function Proofs({ say, typed, problems }: Pick<LookUpFormProps, "typed" | "problems"> & { readonly say: Say }) {
  const missing = errorOf(say, problems, "proof");
  const errorId = missing === null ? null : "proof-error";
  return (
    <fieldset className="find-proofs" aria-describedby="proofs-hint">
      <legend className="field-label">{say("find.proofs")}</legend>
      <p id="proofs-hint" className="field-hint">
        {say("find.proofsHint")}
      </p>
      {missing !== null && (
        <p id="proof-error" className="field-error">
          {missing}
        </p>
      )}
      <Field
        id="email"
        name="email"
        type="email"
        label={say("find.email")}
        error={errorOf(say, problems, "email")}
        errorId={errorId}
        defaultValue={typed.email}
        maxLength={254}
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="next"
        dir="ltr"
      />
      <Field
        id="postcode"
        name="postcode"
        label={say("find.postcode")}
        error={errorOf(say, problems, "postcode")}
        errorId={errorId}
        defaultValue={typed.postcode}
        maxLength={20}
        autoComplete="postal-code"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="go"
        dir="ltr"
      />
    </fieldset>
  );
}

function errorOf(say: Say, problems: readonly LookUpProblem[], problem: LookUpProblem): string | null {
  return problems.includes(problem) ? say(`find.problems.${problem}`) : null;
}
