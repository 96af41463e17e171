import { hexOf } from "#lib/brand/colour.ts";
import type { BrandPath } from "#lib/brand/draft/draft-changes.ts";
import { languages } from "#lib/brand/languages/registry.ts";
import { locales } from "#lib/brand/locale.ts";
import type { DeskKey, DeskSay } from "#lib/desk/desk-voice.ts";

/** The name of a part in the desk's words. */
export function partName([root = "", second = "", third]: BrandPath, say: DeskSay): string {
  if (root === "light" || root === "dark") {
    const role = ROLES.find((each) => each === second);
    const name = role === undefined ? second : say(`brand.role.${role}`);
    return say(root === "light" ? "brand.changes.roleLight" : "brand.changes.roleDark", { role: name });
  }
  if (root === "words" && third !== undefined) {
    const locale = locales.find((each) => each === second);
    return say("brand.changes.sentence", { language: locale === undefined ? second : languages[locale].name });
  }
  const own = root === "mood" ? MOODS.find((each) => each === second) : NAMES.find((each) => each === root);
  return own === undefined ? root : say(`brand.changes.${own}`);
}

/** One side of a change in words: what a part is set to. `ours` is our own sentence, which stands where none is set. */
export function valueText(path: BrandPath, value: unknown, say: DeskSay, ours: string | null = null): string {
  const [root] = path;
  if (value === undefined && ours !== null) return quoted(ours);
  if (value === undefined || value === null)
    return root === "logo" ? say("brand.form.logoName") : say("brand.changes.unset");
  const colour = colourIn(path, value);
  if (colour !== null) return colour;
  if (typeof value === "number") return say("brand.changes.corners", { count: value });
  if (typeof value === "string") return chosenText(root ?? "", value, say);
  if (Array.isArray(value)) return root === "locales" ? languageList(value) : linksText(value, say);
  return root === "logo" && isRecord(value) && typeof value.text === "string"
    ? quoted(value.text)
    : say("brand.changes.picture");
}

/** What a part is set to where that is a colour. */
export function colourIn([root]: BrandPath, value: unknown): string | null {
  const isColour = root === "accent" || root === "light" || root === "dark";
  return isColour && typeof value === "string" ? hexOf(value, value) : null;
}

/** Our own sentence of a path; null for any other part. */
export function oursAt([root, tag, key]: BrandPath, sentences: (tag: string) => ReadonlyMap<string, string> | null) {
  return root === "words" && tag !== undefined && key !== undefined ? (sentences(tag)?.get(key) ?? null) : null;
}

const ROLES = ["paper", "surface", "tint", "ink", "muted", "accent", "onAccent", "link", "act", "good"] as const;
const MOODS = ["neutrals", "contrast"] as const;
const NAMES = [
  "name",
  "locale",
  "locales",
  "accent",
  "scheme",
  "type",
  "radius",
  "density",
  "answer",
  "logo",
  "favicon",
  "hero",
  "storefrontUrl",
  "supportEmail",
  "headerLinks",
  "footerLinks",
  "footerText",
] as const;

/** What the form calls the choices. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, DeskKey>>>> = {
  mood: {
    warm: "brand.form.warm",
    neutral: "brand.form.neutral",
    cool: "brand.form.cool",
    tinted: "brand.form.tinted",
    soft: "brand.form.soft",
    crisp: "brand.form.crisp",
  },
  scheme: { auto: "brand.form.schemeAuto", light: "brand.form.schemeLight", dark: "brand.form.schemeDark" },
  type: {
    editorial: "brand.form.editorial",
    technical: "brand.form.technical",
    bookish: "brand.form.bookish",
    friendly: "brand.form.friendly",
    neutral: "brand.form.neutralType",
    plain: "brand.form.plain",
    "plain-serif": "brand.form.plainSerif",
  },
  density: { dense: "brand.form.dense", regular: "brand.form.regular", airy: "brand.form.airy" },
  answer: { paper: "brand.form.answerPaper", tint: "brand.form.answerTint", accent: "brand.form.answerAccent" },
};
const BARE: ReadonlySet<string> = new Set(["storefrontUrl", "supportEmail"]);

function chosenText(root: string, value: string, say: DeskSay): string {
  if (root === "locale") return languageList([value]);
  const key = CHOICES[root]?.[value];
  if (key !== undefined) return say(key);
  return BARE.has(root) ? value : quoted(value);
}

function languageList(tags: readonly unknown[]): string {
  return tags
    .flatMap((tag) => locales.filter((locale) => locale === tag))
    .map((locale) => languages[locale].name)
    .join(" · ");
}

function linksText(links: readonly unknown[], say: DeskSay): string {
  const names = links.flatMap((link) => (isRecord(link) && typeof link.label === "string" ? [link.label] : []));
  return say("brand.changes.links", { count: links.length, names: names.join(" · ") });
}

function quoted(text: string): string {
  return `“${text}”`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
