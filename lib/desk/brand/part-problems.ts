import type { BrandProblem } from "#lib/brand/brand-problems.ts";
import { valueAt } from "#lib/brand/draft/draft-changes.ts";
import { languages } from "#lib/brand/languages/registry.ts";
import { sentenceFault, sentencesOf } from "#lib/brand/languages/sentences.ts";
import { locales } from "#lib/brand/locale.ts";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import type { PartProblem } from "./draft-view.ts";

/** The most signs of a text, by where it stands: as `brandSchema` has it. */
const MOST: Readonly<Record<string, number>> = { name: 80, label: 40, footerText: 300, alt: 300, text: 40 };
const MOST_LETTERS = 3;
const MOST_LINKS = { headerLinks: 3, footerLinks: 8 } as const;
const COLOURS: ReadonlySet<string | undefined> = new Set(["accent", "light", "dark"]);

/** The problems of a draft in the desk's words, each with its place. */
export function partProblems(problems: readonly BrandProblem[], tokens: object, say: DeskSay): readonly PartProblem[] {
  return problems.map(({ path }) => {
    const sentence = /^words\.([\w-]+)\.(.+)$/.exec(path);
    if (sentence !== null) {
      const [, locale = "", key = ""] = sentence;
      return { path: `words/${locale}/${key}`, text: sentenceText(locale, key, tokens, say) };
    }
    return { path, text: textOf(path, valueAt(tokens, path.split(".")), say, tokens) };
  });
}

function textOf(path: string, value: unknown, say: DeskSay, tokens: object): string {
  const [root, ...rest] = path.split(".");
  const last = rest.at(-1) ?? root ?? "";
  if (last === "url" || last === "storefrontUrl") return say("brand.wrong.url");
  if (last === "supportEmail") return say("brand.wrong.email");
  if (root === "headerLinks" || root === "footerLinks") {
    if (rest.length === 0) return say("brand.wrong.links", { most: MOST_LINKS[root] });
    return lengthText(value, MOST.label ?? 40, say);
  }
  if (root === "locales") return say("brand.wrong.languages");
  if (COLOURS.has(root)) return say("brand.wrong.colour");
  if (root === "logo") {
    const isLetters = valueAt(tokens, ["logo", "kind"]) === "monogram";
    return lengthText(value, isLetters ? MOST_LETTERS : (MOST.text ?? 40), say);
  }
  return last in MOST || root === "hero" ? lengthText(value, MOST[last] ?? 300, say) : say("brand.wrong.other");
}

function lengthText(value: unknown, most: number, say: DeskSay): string {
  const isEmpty = typeof value !== "string" || value.trim() === "";
  return isEmpty ? say("brand.wrong.empty") : say("brand.wrong.long", { most });
}

function sentenceText(locale: string, key: string, tokens: object, say: DeskSay): string {
  const known = locales.find((each) => each === locale);
  const sentence = valueAt(tokens, ["words", locale, key]);
  if (known === undefined || typeof sentence !== "string") return say("brand.wrong.unknownName");
  const fault = sentenceFault(sentence, sentencesOf(languages[known].words).get(key));
  const slots = fault !== null && "slots" in fault ? fault.slots.join(" ") : "";
  switch (fault?.kind) {
    case "empty":
      return say("brand.wrong.emptySentence");
    case "lacks":
      return say(fault.quoted ? "brand.wrong.lacksQuoted" : "brand.wrong.lacks", { slots });
    case "not_known":
      return say("brand.wrong.notKnown", { slots });
    case "never_shows":
      return say("brand.wrong.neverShows", { slots });
    case "unreadable":
      return say("brand.wrong.unreadable");
    case "unknown_name":
    case undefined:
      return say("brand.wrong.unknownName");
  }
}
