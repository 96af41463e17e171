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

type Orders = ReadonlyMap<string, PresentOrder>;
type Change = { readonly id: string; readonly draft: ReturnDraft; readonly hash: string };
type Known = {
  readonly products: ReadonlyMap<string, ProductId>;
  readonly shoppers: ReadonlyMap<string, ShopperId>;
  readonly orders: Orders;
};

/** Writes returns. A line that brings its own title may name a new product; any other must be there already. */
export async function writeReturns(
  context: WriteContext,
  drafts: readonly ReturnDraft[],
): Promise<readonly WriteOutcome[]> {
  const { tx, merchantId } = context;
  const present = await presentReturns(tx, { merchantId, references: drafts.map((draft) => draft.reference) });
  const skus = drafts.flatMap((draft) => draft.lines.map((line) => line.sku));
  const products = await productIdsBySku(tx, { merchantId, skus });
  const numbers = drafts.flatMap((draft) => (draft.orderNumber === null ? [] : [orderNumberKey(draft.orderNumber)]));
  const orders: Orders =
    numbers.length === 0 ? new Map() : await presentOrders(tx, { merchantId, numberKeys: numbers });
  const changes: Change[] = [];
  const outcomes = drafts.map((draft): WriteOutcome => {
    const before = present.get(draft.reference);
    const hash = sourceHash(draft);
    if (before?.sourceHash === hash) return { kind: "unchanged" };
    const problem = problemOf(draft, products, orders);
    if (problem !== null) return problem;
    changes.push({ id: before?.id ?? newId(), draft, hash });
    return { kind: before === undefined ? "imported" : "updated" };
  });
  if (changes.length > 0) await saveChanges(context, changes, orders);
  return outcomes;
}

async function saveChanges(
  { tx, merchantId }: WriteContext,
  changes: readonly Change[],
  orders: Orders,
): Promise<void> {
  const lines = changes.flatMap(({ draft }) => draft.lines.map((line) => ({ ...line, asOf: draft.returnedAt })));
  const titled = lines.flatMap(({ sku, title, asOf }) => (title === null ? [] : [{ sku, title, asOf }]));
  await saveNamedProducts(tx, { merchantId, products: titled });
  const emails = changes.flatMap(({ draft }) => (draft.email === null ? [] : [{ email: draft.email, name: null }]));
  const known: Known = {
    orders,
    products: await productIdsBySku(tx, { merchantId, skus: lines.map((line) => line.sku) }),
    shoppers: await saveShoppers(tx, { merchantId, shoppers: emails }),
  };
  await saveReturns(tx, {
    merchantId,
    returns: changes.map((change) => returnRow(change, known)),
    items: changes.flatMap((change) => itemRows(change, known)),
  });
}

function problemOf(draft: ReturnDraft, products: Known["products"], orders: Orders): WriteOutcome | null {
  const unknown = draft.lines.find((line) => line.title === null && !products.has(line.sku));
  if (unknown !== undefined)
    return { kind: "rejected", column: "SKU", reason: `there is no product ${JSON.stringify(unknown.sku)}` };
  if (draft.orderNumber !== null && !orders.has(orderNumberKey(draft.orderNumber)))
    return { kind: "rejected", column: "Order", reason: `there is no order ${draft.orderNumber}` };
  return null;
}

function returnRow({ id, draft, hash }: Change, known: Known): ReturnToSave {
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

function itemRows({ id, draft }: Change, known: Known): readonly ReturnItemToSave[] {
  return draft.lines.flatMap((line, at) => {
    const productId = known.products.get(line.sku);
    if (productId === undefined) return [];
    return [
      {
        return_id: id,
        position: at + 1,
        product_id: productId,
        quantity: line.quantity,
        unit_price_minor: line.unitPriceMinor,
      },
    ];
  });
}
