import type { Db } from "#db/client.ts";
import {
  findShopHook,
  findWaitingRequest,
  type RequestKey,
  type StoredShopHook,
  settleRequest,
  type WaitingRequest,
} from "#db/queries/shop-hooks.ts";
import { withTenant } from "#db/tenant.ts";
import { err, type Result } from "#lib/kernel/result.ts";
import type { KeyRing } from "#lib/runtime/key-ring.ts";
import { noteDesk } from "#lib/use-cases/desk/note-desk.ts";
import type { ShopHook, ShopPort } from "./shop-port.ts";
import { shopRequestOf } from "./shop-request-of.ts";
import { openShopSecret } from "./shop-secret.ts";

export type AskShopDeps = {
  readonly db: Db;
  readonly keys: KeyRing;
  /** The adapter for a shop that is asked at an address of its own, or nowhere. */
  readonly shopPort: (hook: ShopHook | null) => ShopPort;
};

/** `later`: worth another try. `given_up`: a day of tries was in vain. `nothing`: there is nothing to ask (any more). */
export type AskShopOutcome =
  | { readonly kind: "asked" | "nothing" }
  | { readonly kind: "later" | "given_up"; readonly reason: string };

/** As long as a shop may be away without anybody having to do anything. */
const GIVE_UP_HOURS = 24;

/**
 * Asks a shop for what waits to be asked, outside any transaction. At least once: who dies between the shop's yes and our note
 * of it asks again under the same id. A choice that is taken back meanwhile leaves its withdrawal to the job that it queued.
 */
export async function askShop(deps: AskShopDeps, key: RequestKey): Promise<AskShopOutcome> {
  const { merchantId } = key;
  const found = await withTenant(deps.db, merchantId, async (tx) => ({
    asked: await findWaitingRequest(tx, key),
    hook: await findShopHook(tx, { merchantId }),
  }));
  const { asked, hook } = found;
  if (asked === null) return { kind: "nothing" };
  const answer = await handOver(deps, key, { asked, hook });
  const reason = answer.ok ? null : answer.error.reason;
  const end = await withTenant(deps.db, merchantId, async (tx) => {
    const settled = await settleRequest(tx, key, { asked, reason, giveUpHours: GIVE_UP_HOURS });
    if (settled === "failed") await noteDesk(tx, { merchantId, orderIds: [asked.orderId] });
    return settled;
  });
  if (reason === null) return { kind: "asked" };
  return end === null ? { kind: "nothing" } : { kind: end === "failed" ? "given_up" : "later", reason };
}

async function handOver(
  { keys, shopPort }: AskShopDeps,
  { merchantId }: RequestKey,
  { asked, hook }: { readonly asked: WaitingRequest; readonly hook: StoredShopHook | null },
): Promise<Result<void, { readonly reason: string }>> {
  const request = shopRequestOf(asked);
  if (request === null) return err({ reason: "not_for_the_shop" });
  if (hook === null) return shopPort(null).ask(request);
  const secret = openShopSecret(keys, merchantId, hook.secret);
  return secret === null ? err({ reason: "secret_unreadable" }) : shopPort({ url: hook.url, secret }).ask(request);
}
