import { type CarrierAccount, findCarrierAccount } from "#db/queries/carrier-accounts.ts";
import { databaseNow } from "#db/queries/database-now.ts";
import { releaseShipments } from "#db/queries/due-shipments.ts";
import { numbersOfShipments } from "#db/queries/shipment-numbers.ts";
import { tellNews } from "#db/queries/tracking-news.ts";
import { withTenant } from "#db/tenant.ts";
import { judgeAfter } from "#lib/use-cases/promises/judge-after.ts";
import { type Answer, askCarrier } from "./ask-carrier.ts";
import type { Flight, Synced } from "./flight.ts";
import { keepAnswers } from "./keep-answers.ts";
import { restAccount } from "./rest-account.ts";
import type { TrackingDeps } from "./tracking-deps.ts";

/**
 * The one way in which we ask carriers: asks about claimed parcels, keeps what is new, folds it, and gives the parcels back
 * with the time of their next check. No transaction is open during the calls. A carrier that is slow, down, refuses or talks
 * nonsense changes nothing but the tracking health. Throws only when our own database fails; the lease then runs out and the
 * parcels are asked about again, which does no harm.
 */
export async function syncShipments(deps: TrackingDeps, flight: Flight): Promise<Synced> {
  const { merchantId, starts } = flight;
  const { account, numbers, askedAt } = await withTenant(deps.db, merchantId, async (tx) => ({
    account: await findCarrierAccount(tx, flight),
    numbers: await numbersOfShipments(tx, flight),
    askedAt: await databaseNow(tx),
  }));
  const asked = account ?? disconnected(flight);
  const calls = await askCarrier(deps, { merchantId, account: asked, numbers, starts });
  const answers = new Map<string, Answer>(calls.flatMap((call) => [...call]));
  const pace = asked.sandbox ? deps.sandbox.pace : 1;
  const unasked = numbers.filter(({ number }) => !answers.has(number)).map(({ shipmentId }) => shipmentId);
  const reached = numbers.filter(({ number }) => answers.has(number));
  // What was claimed and is no parcel any more is nobody's to ask about.
  const gone = flight.shipmentIds.filter((id) => !numbers.some(({ shipmentId }) => shipmentId === id));
  const { changed, toJudge, ...synced } = await withTenant(deps.db, merchantId, async (tx) => {
    const paused = await restAccount(tx, { flight, calls, pace });
    const kept = await keepAnswers(tx, {
      ...{ flight, source: "poll", carrier: asked.carrier, askedAt, pace, numbers: reached, answers, gone },
    });
    await releaseShipments(tx, { ...flight, shipmentIds: unasked });
    const trouble = [...answers.values()].find((answer) => !answer.ok)?.error ?? null;
    return { ...kept, calls: calls.length, unasked: unasked.length, paused, trouble };
  });
  // Before it is told: whoever looks then sees both.
  await judgeAfter(deps, { merchantId, shipmentIds: toJudge });
  await tellNews(deps.db, { merchantId, shipmentIds: changed });
  return synced;
}

/** An account that went between claim and call: nothing speaks for it, so its parcels wait. */
function disconnected({ accountId }: Flight): CarrierAccount {
  return { id: accountId, carrier: "", label: "", sandbox: false, aggregator: false, credentials: null };
}
