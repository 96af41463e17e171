import { Temporal } from "temporal-polyfill";
import { writeOrderMarks } from "#db/queries/order-marks.ts";
import {
  contentsOfOrders,
  type OrderContents,
  type PresentShipment,
  presentShipments,
  type ShipmentItemToSave,
  type ShipmentToSave,
  saveShipments,
} from "#db/queries/save-shipments.ts";
import { scheduleShipments } from "#db/queries/schedule-shipments.ts";
import { writeSearchTerms } from "#db/queries/search-terms.ts";
import { noteUnsent } from "#db/queries/unsent-orders.ts";
import { newId } from "#lib/kernel/ids.ts";
import { allocateParcels, splitSkus } from "#lib/orders/allocate-parcels.ts";
import type { ShipmentDraft } from "#lib/orders/drafts.ts";
import { orderNumberKey } from "#lib/orders/order-number.ts";
import type { WriteContext } from "./write-context.ts";
import type { WriteOutcome } from "./write-outcome.ts";

type Parcel = { readonly at: number; readonly draft: ShipmentDraft };
/** `claimed`: tracking numbers that this batch has given out already. */
type Plan = {
  readonly shipments: ShipmentToSave[];
  readonly items: ShipmentItemToSave[];
  readonly claimed: Set<string>;
};
type Problem = { readonly at: number; readonly column: string; readonly reason: string };

/** Writes parcels, all of an order or none: which line is in which parcel depends on the others. */
export async function writeShipments(
  { tx, merchantId }: WriteContext,
  drafts: readonly ShipmentDraft[],
): Promise<readonly WriteOutcome[]> {
  const byOrder = Map.groupBy(
    drafts.map((draft, at): Parcel => ({ at, draft })),
    ({ draft }) => orderNumberKey(draft.orderNumber),
  );
  const contents = await contentsOfOrders(tx, { merchantId, numberKeys: [...byOrder.keys()] });
  const orderIds = [...contents.values()].map((order) => order.orderId);
  const present = await presentShipments(tx, { merchantId, orderIds, parcels: drafts });
  const plan: Plan = { shipments: [], items: [], claimed: new Set() };
  const outcomes = new Map<number, WriteOutcome>();
  for (const [key, parcels] of byOrder) {
    for (const [at, outcome] of planOrder(plan, contents.get(key), parcels, present)) outcomes.set(at, outcome);
  }
  await saveShipments(tx, { merchantId, shipments: plan.shipments, items: plan.items });
  const changed = [...new Set(plan.shipments.map((parcel) => parcel.order_id))];
  await writeSearchTerms(tx, { merchantId, orderIds: changed });
  await writeOrderMarks(tx, { merchantId, orderIds: changed });
  await noteUnsent(tx, { merchantId, orderIds: changed });
  await scheduleShipments(tx, { merchantId, shipmentIds: plan.shipments.map(({ id }) => id) });
  return drafts.map((_, at) => outcomes.get(at) ?? { kind: "unchanged" });
}

function planOrder(
  plan: Plan,
  order: OrderContents | undefined,
  parcels: readonly Parcel[],
  present: readonly PresentShipment[],
): ReadonlyMap<number, WriteOutcome> {
  const problem = problemOf(plan, order, parcels, present);
  if (order === undefined || problem !== null) {
    return new Map(
      parcels.map(({ at }) => [
        at,
        at === problem?.at
          ? { kind: "rejected", column: problem.column, reason: problem.reason }
          : { kind: "left_out" },
      ]),
    );
  }
  const named = new Set(parcels.map(({ draft }) => numberOf(draft)));
  const others = present.filter((parcel) => parcel.orderId === order.orderId && !named.has(numberOf(parcel)));
  const positions = allocateParcels(
    order.lines,
    parcels.map(({ draft }) => skusOf(order, draft)),
    new Set(others.flatMap((parcel) => parcel.positions)),
  );
  return new Map(
    parcels.map((parcel, nth) => [parcel.at, planParcel(plan, order, parcel, positions[nth] ?? [], present)]),
  );
}

function planParcel(
  plan: Plan,
  order: OrderContents,
  { draft }: Parcel,
  positions: readonly number[],
  present: readonly PresentShipment[],
): WriteOutcome {
  const known = present.find((parcel) => numberOf(parcel) === numberOf(draft));
  const isSame =
    known !== undefined &&
    isSameInstant(known.shippedAt, draft.shippedAt) &&
    known.positions.join() === positions.join();
  if (isSame) return { kind: "unchanged" };
  const id = known?.id ?? newId();
  plan.shipments.push({
    id,
    order_id: order.orderId,
    carrier: draft.carrier,
    tracking_number: draft.trackingNumber,
    shipped_at: draft.shippedAt,
  });
  // The file gives no quantities: they are known only where a whole line is in one parcel, which the page works out.
  for (const position of positions)
    plan.items.push({ shipment_id: id, order_id: order.orderId, position, quantity: null });
  return { kind: known === undefined ? "imported" : "updated" };
}

function problemOf(
  plan: Plan,
  order: OrderContents | undefined,
  parcels: readonly Parcel[],
  present: readonly PresentShipment[],
): Problem | null {
  const claims = new Set<string>();
  for (const { at, draft } of parcels) {
    if (order === undefined) {
      return { at, column: "Order", reason: `there is no order ${draft.orderNumber}; import the orders first` };
    }
    const number = numberOf(draft);
    const known = present.find((parcel) => numberOf(parcel) === number);
    if (claims.has(number) || plan.claimed.has(number) || (known !== undefined && known.orderId !== order.orderId)) {
      return { at, column: "Tracking number", reason: `${draft.trackingNumber} already belongs to another parcel` };
    }
    const skus =
      draft.skus === null
        ? null
        : splitSkus(
            draft.skus,
            order.lines.map((line) => line.sku),
          );
    if (skus?.ok === false) return { at, column: "SKUs", reason: `${JSON.stringify(skus.error)} is not in this order` };
    claims.add(number);
  }
  for (const number of claims) plan.claimed.add(number);
  return null;
}

function skusOf(order: OrderContents, draft: ShipmentDraft): readonly string[] {
  const all = order.lines.map((line) => line.sku);
  const skus = draft.skus === null ? null : splitSkus(draft.skus, all);
  return skus?.ok === true ? skus.value : all;
}

function numberOf(parcel: { readonly carrier: string; readonly trackingNumber: string }): string {
  return `${parcel.carrier} ${parcel.trackingNumber}`;
}

function isSameInstant(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && Temporal.Instant.compare(a, b) === 0);
}
