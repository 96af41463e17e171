import type { Db } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findShopHook, removeShopHook, saveShopHook } from "#db/queries/shop-hooks.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { KeyRing } from "#lib/runtime/key-ring.ts";
import { newShopSecret, sealShopSecret } from "./shop-secret.ts";
import { shopUrlProblem } from "./shop-url.ts";

type Owner = { readonly merchantId: MerchantId; readonly actor: string };

/**
 * Sets the address at which a shop is asked to act. Its secret is kept where there was one, unless it is to be changed; a new
 * one is returned, this one time, else null. Throws AppError `invalid` for an address that is not asked.
 */
export async function setShopHook(
  { db, keys }: { readonly db: Db; readonly keys: KeyRing },
  { merchantId, actor, url, rotate }: Owner & { readonly url: string; readonly rotate: boolean },
): Promise<string | null> {
  const problem = shopUrlProblem(url);
  if (problem !== null) throw new AppError("invalid", `${url} ${problem}`);
  return withTenant(db, merchantId, async (tx) => {
    const before = await findShopHook(tx, { merchantId });
    const secret = before === null || rotate ? newShopSecret() : null;
    const sealed = secret === null ? before?.secret : sealShopSecret(keys, merchantId, secret);
    await saveShopHook(tx, { merchantId, url, secret: sealed });
    await recordAudit(tx, {
      ...{ merchantId, actor, action: "shop_hook.set", subject: merchantId },
      before: before === null ? null : { url: before.url },
      after: { url, hasNewSecret: secret !== null },
    });
    return secret;
  });
}

/** Asks a shop no more: what is to be done waits at the desk and is told in the log. False where it was not asked before. */
export function dropShopHook({ db }: { readonly db: Db }, { merchantId, actor }: Owner): Promise<boolean> {
  return withTenant(db, merchantId, async (tx) => {
    const removed = await removeShopHook(tx, { merchantId });
    if (removed) await recordAudit(tx, { merchantId, actor, action: "shop_hook.dropped", subject: merchantId });
    return removed;
  });
}
