import { type CarrierAccount, findCarrierAccount } from "#db/queries/carrier-accounts.ts";
import { databaseNow } from "#db/queries/database-now.ts";
import { numbersOfShipments } from "#db/queries/shipment-numbers.ts";
import { withTenant } from "#db/tenant.ts";
import { askCarrier } from "./ask-carrier.ts";
import type { Flight, Synced } from "./flight.ts";
import { keepAnswers } from "./keep-answers.ts";
import type { TrackingDeps } from "./tracking-deps.ts";

/**
 * The one way in which carriers' words come to us: asks about claimed parcels, keeps what is new, folds it, and gives the
 * parcels back with the time of their next check. No transaction is open during the call. A carrier that is slow, down,
 * refuses or talks nonsense changes nothing but the tracking health. Throws only when our own database fails; the lease
 * then runs out and the parcels are asked about again, which does no harm.
 */
export async function syncShipments(deps: TrackingDeps, flight: Flight): Promise<Synced> {
  const { merchantId } = flight;
  const { account, numbers, askedAt } = await withTenant(deps.db, merchantId, async (tx) => ({
    account: await findCarrierAccount(tx, flight),
    numbers: await numbersOfShipments(tx, flight),
    askedAt: await databaseNow(tx),
  }));
  const asked = account ?? disconnected(flight);
  const answers = await askCarrier(deps, merchantId, asked, [...new Set(numbers.map(({ number }) => number))]);
  const pace = asked.sandbox ? deps.sandbox.pace : 1;
  return withTenant(deps.db, merchantId, (tx) => keepAnswers(tx, { flight, askedAt, pace, numbers, answers }));
}

/** An account that went between claim and call: nothing speaks for it, so its parcels wait. */
function disconnected({ accountId }: Flight): CarrierAccount {
  return { id: accountId, carrier: "", label: "", sandbox: false, credentials: null };
}
