"use server";

import { draftChangesFrom } from "#lib/brand/draft/draft-shape.ts";
import { localeFrom } from "#lib/brand/locale.ts";
import type { DraftAnswer, OurSentence } from "#lib/desk/brand/draft-view.ts";
import { clashesTold, draftView, otherEditor, tellerOf } from "#lib/server/brand-desk.ts";
import { context } from "#lib/server/context.ts";
import { requireMember } from "#lib/server/desk-access.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { ourSentences } from "#lib/server/our-sentences.ts";
import { brandLimits } from "#lib/use-cases/access/limits.ts";
import { changeDraft } from "#lib/use-cases/brand/change-draft.ts";
import { take } from "#lib/use-cases/limits/take.ts";

type Sent = { readonly revision: number; readonly changes: unknown };

/** Takes what was typed since the last time into the shop's draft, and tells the draft as it is now; no changes only ask. */
export async function changeBrand(slug: string, sent: Sent): Promise<DraftAnswer> {
  const { merchant, person } = await requireMember(String(slug), "/admin/shops/[merchant]/brand");
  const changes = draftChangesFrom(sent?.changes);
  if (changes === null) return { kind: "refused" };
  const taken = changes.length === 0 || (await take(context(), brandLimits(merchant.id, person.id))).ok;
  if (!taken) return { kind: "later" };
  const [{ draft, clashes }, teller] = await Promise.all([
    changeDraft(context(), { merchantId: merchant.id, actor: person.id, changes }),
    deskReader().then((voice) => tellerOf(merchant, person.id, voice)),
  ]);
  const own = changes.length > clashes.length ? 1 : 0;
  return {
    kind: "told",
    view: draftView(draft, teller),
    clashes: clashesTold(clashes, teller),
    others: draft.revision > Number(sent?.revision) + own ? otherEditor(draft, teller) : null,
  };
}

/** Every sentence of the shoppers' pages in a language, as we say it; nothing in a language that is none of ours. */
export async function readSentences(slug: string, locale: string): Promise<readonly OurSentence[]> {
  const { merchant } = await requireMember(String(slug), "/admin/shops/[merchant]/brand");
  const known = merchant === null ? null : localeFrom(String(locale));
  return known === null ? [] : ourSentences(known);
}
