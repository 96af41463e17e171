"use client";

import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import type { Locale } from "#lib/brand/locale.ts";
import type { BrandLink } from "#lib/brand/tokens.ts";
import { filled } from "#lib/desk/brand/filled.ts";
import { ClashNote } from "./clash-note.tsx";
import { type Editor, useEditor } from "./editor-context.tsx";
import { TextPart } from "./part-fields.tsx";
import { PlainForm } from "./plain-form.tsx";

const ABOUT = [
  ["storefrontUrl"],
  ["supportEmail"],
  ["headerLinks"],
  ["footerLinks"],
  ["footerText"],
  ["locale"],
  ["locales"],
];
const MOST = { headerLinks: 3, footerLinks: 8 } as const;

/** Where the page leads, whom it names, and which languages it speaks. */
export function LinksPart() {
  const { words } = useEditor();
  return (
    <PlainForm part="links" about={ABOUT}>
      <TextPart
        path={["storefrontUrl"]}
        label={words.storefrontUrl}
        hint={words.storefrontUrlHint}
        type="url"
        isOptional
      />
      <TextPart
        path={["supportEmail"]}
        label={words.supportEmail}
        hint={words.supportEmailHint}
        type="email"
        isOptional
      />
      <LinkList name="headerLinks" heading={words.headerLinks} hint={words.headerLinksHint} />
      <LinkList name="footerLinks" heading={words.footerLinks} hint={words.footerLinksHint} />
      <TextPart path={["footerText"]} label={words.footerText} hint={words.footerTextHint} isOptional />
      <Languages />
    </PlainForm>
  );
}

type ListName = keyof typeof MOST;

function LinkList({
  name,
  heading,
  hint,
}: {
  readonly name: ListName;
  readonly heading: string;
  readonly hint: string;
}) {
  const { form, set, words, problemAt } = useEditor();
  const links = form[name];
  const become = (next: readonly BrandLink[]) => set([name], next);
  const problem = problemAt(name);
  return (
    <fieldset className="brand-field">
      <legend className="field-label">{heading}</legend>
      <p className="field-hint">{hint}</p>
      {links.map((link, at) => (
        <LinkRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a link has no other name, and its row keeps the caret while it is typed
          key={at}
          name={name}
          at={at}
          link={link}
          onChange={(next) => become(links.with(at, next))}
          onRemove={() => become(links.toSpliced(at, 1))}
        />
      ))}
      {problem !== null && <p className="field-error">{problem}</p>}
      {links.length < MOST[name] && (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => become([...links, { label: "", url: "" }])}
        >
          {words.addLink}
        </button>
      )}
      <noscript>
        <div className="brand-link">
          <input className="input" name={`${name}/${links.length}/label`} aria-label={words.linkLabel} />
          <input className="input" name={`${name}/${links.length}/url`} aria-label={words.linkUrl} dir="ltr" />
        </div>
      </noscript>
      <ClashNote path={[name]} />
    </fieldset>
  );
}

type LinkRowProps = {
  readonly name: ListName;
  readonly at: number;
  readonly link: BrandLink;
  readonly onChange: (link: BrandLink) => void;
  readonly onRemove: () => void;
};

function LinkRow({ name, at, link, onChange, onRemove }: LinkRowProps) {
  const editor = useEditor();
  const { words } = editor;
  // A row that was only just added is not scolded.
  const isBlank = `${link.label}${link.url}`.trim() === "";
  const problemAt = (path: string) => (isBlank ? null : editor.problemAt(path));
  const id = `brand-${name}-${at}`;
  return (
    <div className="brand-link">
      <Field
        id={`${id}-label`}
        name={`${name}/${at}/label`}
        label={words.linkLabel}
        error={problemAt(`${name}.${at}.label`)}
        dir="auto"
        autoComplete="off"
        value={link.label}
        onChange={({ target }) => onChange({ ...link, label: target.value })}
      />
      <Field
        id={`${id}-url`}
        name={`${name}/${at}/url`}
        label={words.linkUrl}
        error={problemAt(`${name}.${at}.url`)}
        inputMode="url"
        autoComplete="off"
        dir="ltr"
        value={link.url}
        onChange={({ target }) => onChange({ ...link, url: target.value })}
      />
      <Translations editor={editor} id={id} link={link} onChange={onChange} />
      <button type="button" className="brand-quiet" onClick={onRemove}>
        {words.removeLink}
      </button>
    </div>
  );
}

/** The same text in the other languages that shoppers may choose. */
function Translations({
  editor: { form, words, languages },
  id,
  link,
  onChange,
}: Pick<LinkRowProps, "link" | "onChange"> & { readonly editor: Editor; readonly id: string }) {
  const others = languages.filter(({ locale }) => locale !== form.locale && form.locales.includes(locale));
  if (others.length === 0) return null;
  const translated = (locale: Locale, text: string): BrandLink => {
    const { [locale]: _, ...rest } = link.labels ?? {};
    return { ...link, labels: text === "" ? rest : { ...rest, [locale]: text } };
  };
  return (
    <details className="fold">
      <summary>{words.translations}</summary>
      <div className="fold-body">
        {others.map(({ locale, name }) => (
          <Field
            key={locale}
            id={`${id}-${locale}`}
            name={`translation/${id}/${locale}`}
            label={filled(words.linkIn, { language: name })}
            lang={locale}
            dir="auto"
            autoComplete="off"
            value={link.labels?.[locale] ?? ""}
            onChange={({ target }) => onChange(translated(locale, target.value))}
          />
        ))}
      </div>
    </details>
  );
}

function Languages() {
  const { form, set, words, languages, problemAt } = useEditor();
  const problem = problemAt("locales");
  const offer = (locale: Locale, isOffered: boolean) =>
    set(
      ["locales"],
      languages
        .map((each) => each.locale)
        .filter((each) => (each === locale ? isOffered : form.locales.includes(each))),
    );
  return (
    <>
      <div className="brand-field">
        <Choice
          id="brand-locale"
          name="locale"
          label={words.locale}
          options={languages.map(({ locale, name }) => ({ value: locale, text: name }))}
          value={form.locale}
          onChange={({ target }) => set(["locale"], target.value)}
        />
        <ClashNote path={["locale"]} />
      </div>
      <fieldset className="brand-field">
        <legend className="field-label">{words.locales}</legend>
        <input type="hidden" name="locales" value="1" />
        <div className="brand-checks">
          {languages.map(({ locale, name }) => (
            <label key={locale} className="brand-check">
              <input
                type="checkbox"
                name={`locales/${locale}`}
                checked={form.locales.includes(locale) || locale === form.locale}
                disabled={locale === form.locale}
                onChange={({ target }) => offer(locale, target.checked)}
              />
              <span lang={locale}>{name}</span>
            </label>
          ))}
        </div>
        {problem !== null && <p className="field-error">{problem}</p>}
        <ClashNote path={["locales"]} />
      </fieldset>
    </>
  );
}
