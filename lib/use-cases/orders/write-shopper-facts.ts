import { saveCatalogue } from "#db/queries/save-catalogue.ts";
import { saveConsents } from "#db/queries/save-consents.ts";
import { saveLoyalty } from "#db/queries/save-loyalty.ts";
import { productIdsBySku } from "#db/queries/save-products.ts";
import { saveReviews } from "#db/queries/save-reviews.ts";
import { emailKey, saveShoppers } from "#db/queries/save-shoppers.ts";
import { saveSubscriptions } from "#db/queries/save-subscriptions.ts";
import type { Saved } from "#db/queries/saved.ts";
import type { ProductId, ShopperId } from "#lib/kernel/ids.ts";
import type { ConsentDraft, LoyaltyDraft, ProductDraft, ReviewDraft, SubscriptionDraft } from "#lib/orders/drafts.ts";
import { noteReviews } from "#lib/use-cases/desk/note-reviews.ts";
import type { WriteContext } from "./write-context.ts";
import type { WriteOutcome } from "./write-outcome.ts";

/** Writes the catalogue as of `now` (ISO instant). */
export async function writeProducts(context: WriteContext, drafts: readonly ProductDraft[], now: string) {
  const { tx, merchantId } = context;
  return outcomesOf(await saveCatalogue(tx, { merchantId, products: drafts, asOf: now }));
}

/** Writes reviews of products that are there already. */
export async function writeReviews(
  context: WriteContext,
  drafts: readonly ReviewDraft[],
): Promise<readonly WriteOutcome[]> {
  const { tx, merchantId } = context;
  const written = await writeAboutProducts(context, drafts, async (reviews) =>
    saveReviews(tx, { merchantId, reviews }),
  );
  await noteReviews(tx, { merchantId });
  return written;
}

/** Writes subscriptions to products that are there already. */
export async function writeSubscriptions(
  context: WriteContext,
  drafts: readonly SubscriptionDraft[],
): Promise<readonly WriteOutcome[]> {
  const { tx, merchantId } = context;
  return writeAboutProducts(context, drafts, async (subscriptions) =>
    saveSubscriptions(tx, { merchantId, subscriptions }),
  );
}

/** Writes tiers and points. */
export async function writeLoyalty(
  context: WriteContext,
  drafts: readonly LoyaltyDraft[],
): Promise<readonly WriteOutcome[]> {
  const { tx, merchantId } = context;
  const shoppers = await shoppersOf(context, drafts);
  return outcomesOf(await saveLoyalty(tx, { merchantId, accounts: withShoppers(drafts, shoppers) }));
}

/** Adds consents to the ledger. */
export async function writeConsents(
  context: WriteContext,
  drafts: readonly ConsentDraft[],
): Promise<readonly WriteOutcome[]> {
  const { tx, merchantId } = context;
  const shoppers = await shoppersOf(context, drafts);
  const added = await saveConsents(tx, { merchantId, consents: withShoppers(drafts, shoppers) });
  return added.map((isNew) => ({ kind: isNew ? "imported" : "unchanged" }));
}

async function writeAboutProducts<Draft extends { readonly email: string; readonly sku: string }>(
  context: WriteContext,
  drafts: readonly Draft[],
  save: (rows: readonly (Draft & { shopperId: ShopperId; productId: ProductId })[]) => Promise<readonly Saved[]>,
): Promise<readonly WriteOutcome[]> {
  const products = await productIdsBySku(context.tx, {
    merchantId: context.merchantId,
    skus: drafts.map((draft) => draft.sku),
  });
  const known = drafts.filter((draft) => products.has(draft.sku));
  const shoppers = await shoppersOf(context, known);
  const rows = withShoppers(known, shoppers).map((row) => ({ ...row, productId: products.get(row.sku) ?? "" }));
  const saved = outcomesOf(await save(rows));
  return drafts.map((draft): WriteOutcome => {
    const at = known.indexOf(draft);
    if (at === -1)
      return { kind: "rejected", column: "SKU", reason: `there is no product ${JSON.stringify(draft.sku)}` };
    return saved[at] ?? { kind: "unchanged" };
  });
}

function shoppersOf({ tx, merchantId }: WriteContext, drafts: readonly { readonly email: string }[]) {
  return saveShoppers(tx, { merchantId, shoppers: drafts.map(({ email }) => ({ email, name: null })) });
}

function withShoppers<Draft extends { readonly email: string }>(
  drafts: readonly Draft[],
  shoppers: ReadonlyMap<string, ShopperId>,
) {
  return drafts.map((draft) => ({ ...draft, shopperId: shoppers.get(emailKey(draft.email)) ?? "" }));
}

function outcomesOf(saved: readonly Saved[]): readonly WriteOutcome[] {
  return saved.map((kind) => ({ kind }));
}
