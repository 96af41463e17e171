import { createHash, createHmac } from "node:crypto";
import type { Db } from "#db/client.ts";
import { addJobs } from "#db/queries/add-job.ts";
import { findPushAccount, findPushDoor, type PushDoor, type PushToStore, storePushes } from "#db/queries/pushes.ts";
import { withTenant } from "#db/tenant.ts";
import type { Carrier, Pushes, PushRequest } from "#lib/carriers/carrier.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { KeyRing } from "#lib/runtime/key-ring.ts";
import { challengeOf } from "./challenge-of.ts";
import { gathered } from "./gathered.ts";
import { openWebhookSecret } from "./webhook-secret.ts";

export type ReceiveDeps = {
  readonly db: Db;
  readonly keys: KeyRing;
  readonly carriers: ReadonlyMap<string, Carrier>;
};

export type Received =
  /** Nobody's address, or not signed by who should. */
  | { readonly kind: "unknown" | "forged" }
  /** Kept, now or when it came before. */
  | { readonly kind: "stored" | "replay" }
  /** To be said back. */
  | { readonly kind: "challenge"; readonly challenge: string };

export type ReceivePush = (push: PushRequest & { readonly webhookKey: string }) => Promise<Received>;

/** How a push is judged at an address. */
type Judge = PushDoor & { readonly pushes: Pushes; readonly secret: string | null };

/** An address is looked up again after this: one that was given up for another ends within it. */
const REMEMBER_MS = 5_000;
const MOST_REMEMBERED = 1_000;
/** So many pushes go into one transaction; more would keep the first of them waiting. */
const MOST_AT_ONCE = 50;
/** A merchant that nobody is: an unknown address is looked up as often as a known one. */
const NOBODY: PushDoor = {
  merchantId: "00000000-0000-0000-0000-000000000000",
  accountId: "00000000-0000-0000-0000-000000000000",
};

/**
 * Takes what carriers push to the address that ends in `webhookKey`: stores it once, whatever number of times it comes, in one
 * transaction with the job that works it in; what comes at once for one merchant shares a transaction. What is not signed with
 * the account's secret changes nothing. One for a process, since it remembers addresses for some seconds.
 */
export function pushReceiver(deps: ReceiveDeps, rememberMs = REMEMBER_MS): ReceivePush {
  const store = gathered(
    (merchantId, pushes: readonly PushToStore[]) => storeAll(deps.db, merchantId, pushes),
    MOST_AT_ONCE,
  );
  const known = new Map<string, { readonly judge: Judge; readonly untilMs: number }>();
  const judgeOf = async (webhookKey: string): Promise<Judge | null> => {
    const found = known.get(webhookKey);
    if (found !== undefined && performance.now() < found.untilMs) return found.judge;
    const judge = await findJudge(deps, webhookKey);
    if (known.size >= MOST_REMEMBERED) known.clear();
    if (judge === null) known.delete(webhookKey);
    else known.set(webhookKey, { judge, untilMs: performance.now() + rememberMs });
    return judge;
  };
  return async ({ webhookKey, ...request }) => {
    const judge = await judgeOf(webhookKey);
    if (judge === null) {
      // A signature is looked at here too, so that the time tells little.
      createHmac("sha256", webhookKey).update(request.body).digest();
      return { kind: "unknown" };
    }
    const body = new TextDecoder().decode(request.body).replaceAll("\0", "");
    const challenge = challengeOf(body);
    if (challenge !== null) return { kind: "challenge", challenge };
    const { merchantId, accountId, pushes, secret } = judge;
    if (secret === null || !pushes.isSigned(request, secret)) return { kind: "forged" };
    return store(merchantId, { id: newId(), accountId, deliveryKey: deliveryKeyOf(pushes, body), body });
  };
}

async function findJudge({ db, keys, carriers }: ReceiveDeps, webhookKey: string): Promise<Judge | null> {
  const door = (await findPushDoor(db, webhookKey)) ?? NOBODY;
  const account = await findPushAccount(db, { ...door, webhookKey });
  const pushes = carriers.get(account?.carrier ?? "")?.pushes ?? null;
  if (account === null || pushes === null) return null;
  return { ...door, pushes, secret: openWebhookSecret(keys, { ...door, carrier: account.carrier }, account.secret) };
}

async function storeAll(db: Db, merchantId: string, pushes: readonly PushToStore[]): Promise<readonly Received[]> {
  const fresh = await withTenant(db, merchantId, async (tx) => {
    const ids = await storePushes(tx, { merchantId, pushes });
    await addJobs(
      tx,
      "work-push",
      ids.map((pushId) => ({ merchantId, pushId })),
    );
    return new Set(ids);
  });
  return pushes.map(({ id }) => ({ kind: fresh.has(id) ? "stored" : "replay" }));
}

/** Equal for equal deliveries: of the carrier's own id, else of all that was said. */
function deliveryKeyOf(pushes: Pushes, body: string): string {
  const id = pushes.idOf(body);
  return createHash("sha256")
    .update(id === null ? `body ${body}` : `id ${id}`)
    .digest("hex");
}
