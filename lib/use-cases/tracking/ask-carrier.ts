import type { CarrierAccount } from "#db/queries/carrier-accounts.ts";
import type { Carrier, CarrierError, CarrierReport } from "#lib/carriers/carrier.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { err, type Result } from "#lib/kernel/result.ts";
import { openCredentials } from "#lib/use-cases/carriers/carrier-credentials.ts";
import type { TrackingDeps } from "./tracking-deps.ts";

export type Answer = Result<CarrierReport, CarrierError>;

/** All requests of one call together, a token included; well within the lease, so that writing still fits in. */
const CALL_MS = 20_000;

/** Asks the account's carrier about these numbers, at most its batch. Never throws for what the outside world does. */
export async function askCarrier(
  deps: TrackingDeps,
  merchantId: MerchantId,
  account: CarrierAccount,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, Answer>> {
  const carrier = deps.carriers.get(account.carrier);
  const all = (error: CarrierError) => new Map<string, Answer>(numbers.map((number) => [number, err(error)]));
  if (carrier === undefined) return all(declined("rejected", `Nothing here speaks with ${account.carrier}`));
  const credentials = openCredentials(deps.keys, { merchantId, carrier: account.carrier }, account);
  if (credentials === null) return all(declined("credentials_refused", "This server's keys do not open the account's"));
  const access = { accountId: account.id, baseUrl: baseUrlOf(deps, account, carrier), ...credentials };
  return carrier.track(access, numbers, { send: deps.send, signal: AbortSignal.timeout(CALL_MS) });
}

/** The sandbox has each carrier in a folder of its own, with the same path as the real one below it. */
export function baseUrlOf({ sandbox }: TrackingDeps, account: CarrierAccount, carrier: Carrier): string {
  if (!account.sandbox) return carrier.baseUrl;
  return `${sandbox.url}/${carrier.code}${new URL(carrier.baseUrl).pathname.replace(/\/$/, "")}`;
}

function declined(kind: CarrierError["kind"], message: string): CarrierError {
  return { kind, message, retryAfterMs: null };
}
