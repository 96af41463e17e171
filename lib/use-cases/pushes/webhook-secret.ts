import { randomBytes } from "node:crypto";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { type KeyRing, type Sealed, seal, unseal } from "#lib/runtime/key-ring.ts";

type Owner = { readonly merchantId: MerchantId; readonly carrier: string };

/** The last part of a push address: 128 bits as base64url, 22 characters. */
export function newWebhookKey(): string {
  return randomBytes(16).toString("base64url");
}

/** Whether a text can be the last part of a push address at all. */
export function isWebhookKey(text: string): boolean {
  return /^[A-Za-z0-9_-]{22}$/.test(text);
}

/** A fresh secret: 192 bits in 32 letters and digits, as long as USPS wants it to be (Subscriptions - Tracking 3.2). */
export function newWebhookSecret(): string {
  return randomBytes(24).toString("base64url");
}

/** Encrypts a secret for `carrier_accounts`; it opens again only for this merchant and carrier. */
export function sealWebhookSecret(keys: KeyRing, owner: Owner, secret: string): Sealed {
  return seal(keys, secret, contextOf(owner));
}

/** Opens an account's secret; null when this server's keys do not open it. */
export function openWebhookSecret(keys: KeyRing, owner: Owner, sealed: unknown): string | null {
  try {
    return unseal(keys, sealed as Sealed, contextOf(owner));
  } catch {
    return null;
  }
}

function contextOf({ merchantId, carrier }: Owner): string {
  return `carrier-webhook:${merchantId}:${carrier}`;
}
