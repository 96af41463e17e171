import "server-only";
import { changesBetween, pathText } from "#lib/brand/draft/draft-changes.ts";
import { languages } from "#lib/brand/languages/registry.ts";
import { sentencesOf } from "#lib/brand/languages/sentences.ts";
import { locales, offeredLocales } from "#lib/brand/locale.ts";
import { colourIn, oursAt, partName, valueText } from "#lib/desk/brand/told-changes.ts";
import { brandDraft, touchOf } from "#lib/use-cases/brand/brand-draft.ts";
import { draftView, tellerOf } from "./brand-desk.ts";
import { previewAsked, previewWords, sceneNames } from "./brand-room.ts";
import { context } from "./context.ts";
import type { Visit } from "./desk-access.ts";
import { deskPath } from "./desk-doors.ts";
import { deskReader } from "./desk-reader.ts";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Everything that the page shows on which a draft is looked over. */
export async function brandReview({ merchant, person }: Visit, query: Query) {
  const base = deskPath("/admin/shops/[merchant]/brand", merchant.slug);
  const [voice, draft] = await Promise.all([deskReader(), brandDraft(context(), { merchantId: merchant.id })]);
  const { say } = voice;
  const teller = await tellerOf(merchant, person.id, voice);
  const { form, published, touched, isOpen } = draft;
  const changes = isOpen ? changesBetween(draft.base, form) : [];
  const { version } = published;
  return {
    ...{ say, shop: merchant.name, base, isOpen },
    problem: query.problem === "changed" || query.problem === "invalid" ? say(`brand.problem.${query.problem}`) : null,
    revision: draft.revision,
    isFirst: version === null && isOpen,
    behind: isOpen && version !== null && version !== draft.basedOn ? say("brand.state.behind", { version }) : null,
    changes: changes.map(({ path, was, is }) => {
      const ours = oursAt(path, sentencesIn);
      const touch = touchOf(touched, path);
      const colours = { before: colourIn(path, was), after: colourIn(path, is) };
      return {
        key: pathText(path),
        name: partName(path, say),
        before: valueText(path, was, say, ours),
        after: valueText(path, is, say, ours),
        colours: colours.before === null && colours.after === null ? null : colours,
        by: touch === null ? null : say("brand.changes.by", { who: teller.who(touch.by), when: teller.when(touch.at) }),
      };
    }),
    problems: draftView(draft, teller).problems.map((problem) => ({
      ...problem,
      name: partName(problem.path.split(/[./]/), say),
    })),
    looks: {
      words: previewWords(say),
      path: `${base}/preview`,
      looks: [
        { look: "", text: say("brand.changes.draft") },
        { look: "of=published", text: say("brand.changes.now") },
      ],
      preview: previewAsked(query, form.locale),
      scenes: sceneNames(say),
      languages: offeredLocales(draft.look).map((locale) => ({ value: locale, text: languages[locale].name })),
      hasBothSchemes: form.scheme === "auto",
    },
  };
}

function sentencesIn(tag: string): ReadonlyMap<string, string> | null {
  const locale = locales.find((known) => known === tag);
  return locale === undefined ? null : sentencesOf(languages[locale].words);
}
