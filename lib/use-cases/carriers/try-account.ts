import { findCarrierAccount } from "#db/queries/carrier-accounts.ts";
import { someNumber } from "#db/queries/shipment-numbers.ts";
import { withTenant } from "#db/tenant.ts";
import { assertNever } from "#lib/kernel/assert-never.ts";
import { type CarrierAccountId, type MerchantId, newId } from "#lib/kernel/ids.ts";
import type { Answer } from "#lib/use-cases/tracking/ask-carrier.ts";
import { baseUrlOf } from "#lib/use-cases/tracking/ask-carrier.ts";
import type { AskDeps } from "#lib/use-cases/tracking/tracking-deps.ts";
import type { CarrierCredentials } from "./carrier-credentials.ts";
import { trackNumber } from "./track-number.ts";

/** What a real call said of an account's keys. */
export const TRIAL_RESULTS = [
  /** It answered about a parcel of the shop's, or said that it does not know a made-up one. */
  "accepted",
  /** It took the key, and may not tell about this parcel: another shipper's. */
  "forbidden",
  "refused",
  /** It took the key; no call is left for now, at the carrier or within our own limits. */
  "spent",
  "unreachable",
  /** It answered something else. */
  "unclear",
] as const;
export type TrialResult = (typeof TRIAL_RESULTS)[number];

/** Well-formed numbers that are nobody's, for shops without a parcel; of DHL the one of its documents. */
const MADE_UP: Readonly<Record<string, string>> = {
  ups: "1ZA83K720389227474",
  fedex: "748861901524",
  usps: "9400174772143810499095",
  dhl: "7777777770",
};
const MADE_UP_ELSEWHERE = { number: "1ZA83K720389227474", carrier: "ups" };

const TRIAL_MS = 12_000;

type Keys = { readonly carrier: string; readonly sandbox: boolean; readonly credentials: CarrierCredentials };

/** Tries keys that are not saved yet, with one call; nothing is kept. Null for a carrier that nothing here speaks with. */
export async function tryKeys(
  deps: AskDeps,
  { merchantId, carrier: code, sandbox, credentials }: Keys & { readonly merchantId: MerchantId },
): Promise<TrialResult | null> {
  const carrier = deps.carriers.get(code);
  if (carrier === undefined) return null;
  const { isAggregator } = carrier;
  const about = await numberToTry(deps, { merchantId, carrier: code, isAggregator });
  // Tokens are kept by account: this one has an id of its own, so that no other key's token answers for it.
  const account = { id: newId(), carrier: code, label: "", sandbox, aggregator: isAggregator, credentials: null };
  const access = { accountId: account.id, baseUrl: baseUrlOf(deps, account, carrier), ...credentials };
  const context = { send: deps.send, signal: AbortSignal.timeout(TRIAL_MS), carrierOf: () => about.carrier };
  const answers = await carrier.track(access, [about.number], context);
  return resultOf(answers.get(about.number));
}

/** Tries a connected account with one call of its budget; null where there is no such account. */
export async function tryAccount(
  deps: AskDeps,
  { merchantId, accountId }: { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId },
): Promise<TrialResult | null> {
  const account = await withTenant(deps.db, merchantId, (tx) => findCarrierAccount(tx, { merchantId, accountId }));
  if (account === null) return null;
  const about = await numberToTry(deps, { merchantId, carrier: account.carrier, isAggregator: account.aggregator });
  return resultOf(await trackNumber(deps, { merchantId, account, number: about.number }));
}

async function numberToTry(
  { db }: Pick<AskDeps, "db">,
  input: { readonly merchantId: MerchantId; readonly carrier: string; readonly isAggregator: boolean },
): Promise<{ readonly number: string; readonly carrier: string }> {
  const { merchantId, carrier, isAggregator } = input;
  const asked = { merchantId, carrier: isAggregator ? null : carrier };
  const own = await withTenant(db, merchantId, (tx) => someNumber(tx, asked));
  if (own !== null) return own;
  const madeUp = MADE_UP[carrier];
  return madeUp === undefined ? MADE_UP_ELSEWHERE : { number: madeUp, carrier };
}

function resultOf(answer: Answer | undefined): TrialResult {
  if (answer === undefined) return "unreachable";
  if (answer.ok) return "accepted";
  const { kind } = answer.error;
  switch (kind) {
    case "credentials_refused":
      return "refused";
    case "forbidden":
      return "forbidden";
    case "quota_spent":
      return "spent";
    case "outage":
      return "unreachable";
    case "invalid_number":
    case "unreadable":
    case "rejected":
      return "unclear";
    default:
      return assertNever(kind);
  }
}
