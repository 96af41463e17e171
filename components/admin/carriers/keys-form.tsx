"use client";

import { useRef, useState, useTransition } from "react";
import { Field } from "#components/ui/field.tsx";
import { ScriptButton } from "#components/ui/script-button.tsx";

type KeysFormProps = {
  readonly action: string;
  readonly carrier: string;
  readonly needsClientId: boolean;
  /** Never a secret: that is typed anew each time. */
  readonly typed: Readonly<Record<string, string>>;
  /** The account's name to begin with; null where it has one that stays. */
  readonly label: string | null;
  readonly errors: { readonly clientId: string | null; readonly secret: string | null; readonly label: string | null };
  readonly offersAnyway: boolean;
  /** What is left empty stays as it is. */
  readonly isOptional: boolean;
  /** Tries the keys without saving them; null where there is no such button. */
  readonly tryKeys: ((form: FormData) => Promise<{ readonly isGood: boolean; readonly text: string }>) | null;
  readonly words: {
    readonly clientId: string;
    readonly secret: string;
    readonly secretHint: string;
    readonly sandboxHint: string | null;
    readonly label: string;
    readonly labelHint: string;
    readonly anyway: string;
    readonly button: string;
    readonly try: string;
    readonly trying: string;
  };
};

/** The keys of an account. They go to the server and never come back. */
export function KeysForm(props: KeysFormProps) {
  const { action, carrier, needsClientId, typed, label, errors, isOptional, offersAnyway, tryKeys, words } = props;
  return (
    <form className="keys" method="post" action={action} noValidate autoComplete="off">
      <input type="hidden" name="carrier" value={carrier} />
      {words.sandboxHint !== null && <p className="quiet">{words.sandboxHint}</p>}
      {needsClientId && (
        <Field
          id="clientId"
          name="clientId"
          label={words.clientId}
          defaultValue={typed.clientId ?? ""}
          error={errors.clientId}
          required={!isOptional}
          {...PRIVATE}
        />
      )}
      <Field
        id="clientSecret"
        name="clientSecret"
        type="password"
        label={words.secret}
        hint={words.secretHint}
        error={errors.secret}
        required={!isOptional}
        {...PRIVATE}
        autoComplete="new-password"
      />
      {label !== null && (
        <Field
          id="label"
          name="label"
          label={words.label}
          hint={words.labelHint}
          defaultValue={label}
          error={errors.label}
          autoComplete="off"
        />
      )}
      {offersAnyway && (
        <label className="check">
          <input type="checkbox" name="anyway" value="1" />
          <span>{words.anyway}</span>
        </label>
      )}
      <Buttons tryKeys={tryKeys} words={words} />
    </form>
  );
}

const PRIVATE = { autoComplete: "off", spellCheck: false, dir: "ltr" } as const;

/** Saving posts the form; trying asks beside it, so that what is typed stays. */
function Buttons({ tryKeys, words }: Pick<KeysFormProps, "tryKeys" | "words">) {
  const [result, setResult] = useState<{ readonly isGood: boolean; readonly text: string } | null>(null);
  const [isTrying, begin] = useTransition();
  const place = useRef<HTMLDivElement>(null);
  const run = () => {
    const form = place.current?.closest("form");
    if (form == null || tryKeys === null) return;
    const data = new FormData(form);
    begin(async () => setResult(await tryKeys(data)));
  };
  return (
    <>
      <div ref={place} className="stage-ways">
        <button type="submit" className="button">
          {words.button}
        </button>
        {tryKeys !== null && (
          <ScriptButton disabled={isTrying} onClick={run}>
            {isTrying ? words.trying : words.try}
          </ScriptButton>
        )}
      </div>
      <p className={result?.isGood === false ? "trial trial-bad" : "trial"} role="status">
        {result?.text}
      </p>
    </>
  );
}
