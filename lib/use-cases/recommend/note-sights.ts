import type { Db } from "#db/client.ts";
import { type Sight, saveSights } from "#db/queries/offers.ts";
import type { KeyRing } from "#lib/runtime/key-ring.ts";
import { take } from "#lib/use-cases/limits/take.ts";
import { withLinkedOrder } from "#lib/use-cases/links/with-linked-order.ts";
import { doorOfToken } from "#lib/use-cases/tracking/door-of-token.ts";
import { sightLimits } from "./sight-limits.ts";

/**
 * Notes that offered products of a link's order were on the screen, or followed: each once for good, and nothing that was not
 * offered there. Returns whether it was taken: not from a link that leads nowhere, nor of too many at once.
 */
export async function noteSights(
  deps: { readonly db: Db; readonly keys: KeyRing },
  { token, kind, products }: Pick<Sight, "kind" | "products"> & { readonly token: string },
): Promise<boolean> {
  const door = await doorOfToken(deps, { token, merchantId: null });
  if (door === null || products.length === 0) return false;
  const taken = await take(deps, sightLimits(door.merchantId, { link: door.linkId }));
  if (!taken.ok) return false;
  await withLinkedOrder(deps.db, token, (tx, order) => saveSights(tx, { ...order, kind, products }));
  return true;
}
