import { setTimeout as pause } from "node:timers/promises";
import type { Tx } from "#db/client.ts";
import { type Claimed, claimForLook, isAnyAsked, newLookLease, releaseShipments } from "#db/queries/due-shipments.ts";
import { moveLookedAt, reviveShipments } from "#db/queries/schedule-shipments.ts";
import { shipmentsOfOrder } from "#db/queries/shipment-numbers.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId, OrderId, ShipmentId } from "#lib/kernel/ids.ts";
import { askFloorsOf } from "./ask-floors.ts";
import type { Flight } from "./flight.ts";
import { limitsOf } from "./limits-of.ts";
import { syncShipments } from "./sync-shipments.ts";
import { takeCalls } from "./take-calls.ts";
import type { TrackingDeps } from "./tracking-deps.ts";

export type RefreshDeps = TrackingDeps & {
  /** No carrier is asked about a parcel again within this time, however many look. */
  readonly floorMs: number;
};

/** How long somebody waits for a carrier; what comes later is kept and shown at the next look. */
const PATIENCE_MS = 2_500;
const LOOK_MS = 120;

type OrderLook = {
  readonly merchantId: MerchantId;
  /** Whose parcels, found in the transaction that claims them. */
  readonly orderIn: (tx: Tx) => Promise<OrderId>;
};

/**
 * Asks about the parcels of an order that nobody asked about within the floor. Of many who look at once, one asks and the others
 * wait for the same answer. Resolves after 2.5 s at the latest; the call goes on behind it. Throws what `orderIn` throws, and
 * nothing for what carriers do.
 */
export async function askAboutOrder(
  deps: RefreshDeps,
  { merchantId, orderIn }: OrderLook,
): Promise<{ readonly pending: boolean }> {
  const endMs = performance.now() + PATIENCE_MS;
  const leaseId = newLookLease();
  const { shipmentIds, claimed } = await claimParcels(deps, { merchantId, orderIn }, leaseId);
  const asking = ask(deps, { merchantId, leaseId }, claimed);
  const others = shipmentIds.filter((id) => !claimed.some(({ shipmentId }) => shipmentId === id));
  const [mine, theirs] = await Promise.all([
    Promise.race([asking.then(() => true), pause(endMs - performance.now(), false, { ref: false })]),
    awaitOthers(deps, { merchantId, shipmentIds: others }, endMs),
  ]);
  return { pending: !mine || !theirs };
}

function claimParcels(deps: RefreshDeps, { merchantId, orderIn }: OrderLook, leaseId: string) {
  const floors = askFloorsOf({ floorMs: deps.floorMs, pace: deps.sandbox.pace });
  return withTenant(deps.db, merchantId, async (tx) => {
    const shipmentIds = await shipmentsOfOrder(tx, { merchantId, orderId: await orderIn(tx) });
    await reviveShipments(tx, { merchantId, shipmentIds });
    await moveLookedAt(tx, { merchantId, shipmentIds });
    const claimed = await claimForLook(tx, { merchantId, shipmentIds, leaseId, ...floors });
    return { shipmentIds, claimed };
  });
}

/**
 * All accounts side by side, so that none waits for a slow one. Never rejects: what our own database does is told to
 * `onError`.
 */
async function ask(
  deps: RefreshDeps,
  flight: Pick<Flight, "merchantId" | "leaseId">,
  claimed: readonly Claimed[],
): Promise<void> {
  const accounts = [...Map.groupBy(claimed, ({ accountId }) => accountId).values()];
  await Promise.all(accounts.map((parcels) => askAccount(deps, flight, parcels).catch(deps.onError)));
}

/** As many calls as the budget has for those who look; what it has none for is given back, to be asked about in its turn. */
async function askAccount(
  deps: RefreshDeps,
  { merchantId, leaseId }: Pick<Flight, "merchantId" | "leaseId">,
  parcels: readonly Claimed[],
): Promise<void> {
  const [first] = parcels;
  if (first === undefined) return;
  const { accountId } = first;
  const carrier = deps.carriers.get(first.askedOf);
  const batchSize = carrier?.batchSize ?? 1;
  const limits = limitsOf(first, carrier);
  const wanted = Math.ceil(parcels.length / batchSize);
  const taken = await takeCalls(deps.db, { merchantId, accountId, limits, wanted, by: "look" });
  const ids = parcels.map(({ shipmentId }) => shipmentId);
  const paidFor = taken.granted * batchSize;
  await releaseShipments(deps.db, { merchantId, leaseId, shipmentIds: ids.slice(paidFor) });
  const shipmentIds = ids.slice(0, paidFor);
  if (shipmentIds.length > 0)
    await syncShipments(deps, { merchantId, accountId, leaseId, shipmentIds, starts: taken.starts });
}

/** Waits while somebody else asks about one of these parcels; false when the time is over first. */
async function awaitOthers(
  { db }: RefreshDeps,
  parcels: { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] },
  endMs: number,
): Promise<boolean> {
  if (parcels.shipmentIds.length === 0) return true;
  while (await isAnyAsked(db, parcels)) {
    if (performance.now() + LOOK_MS > endMs) return false;
    await pause(LOOK_MS);
  }
  return true;
}
