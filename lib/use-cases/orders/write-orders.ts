import { writeOrderMarks } from "#db/queries/order-marks.ts";
import { saveConsents } from "#db/queries/save-consents.ts";
import {
  type LineToSave,
  type OrderToSave,
  type PromiseToSave,
  presentOrders,
  saveOrders,
  savePromises,
} from "#db/queries/save-orders.ts";
import { type NamedProduct, saveNamedProducts } from "#db/queries/save-products.ts";
import { emailKey, saveShoppers } from "#db/queries/save-shoppers.ts";
import { writeSearchTerms } from "#db/queries/search-terms.ts";
import { noteUnsent } from "#db/queries/unsent-orders.ts";
import { newId, type ProductId, type ShopperId } from "#lib/kernel/ids.ts";
import type { OrderDraft } from "#lib/orders/drafts.ts";
import { orderNumberKey } from "#lib/orders/order-number.ts";
import { keepParcels, parcelsBefore } from "./keep-parcels.ts";
import { sourceHash } from "./source-hash.ts";
import type { WriteContext } from "./write-context.ts";
import type { WriteOutcome } from "./write-outcome.ts";

type Change = { readonly id: string; readonly isNew: boolean; readonly draft: OrderDraft; readonly hash: string };

/** Writes orders with their people, products, lines, promises and consents. An order that says what it said before is left alone. */
export async function writeOrders(
  context: WriteContext,
  drafts: readonly OrderDraft[],
): Promise<readonly WriteOutcome[]> {
  const numberKeys = drafts.map((draft) => orderNumberKey(draft.number));
  const present = await presentOrders(context.tx, { merchantId: context.merchantId, numberKeys });
  const changes: Change[] = [];
  const outcomes = drafts.map((draft): WriteOutcome => {
    const known = present.get(orderNumberKey(draft.number));
    const hash = sourceHash(draft);
    if (known !== undefined && (context.skipsPresent || known.sourceHash === hash)) return { kind: "unchanged" };
    changes.push({ id: known?.id ?? newId(), isNew: known === undefined, draft, hash });
    return { kind: known === undefined ? "imported" : "updated" };
  });
  if (changes.length > 0) await saveChanges(context, changes);
  return outcomes;
}

async function saveChanges(context: WriteContext, changes: readonly Change[]): Promise<void> {
  const { tx, merchantId, source, promises } = context;
  const replaced = changes.filter((change) => !change.isNew);
  const parcels = await parcelsBefore(
    context,
    replaced.map(({ draft }) => draft.number),
  );
  const shoppers = await saveShoppers(tx, {
    merchantId,
    shoppers: changes.flatMap(({ draft }) =>
      draft.email === null ? [] : [{ email: draft.email, name: draft.shopperName }],
    ),
  });
  const products = await saveNamedProducts(tx, { merchantId, products: changes.flatMap(namedProducts) });
  await saveOrders(tx, {
    merchantId,
    orders: changes.map((change) => orderRow(change, source, shoppers)),
    lines: changes.flatMap((change) => lineRows(change, products)),
    replaced: replaced.map(({ id }) => id),
  });
  await keepParcels(context, parcels);
  await writeSearchTerms(tx, { merchantId, orderIds: changes.map(({ id }) => id) });
  await writeOrderMarks(tx, { merchantId, orderIds: changes.map(({ id }) => id) });
  // What was told at checkout is told once: a later export of the order does not change it.
  const placed = changes.filter((change) => change.isNew);
  await savePromises(tx, { merchantId, promises: placed.flatMap((change) => promiseRows(change, promises)) });
  await noteUnsent(tx, { merchantId, orderIds: changes.map(({ id }) => id) });
  await saveConsents(tx, { merchantId, consents: changes.flatMap((change) => consentRows(change, source, shoppers)) });
}

function namedProducts({ draft }: Change): readonly NamedProduct[] {
  return draft.lines.map(({ sku, title }) => ({ sku, title, asOf: draft.placedAt }));
}

function orderRow({ id, draft, hash }: Change, source: string, shoppers: ReadonlyMap<string, ShopperId>): OrderToSave {
  const to = draft.shipTo;
  return {
    id,
    number: draft.number,
    number_key: orderNumberKey(draft.number),
    shopper_id: draft.email === null ? null : (shoppers.get(emailKey(draft.email)) ?? null),
    placed_at: draft.placedAt,
    currency: draft.currency,
    subtotal_minor: draft.subtotalMinor,
    shipping_minor: draft.shippingMinor,
    tax_minor: draft.taxMinor,
    discount_minor: draft.discountMinor,
    total_minor: draft.totalMinor,
    shipping_method: draft.shippingMethod,
    financial_status: draft.financialStatus,
    cancelled_at: draft.cancelledAt,
    note: draft.note,
    needed_by: draft.neededBy,
    needed_by_said: draft.neededBy === null ? null : "order",
    ship_name: to?.name ?? null,
    ship_street: to?.street ?? null,
    ship_city: to?.city ?? null,
    ship_postcode: to?.postcode ?? null,
    ship_region: to?.region ?? null,
    ship_country: to?.country ?? null,
    ship_phone: to?.phone ?? null,
    source,
    source_hash: hash,
  };
}

function lineRows({ id, draft }: Change, products: ReadonlyMap<string, ProductId>): readonly LineToSave[] {
  return draft.lines.map((line, at) => {
    const productId = products.get(line.sku);
    if (productId === undefined) throw new Error(`Product of line ${at + 1} was not saved`);
    return {
      order_id: id,
      position: at + 1,
      product_id: productId,
      sku: line.sku,
      title: line.title,
      quantity: line.quantity,
      unit_price_minor: line.unitPriceMinor,
      requires_shipping: line.requiresShipping,
    };
  });
}

/** By the merchant's rule where one fits, else as the order's source read it. */
function promiseRows({ id, draft }: Change, promises: WriteContext["promises"]): readonly PromiseToSave[] {
  const byRule = promises?.(draft) ?? null;
  const window = byRule?.window ?? draft.promise;
  if (window === null) return [];
  return [
    {
      id: newId(),
      order_id: id,
      from_day: window.fromDay,
      to_day: window.toDay,
      said_by: byRule === null ? "checkout" : "rule",
      reason: byRule?.ruleId ?? null,
      said_at: draft.placedAt,
    },
  ];
}

function consentRows({ draft }: Change, source: string, shoppers: ReadonlyMap<string, ShopperId>) {
  const shopperId = draft.email === null ? undefined : shoppers.get(emailKey(draft.email));
  if (shopperId === undefined || draft.acceptsMarketing === null) return [];
  return [
    {
      shopperId,
      channel: "email" as const,
      purpose: "marketing" as const,
      granted: draft.acceptsMarketing,
      source,
      recordedAt: draft.placedAt,
    },
  ];
}
