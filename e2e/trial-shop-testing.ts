import type { Temporal } from "temporal-polyfill";
import { findOrderByNumber } from "#db/queries/find-order-by-number.ts";
import { withTenant } from "#db/tenant.ts";
import type { SandboxCarrier } from "#lib/carriers/sandbox/script.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { AddressDraft, Draft, OrderDraft, ProductDraft, ShipmentDraft } from "#lib/orders/drafts.ts";
import type { Reported } from "#lib/tracking/observation.ts";
import { publishBrand } from "#lib/use-cases/brand/publish-brand.ts";
import { issueLink } from "#lib/use-cases/links/issue-link.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { writeDrafts } from "#lib/use-cases/orders/write-drafts.ts";
import { type ToldParcel, tellParcels, toldNumber } from "./told-carrier-testing.ts";

export type TrialDeps = Parameters<typeof issueLink>[0] & {
  readonly sandboxUrl: string;
  readonly now: Temporal.Instant;
};

export type TrialParcel = {
  readonly carrier: SandboxCarrier;
  readonly shippedAt: string;
  /** What is in it; null: everything. */
  readonly skus: readonly string[] | null;
  readonly scans: readonly Reported[];
};

export type TrialOrder = {
  readonly number: string;
  readonly placedAt: string;
  readonly cancelledAt?: string;
  readonly shipTo: AddressDraft;
  readonly lines: readonly { readonly sku: string; readonly title: string; readonly quantity: number }[];
  readonly promise: OrderDraft["promise"];
  readonly parcels: readonly TrialParcel[];
};

export type TrialShop = {
  readonly slug: string;
  readonly name: string;
  readonly locale: string;
  /** Null: it has published none. */
  readonly brand: unknown;
  readonly products: readonly ProductDraft[];
  readonly orders: readonly TrialOrder[];
};

/** Opens a shop that nobody else plays with, by the same use-cases as every other; returns the paths of its orders' pages. */
export async function openTrialShop(deps: TrialDeps, shop: TrialShop): Promise<readonly string[]> {
  const { slug, name, locale, brand, products, orders } = shop;
  const { merchantId } = await addMerchant(deps, {
    slug,
    name,
    locale,
    currency: "EUR",
    zone: "Europe/London",
    sandbox: true,
    storefrontUrl: null,
    supportEmail: null,
  });
  if (brand !== null) await publishBrand(deps, { merchantId, tokens: brand, actor: "trial" });
  const sent = orders.map((order, at) => order.parcels.map((parcel, nth) => numbered(parcel, `${slug} ${at} ${nth}`)));
  const drafts = orders.flatMap((order, at) => [
    orderDraft(order, `trial-${at}@${slug}.example.com`),
    ...(sent[at] ?? []).map((parcel) => shipmentDraft(order, parcel)),
  ]);
  await write(deps, merchantId, [...products, ...drafts]);
  await tellParcels(deps, { merchantId, sandboxUrl: deps.sandboxUrl }, sent.flat());
  const paths: string[] = [];
  for (const { number } of orders) paths.push(await pathOf(deps, merchantId, number));
  return paths;
}

async function write(deps: TrialDeps, merchantId: MerchantId, drafts: readonly Draft[]): Promise<void> {
  const outcomes = await writeDrafts(deps, { merchantId, drafts, source: "trial", now: deps.now });
  for (const [at, outcome] of outcomes.entries()) {
    if (outcome.kind !== "rejected") continue;
    throw new Error(`The trial's ${drafts[at]?.kind} was refused (${outcome.column}): ${outcome.reason}`);
  }
}

async function pathOf(deps: TrialDeps, merchantId: MerchantId, number: string): Promise<string> {
  const order = await withTenant(deps.db, merchantId, (tx) => findOrderByNumber(tx, { merchantId, number }));
  if (order === null) throw new Error(`The trial's order ${number} is not there`);
  return `/t/${(await issueLink(deps, { merchantId, orderId: order.id })).token}`;
}

const UNIT_MINOR = 2_500;

/** Each has a shopper of its own, so that what one chooses changes no other page. */
function orderDraft(order: TrialOrder, email: string): OrderDraft {
  const total = order.lines.reduce((sum, { quantity }) => sum + quantity * UNIT_MINOR, 0);
  return {
    kind: "order",
    number: order.number,
    placedAt: order.placedAt,
    email,
    shopperName: order.shipTo.name,
    acceptsMarketing: null,
    currency: "EUR",
    subtotalMinor: total,
    shippingMinor: 0,
    taxMinor: 0,
    discountMinor: 0,
    totalMinor: total,
    shippingMethod: "Standard",
    financialStatus: "paid",
    cancelledAt: order.cancelledAt ?? null,
    note: null,
    neededBy: null,
    shipTo: order.shipTo,
    lines: order.lines.map((line) => ({ ...line, unitPriceMinor: UNIT_MINOR, requiresShipping: true })),
    promise: order.promise,
  };
}

function numbered(parcel: TrialParcel, seed: string): TrialParcel & ToldParcel {
  return { ...parcel, number: toldNumber(parcel.carrier, seed) };
}

function shipmentDraft({ number }: TrialOrder, parcel: TrialParcel & ToldParcel): ShipmentDraft {
  const { carrier, shippedAt, skus } = parcel;
  return {
    kind: "shipment",
    orderNumber: number,
    carrier,
    trackingNumber: parcel.number,
    shippedAt,
    skus: skus?.join(" ") ?? null,
  };
}
