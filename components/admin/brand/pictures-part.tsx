"use client";

import type { PictureRef } from "#lib/brand/tokens.ts";
import { ClashNote } from "./clash-note.tsx";
import { useEditor } from "./editor-context.tsx";
import { PictureUpload } from "./picture-upload.tsx";
import { PlainForm } from "./plain-form.tsx";

/** Logo, icon and picture tile. */
export function PicturesPart() {
  return (
    <>
      <LogoPart />
      <IconPart />
      <HeroPart />
    </>
  );
}

function LogoPart() {
  const { form, set, words } = useEditor();
  const { logo, name } = form;
  const kinds = [
    { kind: "name", text: words.logoName, make: () => null },
    { kind: "wordmark", text: words.logoWordmark, make: () => ({ kind: "wordmark", text: name, spaced: true }) },
    { kind: "monogram", text: words.logoMonogram, make: () => ({ kind: "monogram", text: [...name][0] ?? "" }) },
  ];
  return (
    <section className="brand-section" aria-labelledby="brand-logo">
      <h2 id="brand-logo" className="brand-subheading">
        {words.logo}
      </h2>
      <PlainForm part="pictures" about={[["logo"]]}>
        <div className="brand-cards">
          {kinds.map(({ kind, text, make }) => (
            <label key={kind} className="brand-card">
              <input
                type="radio"
                name="logo/kind"
                value={kind}
                checked={(logo?.kind ?? "name") === kind}
                onChange={() => set(["logo"], make())}
              />
              <span>{text}</span>
            </label>
          ))}
          {logo?.kind === "picture" && (
            <label className="brand-card">
              <input type="radio" name="logo/kind" value="picture" checked readOnly />
              <span>{words.logoPicture}</span>
            </label>
          )}
        </div>
        <LogoWords />
      </PlainForm>
      <ClashNote path={["logo"]} />
      <PictureUpload
        place="logo"
        label={logo?.kind === "picture" ? words.logoLight : words.logoPicture}
        shown={logo?.kind === "picture" ? logo.light : null}
        ground="light"
        aspect={null}
      />
      {logo?.kind === "picture" && (
        <PictureUpload
          place="logo-dark"
          label={words.logoDark}
          hint={words.logoDarkHint}
          shown={logo.dark}
          ground="dark"
          aspect={null}
        />
      )}
    </section>
  );
}

/** What a drawn logo says. */
function LogoWords() {
  const { form, set, words, problemAt } = useEditor();
  const { logo } = form;
  if (logo === null || logo.kind === "picture") return null;
  const problem = problemAt("logo.text");
  return (
    <div className="brand-field">
      <label className="field-label" htmlFor="brand-logo-text">
        {logo.kind === "wordmark" ? words.logoText : words.logoLetters}
      </label>
      <input
        id="brand-logo-text"
        className="input"
        name="logo/text"
        dir="auto"
        autoComplete="off"
        value={logo.text}
        aria-invalid={problem === null ? undefined : true}
        aria-describedby={problem === null ? undefined : "brand-logo-error"}
        onChange={({ target }) => set(["logo"], { ...logo, text: target.value })}
      />
      {problem !== null && (
        <p id="brand-logo-error" className="field-error">
          {problem}
        </p>
      )}
      {logo.kind === "wordmark" && (
        <label className="brand-check">
          <input
            type="checkbox"
            name="logo/spaced"
            checked={logo.spaced}
            onChange={({ target }) => set(["logo"], { ...logo, spaced: target.checked })}
          />
          <span>{words.spaced}</span>
        </label>
      )}
    </div>
  );
}

function IconPart() {
  const { form, words } = useEditor();
  const { favicon } = form;
  const shown: PictureRef | null = favicon === null ? null : { pictureId: favicon.large, width: 180, height: 180 };
  return (
    <section className="brand-section" aria-labelledby="brand-icon">
      <h2 id="brand-icon" className="brand-subheading">
        {words.favicon}
      </h2>
      <PictureUpload place="favicon" label={words.favicon} hint={words.faviconHint} shown={shown} aspect={1} isAlone />
      <ClashNote path={["favicon"]} />
    </section>
  );
}

function HeroPart() {
  const { form, set, words, problemAt } = useEditor();
  const { hero } = form;
  return (
    <section className="brand-section" aria-labelledby="brand-hero">
      <h2 id="brand-hero" className="brand-subheading">
        {words.hero}
      </h2>
      <PictureUpload
        place="hero"
        label={words.hero}
        hint={words.heroHint}
        shown={hero}
        aspect={3 / 2}
        isAlone
        asksAlt
      />
      {hero !== null && (
        <PlainForm part="pictures" about={[["hero"]]}>
          <HeroField
            name="alt"
            label={words.heroAlt}
            hint={words.heroAltHint}
            value={hero.alt}
            problem={problemAt("hero.alt")}
            onChange={(alt) => set(["hero"], { ...hero, alt })}
          />
          <HeroField
            name="url"
            label={words.heroUrl}
            hint={words.optional}
            value={hero.url ?? ""}
            problem={problemAt("hero.url")}
            onChange={(url) => set(["hero"], { ...hero, url: url.trim() === "" ? null : url })}
          />
        </PlainForm>
      )}
      <ClashNote path={["hero"]} />
    </section>
  );
}

type HeroFieldProps = {
  readonly name: "alt" | "url";
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly problem: string | null;
  readonly onChange: (text: string) => void;
};

function HeroField({ name, label, hint, value, problem, onChange }: HeroFieldProps) {
  const id = `brand-hero-${name}`;
  return (
    <div className="brand-field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <p id={`${id}-hint`} className="field-hint">
        {hint}
      </p>
      <input
        id={id}
        className="input"
        name={`hero/${name}`}
        dir={name === "url" ? "ltr" : "auto"}
        autoComplete="off"
        value={value}
        aria-invalid={problem === null ? undefined : true}
        aria-describedby={problem === null ? `${id}-hint` : `${id}-error`}
        onChange={({ target }) => onChange(target.value)}
      />
      {problem !== null && (
        <p id={`${id}-error`} className="field-error">
          {problem}
        </p>
      )}
    </div>
  );
}
