"use client";

import type { PairingName } from "#lib/brand/pairings.ts";
import type { Palette } from "#lib/brand/palette.ts";
import type { ColourTokens } from "#lib/brand/tokens.ts";
import { filled } from "#lib/desk/brand/filled.ts";
import type { FormWords } from "#lib/desk/brand/form-words.ts";
import { ClashNote } from "./clash-note.tsx";
import { ColourPart } from "./colour-part.tsx";
import { useEditor } from "./editor-context.tsx";
import { OneOf, TextPart } from "./part-fields.tsx";
import { PlainForm } from "./plain-form.tsx";

type Roles = Readonly<Record<keyof ColourTokens, string>>;

const ROLES = ["paper", "surface", "tint", "ink", "muted", "accent", "onAccent", "link", "act", "good"] as const;
const SHOWN = ["paper", "surface", "tint", "ink", "muted", "accent", "link", "act", "good"] as const;
const ABOUT = [
  ["name"],
  ["accent"],
  ["mood", "neutrals"],
  ["mood", "contrast"],
  ["scheme"],
  ["type"],
  ["radius"],
  ["density"],
  ["answer"],
];

/** Name, colours, type and shape: what a shop's page looks like. */
export function LookPart({ roles }: { readonly roles: Roles }) {
  const { form, words, state } = useEditor();
  return (
    <>
      <PlainForm part="look" about={ABOUT}>
        <TextPart path={["name"]} label={words.name} hint={words.nameHint} />
        <ColourPart
          path={["accent"]}
          label={words.accent}
          hint={words.accentHint}
          value={form.accent.startsWith("#") ? form.accent : state.view.palettes.light.accent}
          derived={null}
        />
        <Swatches palettes={state.view.palettes} roles={roles} />
        <Mood />
        <OneOf
          path={["scheme"]}
          legend={words.scheme}
          options={choice([
            ["auto", words.schemeAuto],
            ["light", words.schemeLight],
            ["dark", words.schemeDark],
          ])}
        />
        <OneOf path={["type"]} legend={words.type} options={typeOptions(words)} isCards />
        <Corners />
        <OneOf
          path={["density"]}
          legend={words.density}
          options={choice([
            ["dense", words.dense],
            ["regular", words.regular],
            ["airy", words.airy],
          ])}
        />
        <OneOf
          path={["answer"]}
          legend={words.answer}
          options={choice([
            ["paper", words.answerPaper],
            ["tint", words.answerTint],
            ["accent", words.answerAccent],
          ])}
        />
      </PlainForm>
      <SingleColours roles={roles} />
    </>
  );
}

/** What the greys lean to, and how far the ink stands off the paper. */
function Mood() {
  const { words } = useEditor();
  return (
    <>
      <OneOf
        path={["mood", "neutrals"]}
        legend={words.neutrals}
        options={choice([
          ["warm", words.warm],
          ["neutral", words.neutral],
          ["cool", words.cool],
          ["tinted", words.tinted],
        ])}
      />
      <OneOf
        path={["mood", "contrast"]}
        legend={words.contrast}
        options={choice([
          ["soft", words.soft],
          ["crisp", words.crisp],
        ])}
      />
    </>
  );
}

function choice(values: readonly (readonly [value: string, text: string])[]) {
  return values.map(([value, text]) => ({ value, text }));
}

/** Each with its own face, set in itself. */
function typeOptions(words: FormWords) {
  const names: readonly (readonly [PairingName, string, string])[] = [
    ["editorial", words.editorial, words.editorialHint],
    ["technical", words.technical, words.technicalHint],
    ["bookish", words.bookish, words.bookishHint],
    ["friendly", words.friendly, words.friendlyHint],
    ["neutral", words.neutralType, words.neutralTypeHint],
    ["plain", words.plain, words.plainHint],
    ["plain-serif", words.plainSerif, words.plainSerifHint],
  ];
  return names.map(([value, text, hint]) => ({
    value,
    text: hint,
    face: (
      <>
        <span className={`brand-sample type-${value}`}>{words.typeSample}</span>
        <b>{text}</b>
      </>
    ),
  }));
}

/** What follows from colour and mood, so that nobody has to guess. */
function Swatches({
  palettes,
  roles,
}: {
  readonly palettes: { readonly light: Palette; readonly dark: Palette };
  readonly roles: Roles;
}) {
  const { words } = useEditor();
  return (
    <div className="brand-field">
      <p className="field-label">{words.palette}</p>
      {(["light", "dark"] as const).map((scheme) => (
        <div key={scheme} className="brand-palette">
          <span className="field-hint">{words[scheme]}</span>
          <ul aria-label={words[scheme]}>
            {SHOWN.map((role) => (
              <li key={role} title={`${roles[role]} ${palettes[scheme][role]}`}>
                <i style={{ background: palettes[scheme][role] }} />
                <span className="sr-only">{`${roles[role]} ${palettes[scheme][role]}`}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Corners() {
  const { form, set, words } = useEditor();
  const text = filled(words.pixels, { count: form.radius });
  return (
    <div className="brand-field">
      <label className="field-label brand-range-label" htmlFor="brand-radius">
        {words.radius} <output htmlFor="brand-radius">{text}</output>
      </label>
      <input
        id="brand-radius"
        className="brand-range"
        type="range"
        name="radius"
        min={0}
        max={32}
        step={1}
        value={form.radius}
        aria-valuetext={text}
        onChange={({ target }) => set(["radius"], Number(target.value))}
      />
      <ClashNote path={["radius"]} />
    </div>
  );
}

/** The few who want a colour otherwise than it follows set it here. */
function SingleColours({ roles }: { readonly roles: Roles }) {
  const { form, words, state } = useEditor();
  const about = (["light", "dark"] as const).flatMap((scheme) => ROLES.map((role) => [scheme, role]));
  return (
    <details className="fold brand-single">
      <summary>{words.single}</summary>
      <div className="fold-body">
        <p className="field-hint">{words.singleHint}</p>
        <PlainForm part="look" about={about}>
          {(["light", "dark"] as const).map((scheme) => (
            <fieldset key={scheme} className="brand-field">
              <legend className="brand-subheading">{words[scheme]}</legend>
              {ROLES.map((role) => (
                <ColourPart
                  key={role}
                  path={[scheme, role]}
                  label={roles[role]}
                  value={form[scheme][role] ?? ""}
                  derived={state.view.palettes[scheme][role]}
                />
              ))}
            </fieldset>
          ))}
        </PlainForm>
      </div>
    </details>
  );
}
