import { Temporal } from "temporal-polyfill";
import { type CarrierAccount, findCarrierAccount } from "#db/queries/carrier-accounts.ts";
import {
  noteUnsubscribed,
  type Subscribed,
  type Subscribing,
  saveSubscriptions,
  takeSubscriptions,
} from "#db/queries/push-subscriptions.ts";
import { findPushAccount } from "#db/queries/pushes.ts";
import { withTenant } from "#db/tenant.ts";
import type { Carrier, CarrierError, Subscription } from "#lib/carriers/carrier.ts";
import type { CarrierAccountId, MerchantId } from "#lib/kernel/ids.ts";
import { err, type Result } from "#lib/kernel/result.ts";
import { tryAgainAfterMs } from "#lib/tracking/try-again.ts";
import { openCredentials } from "#lib/use-cases/carriers/carrier-credentials.ts";
import { baseUrlOf, countedSend } from "#lib/use-cases/tracking/ask-carrier.ts";
import type { TrackingDeps } from "#lib/use-cases/tracking/tracking-deps.ts";
import { webhookAddress } from "./webhook-address.ts";
import { openWebhookSecret } from "./webhook-secret.ts";

/** How far an account's parcels were looked through for new ones, and since when. */
export type Looked = Map<CarrierAccountId, { readonly after: string; readonly sinceMs: number }>;

export type RenewDeps = TrackingDeps & {
  readonly publicUrl: string;
  readonly looked: Looked;
  readonly stopping: AbortSignal;
};

/** `problem`: the last thing that kept a parcel from being taken; for the operator. */
export type Renewed = { readonly asked: number; readonly failed: number; readonly problem: string | null };

type Account = { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId; readonly webhookKey: string };
type Outcome = Result<null, CarrierError>;
/** An account and how its carrier is asked. */
type Asking = {
  readonly carrier: Carrier;
  readonly subscription: Subscription;
  readonly account: CarrierAccount;
  readonly secret: string;
};

/** A minute's share: a million parcels a hundred at a time within a day; one at a time, USPS's sixty calls an hour. */
const CALLS = { ofMany: 20, ofOne: 1 };
const CALL_MS = 20_000;
/** Who dies while asking frees the parcels by this. */
const LEASE_SECONDS = 300;
const DAY_MS = 86_400_000;
/** A subscription is renewed so long before it ends. */
const BEFORE_END_MS = 2 * DAY_MS;
const PAGE = 5_000;
const PAGES = 20;
/** Parcels are committed up to this long after their ids were made. */
const LOOK_BACK_MS = 3_600_000;
const NOTHING: Renewed = { asked: 0, failed: 0, problem: null };
/** After these the next parcels would fare no better. */
const OF_ACCOUNT: ReadonlySet<CarrierError["kind"]> = new Set([
  "credentials_refused",
  "forbidden",
  "quota_spent",
  "outage",
]);

/**
 * Asks the account's carrier to push news of parcels that are new, or whose subscription runs out; at most so many a call of
 * this. Nothing to do where the carrier needs no asking. Throws only when our own database fails.
 */
export async function renewPushes(deps: RenewDeps, account: Account): Promise<Renewed> {
  const asking = await openAsking(deps, account);
  if (asking === null) return NOTHING;
  await noteNew(deps, account);
  const { batchSize } = asking.subscription;
  let total = NOTHING;
  for (let call = 0; call < (batchSize > 1 ? CALLS.ofMany : CALLS.ofOne) && !deps.stopping.aborted; call += 1) {
    const taken = await withTenant(deps.db, account.merchantId, (tx) =>
      takeSubscriptions(tx, { ...account, limit: batchSize, forSeconds: LEASE_SECONDS }),
    );
    if (taken.length === 0) break;
    const outcomes = await ask(deps, asking, account, taken);
    const subscribed = taken.map((one) => subscribedOf(one, outcomes.get(one.number), asking.subscription.lastsMs));
    await withTenant(deps.db, account.merchantId, (tx) =>
      saveSubscriptions(tx, { merchantId: account.merchantId, subscribed }),
    );
    const problems = subscribed.flatMap(({ problem }) => problem ?? []);
    total = {
      asked: total.asked + taken.length,
      failed: total.failed + problems.length,
      problem: problems.at(-1) ?? total.problem,
    };
    if ([...outcomes.values()].every((outcome) => !outcome.ok && OF_ACCOUNT.has(outcome.error.kind))) break;
  }
  return total;
}

async function openAsking(deps: RenewDeps, door: Account): Promise<Asking | null> {
  const { merchantId } = door;
  const pushed = await findPushAccount(deps.db, door);
  const carrier = deps.carriers.get(pushed?.carrier ?? "");
  const subscription = carrier?.pushes?.subscription ?? null;
  if (pushed === null || carrier === undefined || subscription === null) return null;
  const secret = openWebhookSecret(deps.keys, { merchantId, carrier: carrier.code }, pushed.secret);
  const account = await withTenant(deps.db, merchantId, (tx) => findCarrierAccount(tx, door));
  return secret === null || account === null ? null : { carrier, subscription, account, secret };
}

/** Notes parcels that are new, page by page; all of them anew each day, since others may have come to the account. */
async function noteNew({ db, looked }: RenewDeps, { merchantId, accountId }: Account): Promise<void> {
  const nowMs = Temporal.Now.instant().epochMilliseconds;
  const before = looked.get(accountId);
  const sinceMs = before === undefined || nowMs - before.sinceMs > DAY_MS ? nowMs : before.sinceMs;
  let after = before === undefined || sinceMs === nowMs ? idAt(0) : before.after;
  for (let page = 0; page < PAGES; page += 1) {
    const from = after;
    const last = await withTenant(db, merchantId, (tx) =>
      noteUnsubscribed(tx, { merchantId, accountId, after: from, limit: PAGE }),
    );
    if (last === null) break;
    after = last;
  }
  const recent = idAt(nowMs - LOOK_BACK_MS);
  looked.set(accountId, { after: [after, recent].sort()[0] ?? after, sinceMs });
}

/** The least id of that millisecond (RFC 9562, UUID version 7). */
function idAt(ms: number): string {
  const time = ms.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

async function ask(
  deps: RenewDeps,
  { carrier, subscription, account, secret }: Asking,
  { merchantId, webhookKey }: Account,
  taken: readonly Subscribing[],
): Promise<ReadonlyMap<string, Outcome>> {
  const credentials = openCredentials(deps.keys, { merchantId, carrier: carrier.code }, account);
  const numbers = [...new Set(taken.map(({ number }) => number))];
  if (credentials === null) {
    const message = "This server's keys do not open the account's";
    const refused = err<CarrierError>({ kind: "credentials_refused", message, retryAfterMs: null });
    return new Map(numbers.map((number) => [number, refused]));
  }
  const access = { accountId: account.id, baseUrl: baseUrlOf(deps, account, carrier), ...credentials };
  const target = { url: webhookAddress(deps.publicUrl, webhookKey), secret };
  const signal = AbortSignal.timeout(CALL_MS);
  // USPS counts these too.
  const send = countedSend(deps, { merchantId, account, carrier, by: "schedule", paid: 0 });
  return subscription.subscribe(access, numbers, target, { send, signal });
}

function subscribedOf(
  { shipmentId, failures }: Subscribing,
  outcome: Outcome | undefined,
  lastsMs: number,
): Subscribed {
  if (outcome?.ok) {
    // Spread, so that what was asked for at once does not run out at once.
    const waitMs = Math.max(lastsMs - BEFORE_END_MS, lastsMs / 2) * (1 - Math.random() / 20);
    return { shipmentId, waitMs, failures: 0, problem: null };
  }
  const kind = outcome?.error.kind ?? "unreadable";
  const retryAfterMs = outcome?.error.retryAfterMs ?? null;
  const waitMs = tryAgainAfterMs(kind, failures + 1, { retryAfterMs, pace: 1 });
  return { shipmentId, waitMs, failures: failures + 1, problem: kind };
}
