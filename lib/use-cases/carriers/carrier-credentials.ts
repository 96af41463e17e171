import type { CarrierAccount } from "#db/queries/carrier-accounts.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { type KeyRing, type Sealed, seal, unseal } from "#lib/runtime/key-ring.ts";

/** What a carrier knows the merchant by. DHL has a key only: its `clientId` is empty. */
export type CarrierCredentials = { readonly clientId: string; readonly clientSecret: string };

/** Encrypts credentials for `carrier_accounts`; they open again only for this merchant and carrier. */
export function sealCredentials(
  keys: KeyRing,
  owner: { readonly merchantId: MerchantId; readonly carrier: string },
  credentials: CarrierCredentials,
): Sealed {
  return seal(keys, JSON.stringify(credentials), contextOf(owner));
}

/** Opens an account's credentials; null when this server's keys do not open them. */
export function openCredentials(
  keys: KeyRing,
  owner: { readonly merchantId: MerchantId; readonly carrier: string },
  account: Pick<CarrierAccount, "credentials">,
): CarrierCredentials | null {
  try {
    const { clientId, clientSecret }: Partial<CarrierCredentials> = JSON.parse(
      unseal(keys, account.credentials as Sealed, contextOf(owner)),
    );
    return { clientId: String(clientId ?? ""), clientSecret: String(clientSecret ?? "") };
  } catch {
    return null;
  }
}

function contextOf({ merchantId, carrier }: { readonly merchantId: MerchantId; readonly carrier: string }): string {
  return `carrier-account:${merchantId}:${carrier}`;
}
