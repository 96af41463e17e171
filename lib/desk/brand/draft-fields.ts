import { type BrandChange, valueAt } from "#lib/brand/draft/draft-changes.ts";
import type { BrandLink, BrandTokens, Logo } from "#lib/brand/tokens.ts";

type Fields = Readonly<Record<string, string>>;
type Value = (text: string) => unknown;

const asTyped: Value = (text) => text;
const orNull: Value = (text) => (text.trim() === "" ? null : text);
const orUnset: Value = (text) => (text.trim() === "" ? undefined : text);

/** The parts that stand in one field of their own name. */
const SINGLE: Readonly<Record<string, Value>> = {
  name: asTyped,
  accent: asTyped,
  "mood/neutrals": asTyped,
  "mood/contrast": asTyped,
  scheme: asTyped,
  type: asTyped,
  radius: Number,
  density: asTyped,
  answer: asTyped,
  storefrontUrl: orNull,
  supportEmail: orNull,
  footerText: orNull,
  locale: asTyped,
};

/**
 * What a plain form of the editor changes: its fields are named by their parts, and `was` is what they showed. Only what is
 * there counts, so that each form of the page is one by itself.
 */
export function changesOfFields(fields: Fields, was: BrandTokens): readonly BrandChange[] {
  const singles = Object.entries(fields).flatMap(([name, text]): BrandChange[] => {
    const value = readerOf(name);
    return value === undefined ? [] : [changeOf(name.split("/"), was, value(text))];
  });
  const groups = [
    ...(["headerLinks", "footerLinks"] as const).flatMap((name) =>
      has(fields, `${name}/0/label`) ? [changeOf([name], was, linksOf(fields, name, was[name]))] : [],
    ),
    ...(has(fields, "locales") ? [changeOf(["locales"], was, localesOf(fields, was))] : []),
    ...(has(fields, "logo/kind") ? [changeOf(["logo"], was, logoOf(fields, was.logo))] : []),
    ...(has(fields, "hero/alt") && was.hero !== null
      ? [changeOf(["hero"], was, { ...was.hero, alt: fields["hero/alt"], url: orNull(fields["hero/url"] ?? "") })]
      : []),
  ];
  return [...singles, ...groups];
}

function readerOf(name: string): Value | undefined {
  if (Object.hasOwn(SINGLE, name)) return SINGLE[name];
  return /^(light|dark|words)\//.test(name) ? orUnset : undefined;
}

function changeOf(path: readonly string[], was: BrandTokens, is: unknown): BrandChange {
  const before = valueAt(was, path);
  return { path, ...(before === undefined ? {} : { was: before }), ...(is === undefined ? {} : { is }) };
}

function has(fields: Fields, name: string): boolean {
  return Object.hasOwn(fields, name);
}

/** Rows without any words are gone; translations stay with their row. */
function linksOf(fields: Fields, name: string, before: readonly BrandLink[]): readonly BrandLink[] {
  const rows: BrandLink[] = [];
  for (let at = 0; has(fields, `${name}/${at}/label`); at++) {
    const label = fields[`${name}/${at}/label`] ?? "";
    const url = fields[`${name}/${at}/url`] ?? "";
    if (`${label}${url}`.trim() !== "") rows.push({ ...before[at], label, url });
  }
  return rows;
}

/** The shop's own language is always offered: its box cannot be unticked, and a browser does not send it. */
function localesOf(fields: Fields, { locale, locales }: BrandTokens): readonly string[] {
  const ticked = Object.keys(fields)
    .filter((name) => name.startsWith("locales/"))
    .map((name) => name.slice("locales/".length));
  const stay = locales.filter((each) => each === locale || ticked.includes(each));
  return [...new Set([...stay, ...ticked])];
}

function logoOf(fields: Fields, before: Logo | null): unknown {
  const text = fields["logo/text"] ?? "";
  switch (fields["logo/kind"]) {
    case "wordmark":
      return { kind: "wordmark", text, spaced: has(fields, "logo/spaced") };
    case "monogram":
      return { kind: "monogram", text };
    case "picture":
      return before;
    default:
      return null;
  }
}
