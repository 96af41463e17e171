import type { Db } from "#db/client.ts";
import { findCarrierAccount } from "#db/queries/carrier-accounts.ts";
import { withTenant } from "#db/tenant.ts";
import type { CarrierAccountId, MerchantId } from "#lib/kernel/ids.ts";
import type { KeyRing } from "#lib/runtime/key-ring.ts";
import { type CarrierCredentials, openCredentials } from "./carrier-credentials.ts";
import { connectCarrier } from "./connect-carrier.ts";

type Deps = { readonly db: Db; readonly keys: KeyRing };
type Account = { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId };

/**
 * An account's keys with what was typed in their place; what was left empty stays. They are for trying and saving only. Null
 * where there is no such account.
 */
export async function mergedKeys(
  { db, keys }: Deps,
  { merchantId, accountId, typed }: Account & { readonly typed: CarrierCredentials },
): Promise<CarrierCredentials | null> {
  const account = await withTenant(db, merchantId, (tx) => findCarrierAccount(tx, { merchantId, accountId }));
  if (account === null) return null;
  const old = openCredentials(keys, { merchantId, carrier: account.carrier }, account);
  return {
    clientId: typed.clientId === "" ? (old?.clientId ?? "") : typed.clientId,
    clientSecret: typed.clientSecret === "" ? (old?.clientSecret ?? "") : typed.clientSecret,
  };
}

/** Gives a connected account these keys; its parcels are asked about with them at once. False where there is no such account. */
export async function changeKeys(
  deps: Deps,
  input: Account & { readonly credentials: CarrierCredentials; readonly actor: string },
): Promise<boolean> {
  const { merchantId, accountId, credentials, actor } = input;
  const account = await withTenant(deps.db, merchantId, (tx) => findCarrierAccount(tx, { merchantId, accountId }));
  if (account === null) return false;
  const { carrier, label, sandbox, aggregator } = account;
  await connectCarrier(deps, { merchantId, carrier, label, sandbox, aggregator, credentials, actor });
  return true;
}
