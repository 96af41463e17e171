import { type PresentOrder, presentOrders } from "#db/queries/save-orders.ts";
import { productIdsBySku, saveNamedProducts } from "#db/queries/save-products.ts";
import { presentReturns, type ReturnItemToSave, type ReturnToSave, saveReturns } from "#db/queries/save-returns.ts";
import { emailKey, saveShoppers } from "#db/queries/save-shoppers.ts";
import { newId, type ProductId, type ShopperId } from "#lib/kernel/ids.ts";
import type { ReturnDraft } from "#lib/orders/drafts.ts";
import { orderNumberKey } from "#lib/orders/order-number.ts";
import { sourceHash } from "./source-hash.ts";
import type { WriteContext } from "./write-context.ts";
import type { WriteOutcome } from "./write-outcome.ts";

type Known = {
  readonly products: ReadonlyMap<string, ProductId>;
  readonly shoppers: ReadonlyMap<string, ShopperId>;
  readonly orders: ReadonlyMap<string, PresentOrder>;
};

/** Writes returns. A line that brings its own title may name a new product; any other must be there already. */
export async function writeReturns(
  context: WriteContext,
  drafts: readonly ReturnDraft[],
): Promise<readonly WriteOutcome[]> {
  const { tx, merchantId } = context;
  const present = await presentReturns(tx, { merchantId, references: drafts.map((draft) => draft.reference) });
  const known = await knownBy(context, drafts);
  const returns: ReturnToSave[] = [];
  const items: ReturnItemToSave[] = [];
  const outcomes = drafts.map((draft): WriteOutcome => {
    const before = present.get(draft.reference);
    const hash = sourceHash(draft);
    if (before?.sourceHash === hash) return { kind: "unchanged" };
    const problem = problemOf(draft, known);
    if (problem !== null) return problem;
    const id = before?.id ?? newId();
    returns.push(returnRow(id, draft, hash, known));
    items.push(...itemRows(id, draft, known));
    return { kind: before === undefined ? "imported" : "updated" };
  });
  if (returns.length > 0) await saveReturns(tx, { merchantId, returns, items });
  return outcomes;
}

async function knownBy({ tx, merchantId }: WriteContext, drafts: readonly ReturnDraft[]): Promise<Known> {
  const titled = drafts.flatMap((draft) =>
    draft.lines.flatMap(({ sku, title }) => (title === null ? [] : [{ sku, title, asOf: draft.returnedAt }])),
  );
  await saveNamedProducts(tx, { merchantId, products: titled });
  const skus = drafts.flatMap((draft) => draft.lines.map((line) => line.sku));
  const people = drafts.flatMap((draft) => (draft.email === null ? [] : [{ email: draft.email, name: null }]));
  const numberKeys = drafts.flatMap((draft) => (draft.orderNumber === null ? [] : [orderNumberKey(draft.orderNumber)]));
  return {
    products: await productIdsBySku(tx, { merchantId, skus }),
    shoppers: await saveShoppers(tx, { merchantId, shoppers: people }),
    orders: numberKeys.length === 0 ? new Map() : await presentOrders(tx, { merchantId, numberKeys }),
  };
}

function problemOf(draft: ReturnDraft, known: Known): WriteOutcome | null {
  const unknown = draft.lines.find((line) => !known.products.has(line.sku));
  if (unknown !== undefined)
    return { kind: "rejected", column: "SKU", reason: `there is no product ${JSON.stringify(unknown.sku)}` };
  if (draft.orderNumber !== null && !known.orders.has(orderNumberKey(draft.orderNumber))) {
    return { kind: "rejected", column: "Order", reason: `there is no order ${draft.orderNumber}` };
  }
  return null;
}

function returnRow(id: string, draft: ReturnDraft, hash: string, known: Known): ReturnToSave {
  return {
    id,
    reference: draft.reference,
    order_id: draft.orderNumber === null ? null : (known.orders.get(orderNumberKey(draft.orderNumber))?.id ?? null),
    shopper_id: draft.email === null ? null : (known.shoppers.get(emailKey(draft.email)) ?? null),
    reason: draft.reason,
    returned_at: draft.returnedAt,
    source_hash: hash,
  };
}

function itemRows(returnId: string, draft: ReturnDraft, known: Known): readonly ReturnItemToSave[] {
  return draft.lines.flatMap((line, at) => {
    const productId = known.products.get(line.sku);
    if (productId === undefined) return [];
    return [
      {
        return_id: returnId,
        position: at + 1,
        product_id: productId,
        quantity: line.quantity,
        unit_price_minor: line.unitPriceMinor,
      },
    ];
  });
}
