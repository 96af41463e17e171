import type { Db } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findBrandDraft, type StoredDraft, saveBrandDraft } from "#db/queries/brand-drafts.ts";
import { lockBrand } from "#db/queries/brands.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { draftIn } from "./brand-draft.ts";
import { publishIn } from "./publish-brand.ts";

type Deps = { readonly db: Db };
type Draft = { readonly merchantId: MerchantId; readonly actor: string };

/** Throws the draft away, so that it can be taken back. False where there is none. */
export function discardDraft(deps: Deps, draft: Draft): Promise<boolean> {
  return moveDraft(deps, draft, { from: "open", to: "discarded", action: "brand.draft_discarded" });
}

/** Takes back what was thrown away last. False where another draft has begun since. */
export function resumeDraft(deps: Deps, draft: Draft): Promise<boolean> {
  return moveDraft(deps, draft, { from: "discarded", to: "open", action: "brand.draft_resumed" });
}

/**
 * Publishes the draft that somebody has seen in this revision. Throws AppError `conflict` where it changed meanwhile,
 * `not_found` where there is none, `invalid` with one line per problem.
 */
export function publishDraft(
  { db }: Deps,
  { merchantId, actor, revision }: Draft & { readonly revision: number },
): Promise<{ readonly version: number; readonly before: number | null }> {
  return withTenant(db, merchantId, async (tx) => {
    await lockBrand(tx, { merchantId });
    const draft = await draftIn(tx, merchantId);
    if (!draft.isOpen) throw new AppError("not_found", "There is no draft to publish.");
    if (draft.revision !== revision) throw new AppError("conflict", "The draft has changed since it was looked at.");
    const { version } = await publishIn(tx, { merchantId, tokens: draft.tokens, actor });
    const { tokens, basedOn, touched } = draft;
    await saveBrandDraft(tx, { merchantId, revision: revision + 1, state: "published", tokens, basedOn, touched });
    return { version, before: draft.published.version };
  });
}

type Move = {
  readonly from: StoredDraft["state"];
  readonly to: StoredDraft["state"];
  readonly action: string;
};

function moveDraft({ db }: Deps, { merchantId, actor }: Draft, { from, to, action }: Move): Promise<boolean> {
  return withTenant(db, merchantId, async (tx) => {
    await lockBrand(tx, { merchantId });
    const stored = await findBrandDraft(tx, { merchantId });
    if (stored?.state !== from) return false;
    const revision = stored.revision + 1;
    await saveBrandDraft(tx, { ...stored, merchantId, revision, state: to });
    const { tokens } = stored;
    await recordAudit(tx, {
      ...{ merchantId, actor, action },
      subject: merchantId,
      before: { state: from, revision: stored.revision, tokens },
      after: { state: to, revision },
    });
    return true;
  });
}
