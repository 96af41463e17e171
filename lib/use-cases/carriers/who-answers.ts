import type { Db } from "#db/client.ts";
import { answeringAccounts } from "#db/queries/answering-account.ts";
import { carrierAccountsOf, routedCarriers } from "#db/queries/carrier-accounts.ts";
import { carriersInUse, ordersWithCarriers } from "#db/queries/order-marks.ts";
import { withTenant } from "#db/tenant.ts";
import type { CarrierAccountId, MerchantId } from "#lib/kernel/ids.ts";

/** What names an account. */
type Named = { readonly accountId: CarrierAccountId; readonly carrier: string; readonly label: string };

/** Who answers for one carrier's parcels. */
export type CarrierAnswers = {
  /** As in `parcels.csv`. */
  readonly carrier: string;
  /** In the order in which they are asked; nobody can be where there is none. */
  readonly accounts: readonly (Named & { readonly isPaused: boolean })[];
  /** All that could answer, by name. */
  readonly able: readonly Named[];
  /** The merchant chose this order. */
  readonly isChosen: boolean;
  /** Orders with a parcel that nobody can be asked about, up to `MOST_UNANSWERED`; 0 where somebody can. */
  readonly unanswered: number;
};

/** So many unanswered orders are counted, and then there are more. */
export const MOST_UNANSWERED = 1_001;
/** A shop has a handful; a file may have brought words that are no carriers. */
const MOST_CARRIERS = 60;

/**
 * Who answers for the parcels of each carrier that the merchant's parcels or accounts are with, by carrier. Of carriers that nobody
 * answers for, those with orders since `placedFrom` (an ISO instant).
 */
export function whoAnswers(
  { db }: { readonly db: Db },
  { merchantId, placedFrom }: { readonly merchantId: MerchantId; readonly placedFrom: string },
): Promise<readonly CarrierAnswers[]> {
  return withTenant(db, merchantId, async (tx) => {
    const all = await carrierAccountsOf(tx, { merchantId });
    const routed = await routedCarriers(tx, { merchantId });
    const own = all.filter(({ aggregator }) => !aggregator).map(({ carrier }) => carrier);
    const used = await carriersInUse(tx, { merchantId });
    const carriers = [...new Set([...own, ...routed, ...used])].slice(0, MOST_CARRIERS).sort();
    const answering = Map.groupBy(await answeringAccounts(tx, { merchantId, carriers }), ({ carrier }) => carrier);
    const silent = carriers.filter((carrier) => !answering.has(carrier));
    const waiting = await ordersWithCarriers(tx, { merchantId, carriers: silent, placedFrom, most: MOST_UNANSWERED });
    const unanswered = new Map(waiting.map(({ carrier, orders }) => [carrier, orders]));
    return carriers.flatMap((carrier): readonly CarrierAnswers[] => {
      const able = all.filter((account) => account.carrier === carrier || account.aggregator).map(named);
      const accounts = (answering.get(carrier) ?? []).flatMap(({ accountId, isPaused }) =>
        able.filter((account) => account.accountId === accountId).map((account) => ({ ...account, isPaused })),
      );
      const orders = unanswered.get(carrier) ?? 0;
      if (accounts.length === 0 && orders === 0) return [];
      return [{ carrier, accounts, able, isChosen: routed.includes(carrier), unanswered: orders }];
    });
  });
}

function named(account: { readonly id: CarrierAccountId; readonly carrier: string; readonly label: string }): Named {
  const { id, carrier, label } = account;
  return { accountId: id, carrier, label };
}
