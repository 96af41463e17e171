import { findLinkDoor, findLinkedOrder } from "#db/queries/links.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { tokenHash } from "#lib/runtime/key-ring.ts";
import { askAboutOrder, type RefreshDeps } from "./ask-about-order.ts";

const refusal = () => new AppError("not_found", "This link does not lead to an order.");

export type Refreshed = {
  /** A carrier has not answered yet: looking again soon is worth while. */
  readonly pending: boolean;
};

/**
 * The shopper's door: asks about the parcels behind a link that nobody asked about within the floor. Of many who look at
 * once, one asks and the others wait for the same answer. Resolves after 2.5 s at the latest; the call goes on behind it.
 * Throws AppError `not_found` for a link that leads nowhere, and nothing for what carriers do.
 */
export async function refreshOrder(deps: RefreshDeps, { token }: { readonly token: string }): Promise<Refreshed> {
  const hash = tokenHash(token);
  const door = await findLinkDoor(deps.db, hash);
  if (door === null) throw refusal();
  const { merchantId } = door;
  return askAboutOrder(deps, {
    merchantId,
    orderIn: async (tx) => {
      const orderId = await findLinkedOrder(tx, { ...door, tokenHash: hash });
      if (orderId === null) throw refusal();
      return orderId;
    },
  });
}
