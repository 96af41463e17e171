import "server-only";
import type { BrandChange } from "#lib/brand/draft/draft-changes.ts";
import { draftChangesFrom } from "#lib/brand/draft/draft-shape.ts";
import { languages } from "#lib/brand/languages/registry.ts";
import { type Locale, localeFrom, locales } from "#lib/brand/locale.ts";
import type { ColourTokens } from "#lib/brand/tokens.ts";
import { formWords } from "#lib/desk/brand/form-words.ts";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { SCENES, sceneFrom } from "#lib/promise/scenes/scene.ts";
import { brandDraft, touchOf } from "#lib/use-cases/brand/brand-draft.ts";
import { clashesTold, draftView, tellerOf } from "./brand-desk.ts";
import { brandSaid } from "./brand-said.ts";
import { carried } from "./carried-fields.ts";
import { context } from "./context.ts";
import type { Visit } from "./desk-access.ts";
import { deskPath } from "./desk-doors.ts";
import { deskReader } from "./desk-reader.ts";
import { ourSentences } from "./our-sentences.ts";

type Query = Readonly<Record<string, string | string[] | undefined>>;

const PARTS = ["look", "pictures", "links", "words"] as const;
const PREVIEW = [
  "title",
  "frame",
  "scene",
  "language",
  "device",
  "phone",
  "desktop",
  "light",
  "dark",
  "lightOrDark",
  "show",
  "nothingReal",
] as const;
const ROLES = ["paper", "surface", "tint", "ink", "muted", "accent", "onAccent", "link", "act", "good"] as const;

/** Everything that the page of the brand shows, for whoever may see it. */
export async function brandRoom({ merchant, person }: Visit, query: Query) {
  const base = deskPath("/admin/shops/[merchant]/brand", merchant.slug);
  const [voice, draft, typed] = await Promise.all([
    deskReader(),
    brandDraft(context(), { merchantId: merchant.id }),
    carried(base),
  ]);
  const { say } = voice;
  const teller = await tellerOf(merchant, person.id, voice);
  const clashed = query.problem === "clash" ? clashedIn(typed) : [];
  const part = PARTS.find((each) => each === query.part) ?? "look";
  const wordsIn = localeFrom(textOf(query.words)) ?? localeFrom(textOf(query.locale)) ?? draft.form.locale;
  const words = {
    form: formWords(say),
    head: { review: say("brand.review"), history: say("brand.history"), discard: say("brand.discard") },
    preview: previewWords(say),
    roles: roleNames(say),
  };
  return {
    ...brandSaid(draft, query, base, say),
    ...{ say, shop: merchant.name },
    editor: {
      ...{ slug: merchant.slug, base, part, words },
      view: draftView(draft, teller),
      typed: clashed,
      clashes: clashesTold(
        clashed.map(({ path }) => ({ path, touch: touchOf(draft.touched, path) })),
        teller,
      ),
      languages: languageNames(),
      scenes: sceneNames(say),
      preview: previewAsked(query, draft.form.locale),
      sentences: {
        locale: wordsIn,
        sentences: part === "words" ? ourSentences(wordsIn) : [],
        find: textOf(query.find) ?? "",
      },
    },
  };
}

/** The preview's words. */
export function previewWords(say: DeskSay) {
  return recordOf(PREVIEW, (key) => say(`brand.preview.${key}`));
}

/** The states that a page can be shown in. */
export function sceneNames(say: DeskSay) {
  return SCENES.map((scene) => ({ value: scene, text: say(`brand.scene.${scene}`) }));
}

/** Every language of the shoppers' pages, as it calls itself. */
function languageNames(): readonly { readonly locale: Locale; readonly name: string }[] {
  return locales.map((locale) => ({ locale, name: languages[locale].name }));
}

/** What of the page is looked at, as the address says; the usual where it says nothing. */
export function previewAsked(query: Query, own: Locale) {
  return {
    scene: sceneFrom(textOf(query.scene)) ?? "on_its_way",
    locale: localeFrom(textOf(query.locale)) ?? own,
    scheme: query.scheme === "dark" ? ("dark" as const) : ("light" as const),
    device: query.device === "desktop" ? ("desktop" as const) : ("phone" as const),
  };
}

function roleNames(say: DeskSay): Readonly<Record<keyof ColourTokens, string>> {
  return recordOf(ROLES, (role) => say(`brand.role.${role}`));
}

/** What was typed into parts that somebody else changed meanwhile; one that was too long to be carried is not there. */
function clashedIn(typed: Readonly<Record<string, string>>): readonly BrandChange[] {
  return Object.entries(typed).flatMap(([path, text]) => {
    try {
      return draftChangesFrom([{ path: path.split("/"), is: JSON.parse(text) }]) ?? [];
    } catch {
      return [];
    }
  });
}

function recordOf<K extends string>(keys: readonly K[], value: (key: K) => string): Readonly<Record<K, string>> {
  // Every key is given its value.
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, string>;
}

function textOf(value: string | string[] | undefined): string | null {
  return typeof value === "string" ? value : null;
}
