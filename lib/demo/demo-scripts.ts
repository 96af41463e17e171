import { Temporal } from "temporal-polyfill";
import type { Db } from "#db/client.ts";
import { presentShipments } from "#db/queries/save-shipments.ts";
import { numbersOfShipments } from "#db/queries/shipment-numbers.ts";
import { merchantIdBySlug } from "#db/queries/slugs.ts";
import { askingsOf } from "#db/queries/tracking-states.ts";
import { withTenant } from "#db/tenant.ts";
import type { JourneyScript, SandboxCarrier } from "#lib/carriers/sandbox/script.ts";
import { type DemoParcel, demoParcels } from "./demo-parcels.ts";
import { type Anchor, journeyScriptOf } from "./journeys/journey-script.ts";
import { type DemoSlug, demoMerchants, demoSlugs } from "./merchants.ts";

/** A script as the sandbox takes it. */
export type DemoScript = {
  readonly carrier: SandboxCarrier;
  readonly number: string;
  readonly script: JourneyScript;
};

/** What is stored of a parcel that its script hangs on. */
type StoredParcel = Omit<Anchor, "today"> & { readonly number: string; readonly isHeardOf: boolean };

/** Scripts for parcels of the demo shops: all, and those among them that get a fault, which begins once they are heard of. */
export type DemoScripts = {
  readonly all: readonly DemoScript[];
  readonly faulty: readonly DemoScript[];
  /** Parcels that will get a fault, and of which nothing was heard yet. */
  readonly awaited: number;
};

/**
 * What the sandbox is told of the demo's parcels, counted from the moment at which everything is read. The times hang on
 * what is stored, so each start of the demo gives the same ones, on any day. Shops that are not loaded are left out.
 */
export async function demoScripts(deps: {
  readonly db: Db;
  readonly clock: () => Temporal.Instant;
}): Promise<DemoScripts> {
  const shops = await Promise.all(demoSlugs.map((slug) => knownParcels(deps.db, slug)));
  const now = deps.clock();
  const known = shops.flat();
  const all = known.map((parcel) => entryOf(parcel, now));
  return {
    all,
    faulty: all.filter(({ script }) => script.fault != null),
    awaited: known.filter(({ parcel, stored }) => parcel.journey.laterFault !== undefined && !stored.isHeardOf).length,
  };
}

type KnownParcel = { readonly slug: DemoSlug; readonly parcel: DemoParcel; readonly stored: StoredParcel };

async function knownParcels(db: Db, slug: DemoSlug): Promise<readonly KnownParcel[]> {
  const parcels = demoParcels(slug);
  const stored = await storedParcels(db, slug, parcels);
  return parcels.flatMap((parcel) => {
    const known = stored.find(({ number }) => number === parcel.number);
    return known === undefined ? [] : [{ slug, parcel, stored: known }];
  });
}

function entryOf({ slug, parcel, stored }: KnownParcel, now: Temporal.Instant): DemoScript {
  const { carrier, number, journey, shippedOnDay } = parcel;
  const shippedOn = stored.shippedAt.toZonedDateTimeISO(demoMerchants[slug].zone).toPlainDate();
  const script = journeyScriptOf(journey, { ...stored, today: shippedOn.subtract({ days: shippedOnDay }) }, now);
  const fault = stored.isHeardOf ? journey.laterFault : undefined;
  return { carrier, number, script: fault === undefined ? script : { ...script, fault } };
}

async function storedParcels(db: Db, slug: DemoSlug, parcels: readonly DemoParcel[]): Promise<readonly StoredParcel[]> {
  const merchantId = await merchantIdBySlug(db, slug);
  if (merchantId === null) return [];
  return withTenant(db, merchantId, async (tx) => {
    const named = parcels.map(({ carrier, number }) => ({ carrier, trackingNumber: number }));
    const shipments = await presentShipments(tx, { merchantId, orderIds: [], parcels: named });
    const shipmentIds = shipments.map(({ id }) => id);
    const known = await numbersOfShipments(tx, { merchantId, shipmentIds });
    const askings = await askingsOf(tx, { merchantId, shipmentIds });
    return shipments.flatMap(({ id, trackingNumber, shippedAt }) => {
      const knownSince = known.find(({ shipmentId }) => shipmentId === id)?.knownSince;
      if (shippedAt === null || knownSince === undefined) return [];
      const asking = askings.find(({ shipmentId }) => shipmentId === id);
      return [
        {
          number: trackingNumber,
          shippedAt: Temporal.Instant.from(shippedAt),
          loadedAt: Temporal.Instant.from(knownSince),
          isHeardOf: asking !== undefined && asking.checkedAt !== null,
        },
      ];
    });
  });
}
