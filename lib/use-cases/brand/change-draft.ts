import { Temporal } from "temporal-polyfill";
import type { Db, Tx } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { saveBrandDraft } from "#db/queries/brand-drafts.ts";
import { lockBrand } from "#db/queries/brands.ts";
import { withTenant } from "#db/tenant.ts";
import {
  type BrandChange,
  type BrandPath,
  isSameValue,
  pathText,
  valueAt,
  withChanges,
} from "#lib/brand/draft/draft-changes.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { type BrandDraft, draftIn, type Touch, touchOf } from "./brand-draft.ts";

/** A part that somebody else changed since it was shown here: it was left as it is. */
export type DraftClash = { readonly path: BrandPath; readonly touch: Touch | null };

export type DraftChange = {
  readonly merchantId: MerchantId;
  readonly actor: string;
  readonly changes: readonly BrandChange[];
};

type Changed = { readonly draft: BrandDraft; readonly clashes: readonly DraftClash[] };

/** Who goes on typing in a part is written down once for so long; what came of it is in the audit of the publishing. */
const ONE_SITTING_MS = 10 * 60_000;

/**
 * Takes each change whose part still is as it was when it was shown; the others clash and nothing of them is done. The first
 * change begins a draft from what is published. The changes have passed `draftChangesFrom`.
 */
export function changeDraft({ db }: { readonly db: Db }, input: DraftChange): Promise<Changed> {
  return withTenant(db, input.merchantId, async (tx) => {
    await lockBrand(tx, input);
    return changeIn(tx, input);
  });
}

/** `changeDraft` inside of a transaction that holds `lockBrand`. */
export async function changeIn(tx: Tx, { merchantId, actor, changes }: DraftChange): Promise<Changed> {
  const draft = await draftIn(tx, merchantId);
  const now = (path: BrandPath) => valueAt(draft.form, path);
  const clashes = changes
    .filter(({ path, was, is }) => !isSameValue(now(path), was) && !isSameValue(now(path), is))
    .map(({ path }) => ({ path, touch: touchOf(draft.touched, path) }));
  const clashed = new Set(clashes.map(({ path }) => pathText(path)));
  const taken = changes.filter(({ path, is }) => !clashed.has(pathText(path)) && !isSameValue(now(path), is));
  if (taken.length === 0) return { draft, clashes };
  const at = Temporal.Now.instant().toString({ smallestUnit: "second" });
  const touch = { by: actor, at };
  await writeDown(tx, { merchantId, actor, changes: taken }, draft, at);
  await saveBrandDraft(tx, {
    merchantId,
    revision: draft.revision + 1,
    state: "open",
    tokens: withChanges(draft.tokens, taken),
    basedOn: draft.basedOn,
    touched: { ...draft.touched, ...Object.fromEntries(taken.map(({ path }) => [pathText(path), touch])) },
  });
  return { draft: await draftIn(tx, merchantId), clashes };
}

async function writeDown(tx: Tx, { merchantId, actor, changes }: DraftChange, draft: BrandDraft, at: string) {
  const isNew = ({ path }: BrandChange) => {
    const last = touchOf(draft.touched, path);
    return last === null || last.by !== actor || msBetween(last.at, at) > ONE_SITTING_MS;
  };
  const told = changes.filter(isNew);
  if (told.length === 0) return;
  const side = (of: "before" | "after") =>
    Object.fromEntries(
      told.map(({ path, is }) => [pathText(path), (of === "before" ? valueAt(draft.form, path) : is) ?? null]),
    );
  await recordAudit(tx, {
    merchantId,
    actor,
    action: draft.isOpen ? "brand.draft_changed" : "brand.draft_begun",
    subject: merchantId,
    before: side("before"),
    after: side("after"),
  });
}

function msBetween(from: string, to: string): number {
  return Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds;
}
