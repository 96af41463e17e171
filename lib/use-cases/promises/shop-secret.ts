import { randomBytes } from "node:crypto";
import * as z from "zod";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { type KeyRing, type Sealed, seal, unseal } from "#lib/runtime/key-ring.ts";

const PREFIX = "whsec_";
const BYTES = 32;
const sealed = z.object({ keyId: z.string(), nonce: z.string(), text: z.string() });

/** A fresh secret as receivers' libraries want it: `whsec_` and base64 (Standard Webhooks 1.0, "Signature scheme"). */
export function newShopSecret(): string {
  return `${PREFIX}${randomBytes(BYTES).toString("base64")}`;
}

/** The bytes that such a secret stands for. */
export function bytesOfSecret(secret: string): Buffer {
  return Buffer.from(secret.slice(PREFIX.length), "base64");
}

/** Encrypts a secret for `shop_hooks`; it opens again only for this merchant. */
export function sealShopSecret(keys: KeyRing, merchantId: MerchantId, secret: string): Sealed {
  return seal(keys, secret, contextOf(merchantId));
}

/** Opens a shop's secret; null when this server's keys do not open it. */
export function openShopSecret(keys: KeyRing, merchantId: MerchantId, stored: unknown): string | null {
  const read = sealed.safeParse(stored);
  try {
    return read.success ? unseal(keys, read.data, contextOf(merchantId)) : null;
  } catch {
    return null;
  }
}

function contextOf(merchantId: MerchantId): string {
  return `${merchantId}/shop-hook`;
}
