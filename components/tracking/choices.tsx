import type { ReactNode } from "react";
import { Field } from "#components/ui/field.tsx";
import type { Remedy } from "#lib/promise/remedy/remedy.ts";
import type { Reader } from "./reader.ts";

/** What every form about one parcel needs. `parcel` is null for what is still with the shop. */
export type RemedyForm = {
  readonly token: string;
  readonly parcel: number | null;
  readonly reader: Reader;
  readonly shop: string;
  /** The same for each sending of the forms of one view: sent twice, they choose once. */
  readonly formKey: string;
  /** Where the order goes; a parcel is not sent on to another country. */
  readonly country: string | null;
};

type ChoicesProps = {
  readonly choices: readonly Remedy[];
  readonly form: RemedyForm;
  readonly isFolded?: boolean;
};

/** What can be done about it: a button each; what has to be told first is asked in a fold. */
export function Choices({ choices, form, isFolded = false }: ChoicesProps) {
  const { say } = form.reader;
  const atOnce = choices.filter((remedy) => remedy !== "address" && remedy !== "person");
  // Where there is nothing but waiting, that is no loud button.
  const only = atOnce.length === 1 ? "wait" : null;
  const heading = `choices-${form.parcel ?? "rest"}`;
  return (
    <section className="choices" aria-labelledby={heading}>
      <h2 id={heading} className={isFolded || choices.length === 1 ? "sr-only" : "choices-heading"}>
        {say("remedy.heading")}
      </h2>
      {atOnce.length > 0 && (
        <RemedyPost form={form} className="choices-row">
          {atOnce.map((remedy, at) => (
            <button
              key={remedy}
              type="submit"
              name="remedy"
              value={remedy}
              className={at === 0 && remedy !== only ? "button" : "button button-quiet"}
            >
              {say(`remedy.${remedy}`)}
            </button>
          ))}
        </RemedyPost>
      )}
      <div className="folds">
        {choices.includes("address") && <AddressForm form={form} />}
        {choices.includes("person") && <WordsForm form={form} />}
      </div>
    </section>
  );
}

type RemedyPostProps = { readonly form: RemedyForm; readonly className: string; readonly children: ReactNode };

/** A plain form post that says which parcel it is about. */
export function RemedyPost({ form: { token, parcel, reader, formKey }, className, children }: RemedyPostProps) {
  return (
    <form method="post" action={`/t/${token}/remedy`} className={className}>
      <input type="hidden" name="parcel" value={parcel ?? ""} />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="lang" value={reader.locale} />
      {children}
    </form>
  );
}

function AddressForm({ form }: { readonly form: RemedyForm }) {
  const { reader, parcel, shop, country } = form;
  const { say } = reader;
  const id = (name: string) => `${name}-${parcel ?? "rest"}`;
  return (
    <details className="fold">
      <summary>{say("remedy.address")}</summary>
      <RemedyPost form={form} className="fold-body">
        <p>{say("remedy.addressHint", { shop })}</p>
        <Field
          id={id("street")}
          name="street"
          label={say("address.street")}
          required
          maxLength={200}
          autoComplete="street-address"
        />
        <Field
          id={id("city")}
          name="city"
          label={say("address.town")}
          required
          maxLength={100}
          autoComplete="address-level2"
        />
        <Field
          id={id("code")}
          name="postcode"
          label={say("address.code")}
          maxLength={16}
          autoComplete="postal-code"
          dir="ltr"
        />
        <Field
          id={id("region")}
          name="region"
          label={say("remedy.region")}
          maxLength={100}
          autoComplete="address-level1"
        />
        <input type="hidden" name="country" value={country ?? ""} />
        <button type="submit" name="remedy" value="address" className="button">
          {say("remedy.sendAddress")}
        </button>
      </RemedyPost>
    </details>
  );
}

const MOST_LETTERS = 500;

function WordsForm({ form }: { readonly form: RemedyForm }) {
  const { reader, parcel, shop } = form;
  const { say } = reader;
  const id = `words-${parcel ?? "rest"}`;
  return (
    <details className="fold">
      <summary>{say("remedy.person")}</summary>
      <RemedyPost form={form} className="fold-body">
        <div className="field">
          <label className="field-label" htmlFor={id}>
            {say("remedy.words")}
          </label>
          <p id={`${id}-hint`} className="field-hint">
            {say("remedy.wordsHint", { shop })}
          </p>
          <textarea
            id={id}
            name="words"
            className="input"
            rows={4}
            maxLength={MOST_LETTERS}
            aria-describedby={`${id}-hint`}
          />
        </div>
        <button type="submit" name="remedy" value="person" className="button">
          {say("remedy.sendWords", { shop })}
        </button>
      </RemedyPost>
    </details>
  );
}
