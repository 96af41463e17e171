import "server-only";
import { brandVersionsOf } from "#db/queries/brands.ts";
import { withTenant } from "#db/tenant.ts";
import { languages } from "#lib/brand/languages/registry.ts";
import { offeredLocales } from "#lib/brand/locale.ts";
import { brandDraft } from "#lib/use-cases/brand/brand-draft.ts";
import { brandLook } from "#lib/use-cases/brand/brand-look.ts";
import { tellerOf } from "./brand-desk.ts";
import { previewAsked, previewWords, sceneNames } from "./brand-room.ts";
import { context } from "./context.ts";
import type { Visit } from "./desk-access.ts";
import { deskPath } from "./desk-doors.ts";
import { deskReader } from "./desk-reader.ts";

type Query = Readonly<Record<string, string | string[] | undefined>>;

const PAGE = 20;

/** One page of a brand's versions, and the one of them that is looked at. */
export async function brandHistory({ merchant, person }: Visit, query: Query) {
  const { db } = context();
  const base = deskPath("/admin/shops/[merchant]/brand", merchant.slug);
  const before = numberIn(query.before);
  const merchantId = merchant.id;
  const [voice, draft, found] = await Promise.all([
    deskReader(),
    brandDraft({ db }, { merchantId }),
    withTenant(db, merchantId, (tx) => brandVersionsOf(tx, { merchantId, before, limit: PAGE + 1 })),
  ]);
  const { say } = voice;
  const teller = await tellerOf(merchant, person.id, voice);
  const versions = found.slice(0, PAGE);
  const asked = numberIn(query.version);
  const seen = versions.find(({ version }) => version === asked) ?? versions[0];
  const look = seen === undefined ? null : await brandLook({ db }, { merchantId, look: { version: seen.version } });
  return {
    ...{ say, shop: merchant.name, base },
    problem:
      query.problem === "noVersion" ? say("brand.problem.noVersion") : problemOf(query, say("brand.problem.restore")),
    resume: draft.isDiscarded ? `${base}/discard` : null,
    versions: versions.map(({ version, state, publishedAt, publishedBy }) => ({
      version,
      isLive: state === "published",
      isSeen: version === seen?.version,
      href: `?${new URLSearchParams({ ...(before === null ? {} : { before: String(before) }), version: String(version) })}`,
      by:
        publishedAt === null
          ? ""
          : say("brand.past.by", { when: teller.when(publishedAt), who: teller.who(publishedBy) }),
    })),
    older: found.length > PAGE ? `?before=${versions.at(-1)?.version ?? 0}` : null,
    newest: before === null ? null : `${base}/history`,
    looks:
      look === null || seen === undefined
        ? null
        : {
            words: previewWords(say),
            path: `${base}/preview`,
            looks: [{ look: `version=${seen.version}`, text: say("brand.past.version", { version: seen.version }) }],
            preview: previewAsked(query, look.tokens.locale),
            scenes: sceneNames(say),
            languages: offeredLocales(look.tokens).map((locale) => ({ value: locale, text: languages[locale].name })),
            hasBothSchemes: look.tokens.scheme === "auto",
          },
  };
}

function problemOf(query: Query, text: string): string | null {
  return query.problem === "invalid" ? text : null;
}

function numberIn(value: string | string[] | undefined): number | null {
  const number = Number(value);
  return typeof value === "string" && Number.isSafeInteger(number) && number > 0 && number < 2 ** 31 ? number : null;
}
