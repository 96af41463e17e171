import { createHash, createHmac } from "node:crypto";
import type { Db } from "#db/client.ts";
import { addJob } from "#db/queries/add-job.ts";
import { findPushAccount, findPushDoor, type PushDoor, storePush } from "#db/queries/pushes.ts";
import { withTenant } from "#db/tenant.ts";
import type { Carrier, Pushes, PushRequest } from "#lib/carriers/carrier.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { KeyRing } from "#lib/runtime/key-ring.ts";
import { challengeOf } from "./challenge-of.ts";
import { openWebhookSecret } from "./webhook-secret.ts";

export type ReceiveDeps = {
  readonly db: Db;
  readonly keys: KeyRing;
  readonly carriers: ReadonlyMap<string, Carrier>;
};

export type Received =
  /** Nobody's address, or not signed by who should: told apart by nothing but these words. */
  | { readonly kind: "unknown" | "forged" }
  /** Kept, now or when it came before. */
  | { readonly kind: "stored" | "replay" }
  /** To be said back. */
  | { readonly kind: "challenge"; readonly challenge: string };

/** A merchant that nobody is: an unknown address is looked up as often as a known one. */
const NOBODY: PushDoor = {
  merchantId: "00000000-0000-0000-0000-000000000000",
  accountId: "00000000-0000-0000-0000-000000000000",
};

/**
 * Takes what a carrier pushed to the address that ends in `webhookKey`: stores it once, whatever number of times it comes, in
 * one transaction with the job that works it in. What is not signed with the account's secret changes nothing.
 */
export async function receivePush(
  deps: ReceiveDeps,
  { webhookKey, ...request }: PushRequest & { readonly webhookKey: string },
): Promise<Received> {
  const door = (await findPushDoor(deps.db, webhookKey)) ?? NOBODY;
  const account = await findPushAccount(deps.db, { ...door, webhookKey });
  const pushes = deps.carriers.get(account?.carrier ?? "")?.pushes ?? null;
  if (account === null || pushes === null) {
    // A signature is looked at here too, so that the time does not tell.
    createHmac("sha256", webhookKey).update(request.body).digest();
    return { kind: "unknown" };
  }
  const body = new TextDecoder().decode(request.body).replaceAll("\0", "");
  const challenge = challengeOf(body);
  if (challenge !== null) return { kind: "challenge", challenge };
  const secret = openWebhookSecret(deps.keys, { ...door, carrier: account.carrier }, account.secret);
  if (secret === null || !pushes.isSigned(request, secret)) return { kind: "forged" };
  return store(deps.db, { ...door, body, deliveryKey: deliveryKeyOf(pushes, body) });
}

async function store(
  db: Db,
  push: PushDoor & { readonly body: string; readonly deliveryKey: string },
): Promise<Received> {
  const { merchantId } = push;
  const pushId = newId();
  const isNew = await withTenant(db, merchantId, async (tx) => {
    if (!(await storePush(tx, { ...push, id: pushId }))) return false;
    await addJob(tx, "work-push", { merchantId, pushId });
    return true;
  });
  return { kind: isNew ? "stored" : "replay" };
}

/** Equal for equal deliveries: of the carrier's own id, else of all that was said. */
function deliveryKeyOf(pushes: Pushes, body: string): string {
  const id = pushes.idOf(body);
  return createHash("sha256")
    .update(id === null ? `body ${body}` : `id ${id}`)
    .digest("hex");
}
