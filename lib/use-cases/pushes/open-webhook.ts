import type { Db } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { askAgainForAll } from "#db/queries/push-subscriptions.ts";
import { lockWebhookAccount, saveWebhook } from "#db/queries/webhooks.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { KeyRing } from "#lib/runtime/key-ring.ts";
import { newWebhookKey, newWebhookSecret, sealWebhookSecret } from "./webhook-secret.ts";

/** These sign with a secret of their own making: AfterShip's webhook secret, 17TRACK's API key. */
const GIVES_ITS_SECRET: ReadonlySet<string> = new Set(["aftership", "17track"]);

/** Whether a carrier signs its pushes with a secret that it shows, and that has to be given to us. */
export function givesItsSecret(carrier: string): boolean {
  return GIVES_ITS_SECRET.has(carrier);
}

export type WebhookAsked = {
  readonly merchantId: MerchantId;
  readonly carrier: string;
  readonly label: string;
  /** What the carrier's portal shows, where it gives the secret; null to have one made. */
  readonly secret: string | null;
  /** A new address and secret in place of those that are there. */
  readonly rotate: boolean;
  readonly actor: string;
};

/** `secret` is told once, when it was made here. */
export type OpenedWebhook = { readonly webhookKey: string; readonly created: boolean; readonly secret: string | null };

/**
 * Gives an account the address that its carrier pushes to; one that has it keeps it, unless it is to be changed. Throws
 * AppError `not_found` for an account that is not there, `invalid` for a secret that is missing or for nothing.
 */
export async function openWebhook(
  { db, keys }: { readonly db: Db; readonly keys: KeyRing },
  asked: WebhookAsked,
): Promise<OpenedWebhook> {
  const { merchantId, carrier, label, rotate } = asked;
  return withTenant(db, merchantId, async (tx) => {
    const account = await lockWebhookAccount(tx, asked);
    if (account === null)
      throw new AppError("not_found", `There is no account ${label} with ${carrier}. Connect it first.`);
    const { id: accountId, webhookKey: before } = account;
    if (before !== null && !rotate) {
      if (asked.secret !== null)
        throw new AppError("invalid", "The account has a secret already. Add --rotate for a new address and secret.");
      return { webhookKey: before, created: false, secret: null };
    }
    const secret = secretOf(asked);
    const webhookKey = newWebhookKey();
    const sealed = sealWebhookSecret(keys, asked, secret);
    await saveWebhook(tx, { merchantId, accountId, before, webhookKey, secret: sealed });
    // Carriers that were asked to push know the old address.
    await askAgainForAll(tx, { merchantId, accountId });
    await recordAudit(tx, {
      merchantId,
      actor: asked.actor,
      action: before === null ? "carrier_account.webhook_opened" : "carrier_account.webhook_changed",
      subject: accountId,
      after: { carrier, label },
    });
    return { webhookKey, created: true, secret: asked.secret === null ? secret : null };
  });
}

function secretOf({ carrier, secret }: WebhookAsked): string {
  if (secret !== null) return secret;
  if (!givesItsSecret(carrier)) return newWebhookSecret();
  const what = carrier === "17track" ? "17TRACK's API key" : "the webhook secret that AfterShip shows";
  throw new AppError("invalid", `Pipe in ${what}: pushes are signed with it.`);
}
